import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });
export const CountRow = z.object({ n: z.number() });

/** The latest name of where the row `alias` belongs, its municipality or its institution; null means the country. */
export const placeName = (alias: string): Sql => sql`coalesce(
  (select v.name from territories.unit_version v where v.unit_id = ${sql.ref(`${alias}.unit_id`)} order by v.valid_from desc limit 1),
  (select i.name from institutions.institution i where i.id = ${sql.ref(`${alias}.institution_id`)}))`;

/** A title in both languages; the Latvian one stands in where there is no English. */
export const titleOf = ({ titleLv, titleEn }: { titleLv: string; titleEn: string }): Text => ({ lv: titleLv, en: titleEn || titleLv });
