import { learnersOf } from '../status/learners.js';

const EXAMS = `('MAT09', 'LAT09')`;
const CERTIFICATE_BYTES = 30_000;
/** Quickly made, and of a container that nobody packs again it does not matter what it holds. */
const SAME_BYTES = `decode(rpad(encode(e.id::text::bytea, 'hex'), ${2 * CERTIFICATE_BYTES}, 'a7'), 'hex')`;
/** Bytes that cannot be packed, as those of a container. */
const PACKED_BYTES = `(select substring(string_agg(sha256((e.id::text || k)::bytea), ''::bytea) from 1 for ${CERTIFICATE_BYTES}) from generate_series(1, ${Math.ceil(CERTIFICATE_BYTES / 32)}) k)`;
const id = (kind: string, number: string): string => `md5('${kind} ' || (${number}))::uuid`;
const hash = (words: string): string => `encode(sha256(${words}::bytea), 'hex')`;

/** Pupils of grade 9 with two results counted, of which nothing is sealed or published yet. */
export const examinedOf = (count: number, schools?: number): string => `${learnersOf(count, schools)};
  insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by)
    select ${id('learner', 'n')}, 'Anna', 'Paraugs', '2020-01-01', now(), 'bench' from generate_series(1, ${count}) n;
  insert into exams.event (session_id, exam_id, term, held_on, start_time, legal_basis, verified, recorded_at, recorded_by)
    select n.id, x.id, 'main', n.starts_on, '10:00', 'bench', false, now(), 'bench' from exams.exam x join exams.session n on n.year = x.year and n.stage = 'basic' where x.year = 2025 and x.code in ${EXAMS};
  insert into exams.sitting (event_id, institution_id, opened_at, opened_by)
    select distinct v.id, m.institution_id, now(), 'bench' from exams.event v cross join education.membership m;
  insert into exams.candidate_code (code, person_id, institution_id, valid_from, issued_at, issued_by)
    select '7331' || lpad((row_number() over (order by m.person_id))::text, 8, '0'), m.person_id, m.institution_id, '2025-11-01', now(), 'bench' from education.membership m;
  insert into exams.entry (sitting_id, event_id, exam_id, term, person_id, class_title, origin, state, candidate_code, registered_at, registered_by, changed_at, changed_by)
    select g.id, v.id, v.exam_id, 'main', k.person_id, '9.a', 'school', 'confirmed', k.code, now(), 'bench', now(), 'bench' from exams.candidate_code k join exams.sitting g on g.institution_id = k.institution_id join exams.event v on v.id = g.event_id;
  insert into exams.attendance (entry_id, part, mark, has_work, marked_at, marked_by)
    select e.id, p.number, 'present', true, now(), 'bench' from exams.entry e join exams.scoring s on s.exam_id = e.exam_id and s.superseded_at is null join exams.part p on p.scoring_id = s.id;
  insert into exams.result (entry_id, version, scoring_id, rule, half_points, per_cents, total, why, recorded_at, recorded_by)
    select e.id, 1, s.id, 'weighted-floor-1', array(select 40 from exams.part p where p.scoring_id = s.id), array(select 57::smallint from exams.part p where p.scoring_id = s.id), 57, 'first', now(), 'bench'
    from exams.entry e join exams.scoring s on s.exam_id = e.exam_id and s.superseded_at is null`;

/** Pupils of grade 9 with two results that were published an hour ago, each with a certificate of the usual size. */
export const pupilsOf = (count: number, schools?: number): string => `${examinedOf(count, schools)};
  insert into exams.publication (session_id, term, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by)
    select id, 'main', now() - interval '1 hour', 'bench', now() - interval '2 hours', 'one', now() - interval '2 hours', 'other' from exams.session where year = 2025 and stage = 'basic';
  insert into platform.file (id, sha256, name, type, size, content, stored_at, stored_by)
    select ${id('file', `e.id::text`)}, ${hash(`e.id::text`)}, 'sertifikats.edoc', 'application/vnd.etsi.asic-e+zip', ${CERTIFICATE_BYTES}, ${schools === undefined ? SAME_BYTES : PACKED_BYTES}, now(), 'bench' from exams.entry e;
  insert into certificates.number (number, entry_id, given_at) select '2026/' || e.candidate_code || '-' || x.code, e.id, now() from exams.entry e join exams.exam x on x.id = e.exam_id;
  insert into certificates.sealing (event_id, exam_id, year, exam_code, term, why, issued_on, batch_minutes, state, ordered_at, ordered_by, finished_at)
    select v.id, v.exam_id, 2025, x.code, 'main', 'exam', '2026-06-17', 10, 'done', now(), 'bench', now() from exams.event v join exams.exam x on x.id = v.exam_id;
  insert into certificates.certificate (number, version, entry_id, result_id, sealing_id, person_id, institution_id, event_id, sitting_id, year, exam_code, total, form_id, page, issued_on, drafted_at, state, state_at, pdf_sha256, signing_time, seal_sha256, signature,
      token, stamped_at, file_id, edoc_sha256, edoc_size, released_at)
    select c.number, 1, e.id, r.id, s.id, e.person_id, g.institution_id, e.event_id, e.sitting_id, 2025, s.exam_code, 57, f.id, '{}', '2026-06-17', now(), 'released', now(), 'x', now(), 'x', '\\x01', '\\x01', now(), ${id('file', `e.id::text`)}, ${hash(`e.id::text`)}, ${CERTIFICATE_BYTES}, now()
    from exams.entry e join certificates.number c on c.entry_id = e.id join exams.result r on r.entry_id = e.id join exams.sitting g on g.id = e.sitting_id join certificates.sealing s on s.event_id = e.event_id
    cross join (select id from certificates.form where stage = 'basic' and superseded_at is null order by valid_from desc limit 1) f;
  ${doorOf(1_000, 5_000)}`;

/** How many the portal lets in. */
export const doorOf = (perSecond: number, atOnce: number): string =>
  `update portal.parameter set numbers = case name when 'entries-per-second' then '{${perSecond}}'::int[] else '{${atOnce}}' end where name in ('entries-per-second', 'entries-at-once')`;

/** As a register lies from day to day. One statement at a time. */
export const SETTLED = ['vacuum (analyze) persons.person, persons.code, persons.name, exams.entry, exams.result, exams.attendance, certificates.certificate, platform.file', 'checkpoint'] as const;
