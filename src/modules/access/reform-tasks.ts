import { readableDay } from '#kernel/iso-date.js';
import type { Matter } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { grantRights, manageUsers } from './permissions.js';
import { listRequestMatters, listUserMatters } from './store/reform.js';

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
