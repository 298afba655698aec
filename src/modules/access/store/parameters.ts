import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore, single } from '#platform/parameters/parameter-store.js';
import { LIMITS, type ParameterName, type Parameters } from '../domain/parameters.js';
import { holdsOn } from './rows.js';

export const limits = parameterStore('access.parameter', LIMITS);

/** The limits that hold on a day, each within its range. */
export const getParameters = async (tx: Read, day: IsoDate): Promise<Parameters> => single(await limits.on(tx, day));

/** Whom a changed limit meets: who holds rights that are confirmed, else everybody who signs in. */
export async function whomLimitsTouch(tx: Read, name: ParameterName, today: IsoDate): Promise<Text> {
  const rights = name.startsWith('confirmation-');
  const row = await tx.first(
    z.object({ n: z.number() }),
    rights ? sql`select count(*)::int as n from access.role_grant g where ${holdsOn('g', today)}` : sql`select count(*)::int as n from access.app_user u where u.state = 'active'`,
  );
  return fill(rights ? RIGHTS : USERS, { n: row!.n });
}

const USERS: Text = { lv: 'Visus lietotājus, kas pierakstās; aktīvo lietotāju skaits: {n}', en: 'All users who sign in; active users: {n}' };
const RIGHTS: Text = { lv: 'Visas piešķirtās tiesības; spēkā esošo skaits: {n}', en: 'All rights that are given; in force: {n}' };
