import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { INSTITUTIONS } from '../../access/tests/made-up-country.js';
import { type ListeningProgram, listeningProgram } from '../../apps/tests/program.js';
import { announceResults } from '../../exams/jobs/announce-results.js';
import { admissionSteps, giveConsent, openConsents, withdraw } from '../actions/admissions.js';
import { findRecord } from '../store/records.js';

/** The third institution plays the university; the first is the school. */
const [SCHOOL, OTHER_UNIVERSITY, UNIVERSITY] = INSTITUTIONS;
const person = (n: number | string) => `01900000-0000-7000-8000-00000000d00${n}`;
const [ADULT, CHILD, PARENT, STRANGER] = [person(1), person(2), person(3), person(4)];

let t: ListeningProgram;
let token: string;
let otherToken: string;
const rows = async (statement: string, values: unknown[] = []) => (await t.database.pool.query(statement, values)).rows;
const as = (id: string) => actorWith([], {}, id);

beforeAll(async () => {
  t = await listeningProgram('2026-11-21T10:00:00+02:00');
  for (const [id, bornOn, code] of [[ADULT, '2007-05-05', '45050710001'], [CHILD, '2010-06-06', '46061010002'], [PARENT, '1980-01-01', '41018010003'], [STRANGER, '1985-01-01', '41018510004']] as const) {
    await rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, $2, 'female', 'paraugs', 'anna', now(), 'test')`, [id, bornOn]);
    await rows(`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) values ($1, 'Anna', 'Paraugs', $2, now(), 'test')`, [id, bornOn]);
    await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, $2, $3, now(), 'test')`, [id, code, bornOn]);
  }
  await rows(`insert into persons.guardianship (child_id, guardian_id, kind, basis, valid_from, valid_to, recorded_at, recorded_by) values ($1, $2, 'parent', 'Dzimšanas reģistrs', '2010-06-06', '2028-06-06', now(), 'test')`, [CHILD, PARENT]);
  for (const [id, membership] of [[ADULT, person(5)], [CHILD, person(6)]] as const) {
    await rows(`insert into education.membership (id, person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, $3, '31016011', true, '2024-09-01', now(), 'test')`, [membership, id, SCHOOL]);
    for (const [year, grade] of [[2024, 9], [2025, 10]] as const) {
      const [one] = await rows(
        `insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by) values ($1, $2, 'class', $3, $4, $4, '31016011', now(), 'test')
         on conflict on constraint one_class_of_a_title_in_a_year do update set grade = excluded.grade returning id`,
        [year, SCHOOL, grade, `${grade}A`],
      );
      await rows(`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, now(), 'test')`, [membership, one.id, id, `${year}-09-02`, `${year + 1}-09-01`]);
      for (const [period, value] of [['S1', '5'], ['YEAR', '8']] as const) {
        await rows(
          `insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
           values ($1, $2, $3, 900001, $4, $5, $6, 'TEN', $7, 'confirmed', 'manual', '2026-06-01T10:00:00Z', 'test')`,
          [year, SCHOOL, id, period, membership, one.id, value],
        );
      }
    }
  }
  token = await university('augstskola.uznemsana', UNIVERSITY);
  otherToken = await university('cita.augstskola', OTHER_UNIVERSITY);
});
afterAll(() => t.close());

async function university(login: string, institutionId: string): Promise<string> {
  await rows(`insert into access.app_user (login, name, institution_id, recorded_at, recorded_by) values ($1, $1, $2, now(), 'test')`, [login, institutionId]);
  await rows(
    `insert into access.role_grant (user_id, role_code, institution_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
     select id, 'university-admissions', $2, '2026-01-01', 'Līgums', '2026-01-01', now(), 'test' from access.app_user where login = $1`,
    [login, institutionId],
  );
  const client = await t.client({ kind: 'machine', user: login });
  return (await openid.clientCredentialsGrant(await t.discover(client.id, openid.ClientSecretBasic(client.secret!)))).access_token;
}

