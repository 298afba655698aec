import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore, single } from '#platform/parameters/parameter-store.js';
import { PORTAL_NUMBERS } from '../domain/parameters.js';

export const portalNumbers = parameterStore('portal.parameter', PORTAL_NUMBERS);

/** What holds on a day. */
export const getNumbers = async (tx: Read, day: IsoDate) => single(await portalNumbers.on(tx, day));
