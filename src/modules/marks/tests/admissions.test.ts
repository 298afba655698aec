import * as openid from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { INSTITUTIONS } from '../../access/tests/made-up-country.js';
import { type ListeningProgram, listeningProgram } from '../../apps/tests/program.js';
import { admissionSteps, giveConsent, openConsents, withdraw } from '../actions/admissions.js';
import { findRecord } from '../store/records.js';

/** The third institution plays the university; the first is the school. */
const [SCHOOL, OTHER_UNIVERSITY, UNIVERSITY] = INSTITUTIONS;
const person = (n: number) => `01900000-0000-7000-8000-00000000d00${n}`;
const [ADULT, CHILD, PARENT, STRANGER] = [person(1), person(2), person(3), person(4)];

let t: ListeningProgram;
let token: string;
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
  await university('cita.augstskola', OTHER_UNIVERSITY);
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
