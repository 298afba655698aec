import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { ClassifierItem, Classifiers, TypeItem } from '../domain/classifiers.js';

const Item = z.object({ code: z.string(), nameLv: z.string(), nameEn: z.string() });
export type { ClassifierItem };

export const listKinds = (tx: Read): Promise<ClassifierItem[]> => tx.all(Item, sql`select code, name_lv, name_en from institutions.kind order by name_lv collate platform.latvian`);

const TypeRow = Item.extend({ kind: z.string(), kindLv: z.string(), kindEn: z.string(), accredited: z.boolean() });
const ListedItem = Item.extend({ list: z.enum(['legal', 'subordination']) });

const listTypes = (tx: Read): Promise<TypeItem[]> =>
  tx.all(
    TypeRow,
    sql`select t.code, t.kind, t.name_lv, t.name_en, t.accredited, k.name_lv as kind_lv, k.name_en as kind_en
      from institutions.type t join institutions.kind k on k.code = t.kind order by t.name_lv collate platform.latvian`,
  );

export async function listClassifiers(tx: Read): Promise<Classifiers> {
  const rows = await tx.all(
    ListedItem,
    sql`select x.list, x.code, x.name_lv, x.name_en from (select 'legal' as list, code, name_lv, name_en from institutions.legal_status_kind
      union all select 'subordination', code, name_lv, name_en from institutions.subordination) x
      order by x.name_lv collate platform.latvian`,
  );
  const of = (list: z.infer<typeof ListedItem>['list']) => rows.filter((row) => row.list === list);
  return { types: await listTypes(tx), legalStatuses: of('legal'), subordinations: of('subordination') };
}
