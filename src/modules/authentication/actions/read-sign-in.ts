import { z } from 'zod';
import { type DemoUser, demoUsers, listTakenLogins } from '#modules/access/public.js';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { ProofMethod } from '../domain/proof.js';
import { municipalWays } from './municipal-ways.js';
import { providersOf } from './providers.js';

/** An outside provider that may be chosen. */
export interface OutsideWay {
  readonly id: string;
  readonly method: ProofMethod;
  readonly title: Text;
}

/** What the sign-in page offers. */
export interface SignInOffer {
  readonly outside: readonly OutsideWay[];
  /** Whether people of some municipality may sign in by their accounts there. */
  readonly municipal: boolean;
  /** The demonstration users, where there are some and they may sign in. */
  readonly demo: readonly DemoUser[];
}

export const SMART_ID = 'smart-id';

/** The outside providers of an installation, in the order in which they are offered. */
export function outsideWays(installation: Installation): OutsideWay[] {
  const { smartId, redirects } = providersOf(installation);
  return [...(smartId ? [{ id: SMART_ID, method: 'smart-id' as const, title: smartId.title }] : []), ...redirects.map(({ id, method, title }) => ({ id, method, title }))];
}

export const readSignIn = readAction({
  name: 'authentication.read-sign-in',
  title: { lv: 'Atvērta pierakstīšanās lapa', en: 'Sign-in page opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, today, installation }): Promise<SignInOffer> {
    const outside = outsideWays(installation);
    const municipal = (await municipalWays(tx, today)).length > 0;
    if (installation.production) return { outside, municipal, demo: [] };
    const present = await listTakenLogins(tx, demoUsers().map((user) => user.login));
    return { outside, municipal, demo: demoUsers().filter((user) => present.has(user.login)) };
  },
});
