import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { keyedHash } from '../domain/token.js';
import { type AttemptRow, listAttemptsOf } from '../store/attempts.js';
import { type LinkHistoryRow, listLinkHistory } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { listSignInsOf, type SignInRow } from '../store/sessions.js';

/** When, from where and by what one signed in, and the tries that failed. */
export interface History {
  readonly signIns: readonly SignInRow[];
  readonly failed: readonly AttemptRow[];
  /** Identities elsewhere that open the account or once did. */
  readonly links: readonly LinkHistoryRow[];
}

const SHOWN = 100;

export const readMyHistory = readAction({
  name: 'authentication.read-my-history',
  title: { lv: 'Apskatīta sava pierakstīšanās vēsture', en: 'Own sign-in history looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, installation }): Promise<History> {
    const user = (await findSignInUser(tx, ownUserId(actor)))!;
    const accounts = [user.login, `code of ${user.login}`, `recovery of ${user.login}`, `proof of ${user.login}`];
    const keys = accounts.map((account) => keyedHash(installation.keyFor('sign-in attempts'), account));
    return { signIns: await listSignInsOf(tx, user.id, SHOWN), failed: await listAttemptsOf(tx, keys, SHOWN), links: await listLinkHistory(tx, user.id) };
  },
});
