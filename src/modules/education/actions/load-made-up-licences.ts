import type { Write } from '#platform/db/transaction.js';
import { insertMadeUpLicences } from '../store/load-licences.js';

/** Licences of made-up institutions for the programmes that their kind usually teaches. Set-based. */
export const loadMadeUpLicences = (tx: Write, recordedAt: Date): Promise<number> => insertMadeUpLicences(tx, recordedAt);
