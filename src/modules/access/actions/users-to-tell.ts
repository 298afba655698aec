import { ceasingUnitIds, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { listUsersToTell, type UserToTell } from '../store/reform.js';

/** The active users, with a mail address, of bodies that a reform ends: whom to tell beforehand. */
export const usersToTellOf = (tx: Read, reform: TerritorialReform): Promise<UserToTell[]> => listUsersToTell(tx, ceasingUnitIds(reform), reform.effective);
