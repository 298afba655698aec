import type pg from 'pg';

/**
 * A released certificate of each result, for tests of who sees it: how it was sealed does not matter to them, so the constraint that asks for the seal is put aside in their
 * database.
 */
export const makeUpCertificates = (owner: pg.Client): Promise<unknown> =>
  owner.query(`set session_replication_role = replica;
    alter table certificates.certificate drop constraint each_state_has_what_made_it;
    insert into certificates.certificate (number, version, entry_id, result_id, sealing_id, person_id, institution_id, event_id, sitting_id, year, exam_code, total, form_id, page,
      issued_on, drafted_at, state, state_at, released_at, pdf_sha256, file_id, edoc_sha256, edoc_size)
    select 'IZM-' || row_number() over (order by r.id), 1, e.id, r.id, uuidv7(), e.person_id, s.institution_id, e.event_id, s.id, x.year, x.code, r.total,
      (select id from certificates.form limit 1), '{}', '2026-06-20', now(), 'released', now(), now(), repeat('0', 64), uuidv7(), repeat('0', 64), 1
    from exams.result r join exams.entry e on e.id = r.entry_id join exams.sitting s on s.id = e.sitting_id join exams.exam x on x.id = e.exam_id
    where r.superseded_at is null and r.total is not null;
    set session_replication_role = origin`);
