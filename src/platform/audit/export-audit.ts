import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

const Link = z.object({ seq: z.number(), hash: z.string(), body: z.string().nullable(), archived: z.boolean() });

/** The hash chain, oldest link first; `body` is null where the entry is not there, `archived` says that its month was taken out. */
export const readChain = (tx: Read): AsyncIterable<z.infer<typeof Link>> =>
  tx.stream(
    Link,
    sql`select l.seq, encode(l.hash, 'hex') as hash, case when e.id is not null then audit.canonical(e) end as body,
        l.entry_id < (select platform.first_uuidv7(platform.open_bound('audit.entry_earlier'))) as archived
      from audit.link l left join audit.entry e on e.id = l.entry_id order by l.seq`,
  );

/**
 * The sealed audit log as lines `seq<TAB>hash in hex<TAB>canonical text of the entry`, oldest first, for `bin/audit-verify`:
 * hash = sha256(bytes of the hash before || text in UTF-8), where before the first stands nothing. Archived entries are left out.
 * `ended` hears of the last link, by which one sees later that nothing is missing at the end.
 */
export async function* exportAudit(tx: Read, ended: (end: { readonly seq: number; readonly hash: string }) => void = () => undefined): AsyncGenerator<string> {
  let end = { seq: 0, hash: '' };
  for await (const { seq, hash, body } of readChain(tx)) {
    end = { seq, hash };
    if (body !== null) yield `${seq}\t${hash}\t${body}\n`;
  }
  ended(end);
}