interface Answer {
  readonly applicants: readonly { personCode: string; consentUntil: string; marks: readonly { grade: number; period: string; value: string; subject: string }[] }[];
  readonly next: string | null;
}
const take = async (body: object = {}): Promise<Answer> => {
  const answer = await fetch(`${t.address}/api/marks/admissions`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};

test('nobody’s marks leave without a consent', async () => {
  expect(await take()).toEqual({ applicants: [], next: null });
});

test('of who agreed, year marks of secondary school alone are handed over, to that university alone, and the taking stays on their way', async () => {
  await t.perform(giveConsent, { person: ADULT, university: UNIVERSITY, until: '2027-09-01' }, as(ADULT));
  await t.perform(giveConsent, { person: CHILD, university: OTHER_UNIVERSITY, until: '2027-09-01' }, as(PARENT));
  const { applicants } = await take();
  expect(applicants.map(({ personCode, consentUntil, marks }) => ({ personCode, consentUntil, marks: marks.map(({ grade, period, value }) => ({ grade, period, value })) }))).toEqual([
    { personCode: '45050710001', consentUntil: '2027-09-01', marks: [{ grade: 10, period: 'YEAR', value: '8' }] },
  ]);
  expect(applicants[0]!.marks[0]!.subject).not.toBe('');
  const record = (await findRecord(t.database.read, { kind: 'mark', year: 2025, institutionId: SCHOOL, personId: ADULT, item: 900_001, period: 'YEAR' }))!;
  expect((await admissionSteps(t.database.read, record, [])).map(({ words }) => words.lv)).toEqual(['Uzņemšanai saņēma: Izdomātā 3. pamatskola']);
  expect(await admissionSteps(t.database.read, { ...record, period: 'S1' }, [])).toEqual([]);
  expect(await rows(`select subjects from audit.entry where action = 'marks.take-admission-marks' order by id desc limit 1`)).toEqual([{ subjects: [ADULT] }]);
});

test('for a minor a parent consents; a stranger, and the minor alone, cannot', async () => {
  const ask = (who: string) => t.perform(giveConsent, { person: CHILD, university: UNIVERSITY, until: '2027-09-01' }, as(who));
  await expect(ask(STRANGER)).rejects.toMatchObject({ code: 'not-your-child' });
  await expect(ask(CHILD)).rejects.toMatchObject({ code: 'too-young' });
  await ask(PARENT);
  expect((await take({ personCode: '460610-10002' })).applicants).toHaveLength(1);
  expect((await t.perform(openConsents, {}, as(CHILD))).consents).toHaveLength(2);
});

test('a consent withdrawn is over at the next request; only they themselves and a parent withdraw it', async () => {
  const { consents } = await t.perform(openConsents, {}, as(PARENT));
  const mine = consents.find((one) => one.institutionId === UNIVERSITY)!;
  await expect(t.perform(withdraw, { id: mine.id }, as(STRANGER))).rejects.toMatchObject({ status: 404 });
  await t.perform(withdraw, { id: mine.id }, as(CHILD));
  expect((await take({ personCode: '460610-10002' })).applicants).toEqual([]);
});

test('a consent ends with its day, has one at a time and two years at most, and only for a connected university', async () => {
  const give = (more: object) => t.perform(giveConsent, { person: ADULT, university: UNIVERSITY, until: '2027-01-01', ...more }, as(ADULT));
  await expect(give({})).rejects.toMatchObject({ status: 409 });
  await expect(give({ university: SCHOOL })).rejects.toMatchObject({ fields: [{ field: 'university' }] });
  await expect(give({ university: OTHER_UNIVERSITY, until: '2030-01-01' })).rejects.toMatchObject({ fields: [{ field: 'until' }] });
  await rows(`update marks.admission_consent set valid_from = '2026-01-01', valid_to = '2026-11-21' where person_id = $1`, [ADULT]);
  expect((await take()).applicants).toEqual([]);
});

describe('who cannot be shown by a code', () => {
  const [HIDDEN, CODELESS] = [person(7), person(8)];
  beforeAll(async () => {
    for (const [id, code] of [[HIDDEN, '45050710007'], [CODELESS, null]] as const) {
      await rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, '2007-07-07', 'female', 'paraugs', 'elza', now(), 'test')`, [id]);
      await rows(`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) values ($1, 'Elza', 'Paraugs', '2007-07-07', now(), 'test')`, [id]);
      if (code) await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, $2, '2007-07-07', now(), 'test')`, [id, code]);
      const [member] = await rows(`insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, '31016011', true, '2024-09-01', now(), 'test') returning id`, [id, SCHOOL]);
      const [tenth] = await rows(`select id from education.class where institution_id = $1 and year = 2025 and grade = 10`, [SCHOOL]);
      await rows(`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by) values ($1, $2, $3, '2025-09-02', '2026-09-01', now(), 'test')`, [member.id, tenth.id, id]);
      await rows(
        `insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
         values (2025, $1, $2, 900001, 'YEAR', $3, $4, 'TEN', '9', 'confirmed', 'manual', '2026-06-01T10:00:00Z', 'test')`,
        [SCHOOL, id, member.id, tenth.id],
      );
      await t.perform(giveConsent, { person: id, university: UNIVERSITY, until: '2027-09-01' }, as(id));
    }
    await rows(`insert into persons.protection (person_id, kind, valid_from, basis, recorded_at, recorded_by) values ($1, 'violence', '2026-01-01', 'Tiesas lēmums', now(), 'test')`, [HIDDEN]);
  });

  test('stands in no list', async () => {
    expect(await take()).toEqual({ applicants: [], next: null });
  });

  test('is handed over by the code or the number of the consent that they told the university; of the protected without the school', async () => {
    const [hidden] = (await take({ personCode: '450507-10007' })).applicants;
    expect(hidden).toMatchObject({ personCode: '45050710007', marks: [{ grade: 10, value: '9', regNr: null, institution: null }] });
    const { consents } = await t.perform(openConsents, {}, as(CODELESS));
    const [codeless] = (await take({ consent: consents[0]!.id })).applicants;
    expect(codeless).toMatchObject({ personCode: null, marks: [{ value: '9', regNr: '9900000000' }] });
    expect((await take({ consent: person(9) })).applicants).toEqual([]);
    expect(await rows(`select subjects from audit.entry where action = 'marks.take-admission-marks' and $1 = any(subjects)`, [HIDDEN])).toHaveLength(1);
  });
});

