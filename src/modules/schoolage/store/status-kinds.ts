import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { GROUPS } from '../domain/words.js';

const StatusRow = z.object({
  code: z.string(), groupCode: z.enum(GROUPS), nameLv: z.string(), nameEn: z.string(), definitionLv: z.string(), definitionEn: z.string(), explains: z.boolean(), source: z.string(),
});
export type StatusRow = z.infer<typeof StatusRow>;

/** Statuses in their order, those of one group together. */
export const listStatusKinds = (tx: Read): Promise<StatusRow[]> =>
  tx.all(StatusRow, sql`select k.code, k.group_code, k.name_lv, k.name_en, k.definition_lv, k.definition_en, k.explains, k.source from schoolage.status_kind k order by k.turn`);
