import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { type DemoUser, demoUsers } from '../domain/demo-users.js';
import { listTakenLogins } from '../store/load-users.js';

/** What the sign-in page offers: the demonstration users, where there are some and they may sign in. */
export const readSignIn = readAction({
  name: 'access.read-sign-in',
  title: { lv: 'Atvērta pierakstīšanās lapa', en: 'Sign-in page opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, installation }): Promise<readonly DemoUser[]> {
    if (installation.production) return [];
    const present = await listTakenLogins(tx, demoUsers().map((user) => user.login));
    return demoUsers().filter((user) => present.has(user.login));
  },
});
