import { sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';

/** Lets a made-up extract say of someone that they learnt nowhere then, as it was before they were enrolled. */
export const pretendMissing = (tx: Write, extractId: string, personId: string): Promise<number> =>
  tx.run(sql`update schoolage.extract_row set verdict = 'missing', effect = 'opens' where extract_id = ${extractId} and person_id = ${personId}`);
