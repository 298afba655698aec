import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { OldAddress } from '../domain/old-address.js';

const OldAddressRow = z.object({ id: z.string(), host: z.string(), path: z.string(), withAllBelow: z.boolean(), target: z.string(), lasting: z.boolean(), note: z.string() });
export type OldAddressRow = z.infer<typeof OldAddressRow>;

const COLUMNS = sql`id, host, path, with_all_below, target, lasting, note`;

export const listOldAddresses = (tx: Read): Promise<OldAddressRow[]> => tx.all(OldAddressRow, sql`select ${COLUMNS} from apps.old_address order by host, path`);

/** Those that may fit a path: few, so that the rule picks the best of them. */
export const findOldAddresses = (tx: Read, host: string, path: string): Promise<OldAddressRow[]> =>
  tx.all(OldAddressRow, sql`select ${COLUMNS} from apps.old_address where host in ('', ${host}) and starts_with(${path}, path)`);

export const insertOldAddress = (tx: Write, address: OldAddress & { readonly note: string }, by: string, now: Date): Promise<void> =>
  tx.insert('apps.old_address', { ...address, recordedAt: now, recordedBy: by });

export const deleteOldAddress = async (tx: Write, id: string): Promise<OldAddressRow | undefined> =>
  tx.first(OldAddressRow, sql`delete from apps.old_address where id = ${id} returning ${COLUMNS}`);
