import { z } from 'zod';
import { type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NameRow = z.object({ kind: z.enum(['class', 'subject', 'programme', 'education-record']), id: z.string(), lv: z.string(), en: z.string() });

/**
 * What stands for a thing of the education register in the audit log: classes by title, year and institution, subjects by their number, programmes
 * by their code; licences and memberships by institution and programme, exemptions by subject, positions by institution. Nobody is named: whom an
 * entry is about the log keeps apart.
 */
export async function nameEducation(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  const numbers = ids.filter((id) => SUBJECT.test(id)).map(Number);
  const codes = ids.filter((id) => PROGRAMME.test(id));
  if (uuids.length + numbers.length + codes.length === 0) return [];
  const rows = await tx.all(
    NameRow,
    sql`select n.kind, n.id, n.lv, coalesce(nullif(n.en, ''), n.lv) as en from (
        select 'class' as kind, c.id::text, c.title || ' (' || c.year || '/' || c.year + 1 || ', ' || i.name || ')' as lv, '' as en
          from education.class c join institutions.institution i on i.id = c.institution_id where c.id = any(${uuids}::uuid[])
        union all select 'subject', s.id::text, s.name, s.name_en from education.subject s where s.id = any(${numbers}::int[])
        union all select 'programme', p.code, p.name_lv, p.name_en from education.programme p where p.code = any(${codes}::text[])
        union all select 'education-record', o.id::text, o.lv || ', ' || i.name, o.en || ', ' || i.name from (
            select m.id, m.institution_id, p.name_lv as lv, coalesce(nullif(p.name_en, ''), p.name_lv) as en from education.membership m join education.programme p on p.code = m.programme_code where m.id = any(${uuids}::uuid[])
            union all select l.id, l.institution_id, l.licence_nr, l.licence_nr from education.licence l where l.id = any(${uuids}::uuid[])
            union all select t.id, t.institution_id, k.name_lv, k.name_en from education.teacher_position t join education.position_kind k on k.code = t.position_code where t.id = any(${uuids}::uuid[])
          ) o join institutions.institution i on i.id = o.institution_id
        union all select 'education-record', x.id::text, s.name, s.name_en from education.exemption x join education.subject s on s.id = x.subject_id where x.id = any(${uuids}::uuid[])
      ) n`,
  );
  return rows.map(({ kind, id, lv, en }) => ({ kind, id, name: { lv, en } }));
}

const SUBJECT = /^\d{1,9}$/;
const PROGRAMME = /^\d{2}[0-9A-Z]\d{5}$/;
