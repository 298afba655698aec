import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

const Link = z.object({ seq: z.number(), hash: z.string(), body: z.string() });

/**
 * The sealed audit log as lines `seq<TAB>hash in hex<TAB>canonical text of the entry`, oldest first, for `bin/audit-verify`:
 * hash = sha256(bytes of the hash before || text in UTF-8), where before the first stands nothing.
 */
export async function* exportAudit(tx: Read): AsyncGenerator<string> {
  const links = tx.stream(
    Link,
    sql`select l.seq, encode(l.hash, 'hex') as hash, audit.canonical(e) as body
      from audit.link l join audit.entry e on e.id = l.entry_id order by l.seq`,
  );
  for await (const { seq, hash, body } of links) yield `${seq}\t${hash}\t${body}\n`;
}
