import { readableDay } from '#kernel/iso-date.js';
import { ceasingUnitIds, type Choice, type Chosen, type Matter, type Meanwhile, type TerritorialReform, type Trace } from '#modules/territories/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { grantRights, manageUsers } from './permissions.js';
import { GRANT, INSTITUTION_GRANT, OPEN, PREPARED, USER } from './reform-changes.js';
import { listRequestMatters, listTraces, listUserMatters, moveUser } from './store/reform.js';

/** What users whose employer was divided are about: their login and card. */
export const userMatters = async (tx: Read, ids: readonly string[]): Promise<Map<string, Matter>> =>
  new Map((await listUserMatters(tx, ids)).map(({ id, login }) => [id, { words: { lv: login, en: login }, href: `/access/users/${id}`, permission: manageUsers }]));

/** What undecided requests are about: whose, and from when the right is wanted. */
export const requestMatters = async (tx: Read, ids: readonly string[]): Promise<Map<string, Matter>> =>
  new Map(
    (await listRequestMatters(tx, ids)).map(({ id, login, wantedFrom }) => [
      id,
      { words: { lv: `${login}, no ${readableDay(wantedFrom)}`, en: `${login}, from ${readableDay(wantedFrom)}` }, href: '/access/requests', permission: grantRights },
    ]),
  );

/** A user of a divided municipality works for the successor that a person chose, as the reform would have had it. */
export const chooseEmployer = async ({ tx, now }: WriteContext, reform: TerritorialReform, userId: string, { unitId }: Chosen): Promise<Choice> =>
  (await moveUser(tx, userId, ceasingUnitIds(reform), unitId, reform.effective, now)) === 0 ? 'settled' : 'carried-out';

const TABLES = { [GRANT]: 'role_grant', [INSTITUTION_GRANT]: 'role_grant', [USER]: 'app_user', [PREPARED]: 'right_request', [OPEN]: 'right_request' } as const;

/** What was done meanwhile to grants, users and requests. */
export async function tracesOf(tx: Read, kind: string, keys: readonly string[], { from, to }: Meanwhile): Promise<Map<string, Trace>> {
  const table = TABLES[kind as keyof typeof TABLES];
  return table === undefined ? new Map() : new Map((await listTraces(tx, table, keys, from, to)).map(({ key, what, at }) => [key, { what, at }]));
}
