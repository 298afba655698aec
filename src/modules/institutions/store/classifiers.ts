import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const Item = z.object({ code: z.string(), nameLv: z.string(), nameEn: z.string() });
export type ClassifierItem = z.infer<typeof Item>;

/** The lists that forms and filters choose from. */
export interface Classifiers {
  readonly kinds: readonly ClassifierItem[];
  readonly types: readonly ClassifierItem[];
  readonly legalStatuses: readonly ClassifierItem[];
  readonly subordinations: readonly ClassifierItem[];
}

export const listKinds = (tx: Read): Promise<ClassifierItem[]> => tx.all(Item, sql`select code, name_lv, name_en from institutions.kind order by name_lv`);

const ListedItem = Item.extend({ list: z.enum(['kind', 'type', 'legal', 'subordination']) });

export async function listClassifiers(tx: Read): Promise<Classifiers> {
  const rows = await tx.all(
    ListedItem,
    sql`select 'kind' as list, code, name_lv, name_en from institutions.kind
      union all select 'type', code, name_lv, name_en from institutions.type
      union all select 'legal', code, name_lv, name_en from institutions.legal_status_kind
      union all select 'subordination', code, name_lv, name_en from institutions.subordination
      order by name_lv`,
  );
  const of = (list: z.infer<typeof ListedItem>['list']) => rows.filter((row) => row.list === list);
  return { kinds: of('kind'), types: of('type'), legalStatuses: of('legal'), subordinations: of('subordination') };
}