describe('results of state exams', () => {
  const [AGREED, MARKS_ALONE, LATER] = [person('a'), person('b'), person('c')];
  const codeOf = { [AGREED]: '45050710011', [MARKS_ALONE]: '45050710012', [LATER]: '45050710013' } as Record<string, string>;
  const REGISTER = 'sistema.registrs';
  let register: string;
  interface Facts {
    readonly items: readonly { id: string; kind: string; personCode: string; examCode: string; result: { total: number; parts: number[] } | null }[];
    readonly next: string | null;
    readonly more: boolean;
  }
  /** As a university's own program would: nothing but HTTP, its token and the cursor it kept. */
  const follow = async (bearer: string, after?: string | null, limit = 100): Promise<Facts> => {
    const answer = await fetch(`${t.address}/api/certificates/changes`, { method: 'POST', headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }, body: JSON.stringify({ limit, ...(after && { after }) }) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Facts;
  };
  const told = ({ items }: Facts) => items.map(({ kind, personCode, examCode, result }) => [kind, personCode, examCode, result?.total]);

  beforeAll(async () => {
    const [session] = await rows(`select id from exams.session where year = 2025 and stage = 'secondary'`);
    const publications: string[][] = [];
    for (const [code, visibleFrom] of [['MATOL', '2026-11-20T09:00:00+02:00'], ['LATOL', '2026-12-20T09:00:00+02:00']] as const) {
      const [exam] = await rows(`select x.id, s.id as scoring_id from exams.exam x join exams.scoring s on s.exam_id = x.id where x.year = 2025 and x.code = $1`, [code]);
      const [event] = await rows(`insert into exams.event (session_id, exam_id, term, held_on, start_time, legal_basis, verified, recorded_at, recorded_by) values ($1, $2, 'main', '2026-05-20', '10:00', 'test', false, now(), 'test') returning id`, [session.id, exam.id]);
      const [sitting] = await rows(`insert into exams.sitting (event_id, institution_id, opened_at, opened_by) values ($1, $2, now(), 'test') returning id`, [event.id, SCHOOL]);
      for (const [at, id] of [AGREED, MARKS_ALONE, LATER].entries()) {
        await rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, '2007-07-07', 'female', 'paraugs', 'rita', now(), 'test') on conflict do nothing`, [id]);
        await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) select $1, $2, '2007-07-07', now(), 'test' where not exists (select from persons.code where code = $2)`, [id, codeOf[id!]]);
        await rows(`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select $1, 'Rita', 'Paraugs', '2007-07-07', now(), 'test' where not exists (select from persons.name where person_id = $1)`, [id]);
        await rows(`insert into exams.candidate_code (code, person_id, institution_id, valid_from, issued_at, issued_by) values ($1, $2, $3, '2025-11-01', now(), 'test') on conflict do nothing`, [`80000000000${at}`, id, SCHOOL]);
        const [entry] = await rows(
          `insert into exams.entry (sitting_id, event_id, exam_id, term, person_id, class_title, origin, applied_on, state, candidate_code, registered_at, registered_by, changed_at, changed_by)
           values ($1, $2, $3, 'main', $4, '12.a', 'application', '2025-12-01', 'confirmed', $5, now(), 'test', now(), 'test') returning id`,
          [sitting.id, event.id, exam.id, id, `80000000000${at}`],
        );
        await rows(`insert into exams.attendance (entry_id, part, mark, has_work, marked_at, marked_by) values ($1, 1, 'present', true, now(), 'test')`, [entry.id]);
        await rows(`insert into exams.result (entry_id, version, scoring_id, rule, half_points, per_cents, total, why, recorded_at, recorded_by) values ($1, 1, $2, 'test', '{60,20}', '{50,60}', $3, 'first', now(), 'test')`, [entry.id, exam.scoring_id, 50 + at]);
      }
      publications.push([event.id, visibleFrom]);
    }
    await rows(`insert into access.app_user (login, name, recorded_at, recorded_by) values ($1, $1, now(), 'test')`, [REGISTER]);
    await rows(`insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by) select id, 'exam-results-register', true, '2026-01-01', 'Noteikumi', '2026-01-01', now(), 'test' from access.app_user where login = $1`, [REGISTER]);
    const client = await t.client({ kind: 'machine', user: REGISTER });
    register = (await openid.clientCredentialsGrant(await t.discover(client.id, openid.ClientSecretBasic(client.secret!)))).access_token;
    await t.perform(giveConsent, { person: AGREED, university: UNIVERSITY, until: '2027-09-01', exams: 'yes' }, as(AGREED!));
    await t.perform(giveConsent, { person: MARKS_ALONE, university: UNIVERSITY, until: '2027-09-01' }, as(MARKS_ALONE!));
    await t.runDueJobs();
    for (const [eventId, visibleFrom] of publications) await rows(`insert into exams.publication (event_id, visible_from, basis, set_at, set_by, confirmed_at, confirmed_by) values ($1, $2, 'test', '2026-06-01', 'one', '2026-06-02', 'another')`, [eventId, visibleFrom]);
    await announceResults.run({ platform: t.platform, now: t.platform.clock.now() }, {});
    await t.runDueJobs();
  });

  test('a university follows what is published of those whose consent covers exams, another one gets nothing, and the register follows everybody', async () => {
    const taken = async (who: string) => (await t.perform(openConsents, {}, as(who))).consents.map(({ readAt, examsReadAt }) => [readAt, examsReadAt !== null]);
    expect([await taken(AGREED!), await taken(MARKS_ALONE!)]).toEqual([[[null, false]], [[null, false]]]);
    // A fact appears when no transaction of the server can precede it any more.
    await expect.poll(async () => told(await follow(token)), { timeout: 20_000 }).toEqual([['result.published', codeOf[AGREED!], 'MATOL', 50]]);
    expect((await follow(token)).items[0]!.result).toMatchObject({ parts: [50, 60] });
    expect((await follow(otherToken)).items).toEqual([]);
    expect([await taken(AGREED!), await taken(MARKS_ALONE!)]).toEqual([[[null, true]], [[null, false]]]);
    const first = await follow(register, null, 2);
    const rest = await follow(register, first.next, 2);
    expect([first.more, rest.more, new Set([...first.items, ...rest.items].map(({ id }) => id)).size]).toEqual([true, false, 3]);
    expect(told(await follow(register, rest.next))).toEqual([]);
    const counts = await fetch(`${t.address}/api/certificates/changes/counts/2025`, { headers: { authorization: `Bearer ${token}` } });
    expect(((await counts.json()) as { exams: unknown[] }).exams).toEqual([{ year: 2025, examCode: 'MATOL', results: 1, exempt: 0, replaced: 0, certificates: 0 }]);
    expect(await rows(`select subjects, facts->>'purpose' as purpose from audit.entry where action = 'certificates.take-changes' order by id limit 1`)).toEqual([{ subjects: [AGREED], purpose: 'admission' }]);
  });

  test('who agrees after publication is told of to that university alone, though its cursor has passed; who withdraws is in no page any more', async () => {
    const { next } = await follow(token);
    await t.perform(giveConsent, { person: LATER, university: UNIVERSITY, until: '2027-09-01', exams: 'yes' }, as(LATER!));
    await rows(`update marks.admission_consent set given_at = given_at + interval '1 minute' where person_id = $1`, [LATER]);
    await t.runDueJobs();
    await expect.poll(async () => told(await follow(token, next)), { timeout: 20_000 }).toEqual([['result.published', codeOf[LATER!], 'MATOL', 52]]);
    expect((await follow(otherToken)).items).toEqual([]);
    const { consents } = await t.perform(openConsents, {}, as(LATER!));
    expect(consents.map(({ coversExams }) => coversExams)).toEqual([true]);
    await t.perform(withdraw, { id: consents[0]!.id }, as(LATER!));
    expect((await follow(token, next)).items).toEqual([]);
    expect(new Set((await follow(token)).items.map(({ personCode }) => personCode))).toEqual(new Set([codeOf[AGREED!]]));
  });

  test('a cursor that is none is refused with what to do', async () => {
    const answer = await fetch(`${t.address}/api/certificates/changes`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ after: 'nowhere' }) });
    expect([answer.status, ((await answer.json()) as { errors: { field: string }[] }).errors[0]!.field]).toEqual([422, 'after']);
  });
});
