import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BASIC } from '../../education/tests/made-up-schools.js';
import { A, B, type SendingSchool, sendingSchool, YEAR } from './sending-school.js';

const ROSTERING = '/ims/oneroster/rostering/v1p2';
const GRADEBOOK = '/ims/oneroster/gradebook/v1p2';
const SCHOOLS = 220;
const PUPILS = 3;
/** Of each pupil in the class and in its subject, and of the teacher in three classes. */
const ENROLMENTS = SCHOOLS * PUPILS * 2 + 3;

let s: SendingSchool;
let token: string;
let asked: { text: string; values: readonly unknown[] }[] = [];
beforeAll(async () => {
  s = await sendingSchool();
  await manySchools();
  const schools = await s.rows<{ id: string }>(`select id from institutions.institution where reg_nr like '70000%'`);
  ({ token } = await s.journal('liels', schools.map(({ id }) => id)));
  const heard = new WeakSet<pg.PoolClient>();
  s.t.database.pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      if (typeof args[0] === 'string') asked.push({ text: args[0], values: (args[1] ?? []) as unknown[] });
      return query(...args);
    }) as typeof client.query;
  });
}, 120_000);
afterAll(() => s.t.close());

/** Each with a class, some pupils, a subject with its teacher and marks; one teacher has a class in three of them. */
async function manySchools(): Promise<void> {
  const maths = await s.subject('Matemātika');
  await s.rows(`insert into institutions.institution (reg_nr, founded_on, name, recorded_at, recorded_by) select (7000000000 + n)::text, '2010-09-01', 'Izdomātā skola ' || n, now(), 'test' from generate_series(1, ${SCHOOLS}) n`);
  await s.rows(`insert into persons.person (id, born_on, sex, family_key, given_key, recorded_at, recorded_by) values ('01900000-0000-7000-8000-00000000ffff', '1980-01-01', 'female', 'VISUR', 'ANNA', now(), 'test')`);
  await s.rows(
    `insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, teacher_id, recorded_at, recorded_by)
     select $1, id, 'class', 5, '5.a', '5A', $2, case when reg_nr in ('7000000001', '7000000100', '7000000200') then '01900000-0000-7000-8000-00000000ffff'::uuid end, now(), 'test'
     from institutions.institution where reg_nr like '70000%'`, [YEAR, BASIC],
  );
  await s.rows(`insert into education.class_subject (class_id, subject_id) select c.id, $1 from education.class c `, [maths]);
  await s.rows(
    `with made as (insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) select '2015-05-05', 'male', 'PARAUGS', 'JĀNIS', now(), 'test' from generate_series(1, ${SCHOOLS * PUPILS}) returning id),
       numbered as (select id, row_number() over () - 1 as n from made),
       named as (insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select id, 'Jānis', 'Paraugs', '2015-05-05', now(), 'test' from made),
       seats as (select c.id as class_id, c.institution_id, row_number() over (order by c.id) - 1 as n from education.class c),
       members as (insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by)
         select p.id, t.institution_id, '${BASIC}', true, '2026-09-01', now(), 'test' from numbered p join seats t on t.n = p.n / ${PUPILS} returning id, person_id, institution_id),
       placed as (insert into education.placement (membership_id, class_id, person_id, valid_from, recorded_at, recorded_by) select m.id, t.class_id, m.person_id, '2026-09-01', now(), 'test' from members m join seats t using (institution_id))
     insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
       select $1, m.institution_id, m.person_id, $2, 'S1', m.id, t.class_id, 'TEN', '8', 'confirmed', 'manual', now(), 'test' from members m join seats t using (institution_id)`,
    [YEAR, maths],
  );
  await s.rows('analyze');
}

interface Page {
  readonly ids: readonly string[];
  readonly records: readonly { readonly sourcedId: string; readonly roles?: readonly unknown[] }[];
  /** Not a number where it is not said. */
  readonly total: number;
  readonly next: string | null;
  readonly links: string;
}

async function ask(path: string): Promise<Page> {
  const answer = await fetch(new URL(path, s.t.address), { headers: { authorization: `Bearer ${token}` } });
  expect([path, answer.status]).toEqual([path, 200]);
  const links = answer.headers.get('link') ?? '';
  const records = Object.values((await answer.json()) as Record<string, Page['records']>)[0]!;
  const next = /<([^>]+)>; rel="next"/.exec(links)?.[1];
  return { records, ids: records.map(({ sourcedId }) => sourcedId), total: Number(answer.headers.get('x-total-count') ?? NaN), next: next ? new URL(next).pathname + new URL(next).search : null, links };
}

/** Goes through a list by its links. */
async function walk(path: string): Promise<{ ids: string[]; total: number; pages: number; statements: number[] }> {
  const ids: string[] = [];
  const statements: number[] = [];
  let [total, pages] = [0, 0];
  for (let at: string | null = path; at; pages += 1) {
    asked = [];
    const page: Page = await ask(at);
    // Those of the list itself: who asks and what is logged does not grow with it.
    statements.push(asked.filter(({ text }) => text.includes('sourced_id')).length);
    if (pages > 0) expect(page.total).toBe(total);
    ids.push(...page.ids);
    ({ total, next: at } = page);
  }
  return { ids, total, pages, statements };
}

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test.each([
  [`${ROSTERING}/orgs`, SCHOOLS], [`${ROSTERING}/classes`, SCHOOLS * 2], [`${ROSTERING}/courses`, SCHOOLS * 2], [`${ROSTERING}/students`, SCHOOLS * PUPILS], [`${ROSTERING}/users`, SCHOOLS * PUPILS + 1], [`${ROSTERING}/demographics`, SCHOOLS * PUPILS],
  [`${ROSTERING}/enrollments`, ENROLMENTS], [`${GRADEBOOK}/lineItems`, SCHOOLS * 3], [`${GRADEBOOK}/results`, SCHOOLS * PUPILS],
])('%s of all schools is gone through by its links, each record once, and no page asks more than another', async (path, count) => {
  const { ids, total, pages, statements } = await walk(`${path}?limit=150`);
  expect([ids.length, new Set(ids).size, total, pages]).toEqual([count, count, count, Math.ceil(count / 150)]);
  // The page, where it has results what was assessed under them, and for the first page how many there are.
  expect([statements[0]! <= 3, Math.max(...statements.slice(1)) <= 2]).toEqual([true, true]);
});

test.each([
  [`${ROSTERING}/classes`, /^class$/, SCHOOLS], [`${ROSTERING}/enrollments`, /^placement$/, SCHOOLS * PUPILS], [`${ROSTERING}/users`, /^placement$/, SCHOOLS * PUPILS],
  [`${GRADEBOOK}/lineItems`, /^class$/, SCHOOLS], [`${GRADEBOOK}/results`, /^mark/, SCHOOLS * PUPILS],
])('a page in the middle of %s reads of the schools that it shows, counts nothing, and would do so whatever is asked', async (path, table, whole) => {
  const second = (await ask(`${path}?limit=20`)).next!;
  asked = [];
  await ask(second);
  const { text, values } = asked.find((one) => one.text.includes('page_school'))!;
  expect(asked.filter((one) => one.text.includes('as total from'))).toEqual([]);
  // As it is planned once for whatever is asked later: nothing of the values is known then.
  const client = await s.t.database.pool.connect();
  try {
    await client.query(`set plan_cache_mode = force_generic_plan; prepare page as ${text}`);
    const literal = (value: unknown) => (Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (analyze, format json) execute page (${values.map(literal).join(', ')})`);
    const read = nodes(rows[0]!['QUERY PLAN'][0]!.Plan).filter((node) => table.test(node['Relation Name'] ?? '')).map((node) => node['Actual Rows'] * node['Actual Loops']);
    expect(Math.max(...read)).toBeGreaterThan(0);
    // A sort that goes by schools looks some ahead.
    expect(Math.max(...read)).toBeLessThan(whole / 2);
  } finally {
    await client.query('deallocate page; reset plan_cache_mode');
    client.release();
  }
});

test('somebody with a role in several schools stands in the list once, with all roles', async () => {
  const { records } = await ask(`${ROSTERING}/teachers`);
  expect(records.map(({ roles }) => roles?.length)).toEqual([3]);
});

test('a list sorted by a field is gone through by its links in that order, what has no value included', async () => {
  for (const orderBy of ['asc', 'desc']) {
    const { ids, total } = await walk(`${ROSTERING}/enrollments?limit=400&sort=beginDate&orderBy=${orderBy}`);
    expect([ids.length, new Set(ids).size, total]).toEqual([ENROLMENTS, ENROLMENTS, ENROLMENTS]);
    expect(ids.slice(0, 3).every((id) => id.startsWith('t.'))).toBe(orderBy === 'asc');
  }
});

test('offset passes over records as before, up to a bound that is told with the way on', async () => {
  const all = await walk(`${ROSTERING}/students?limit=500`);
  const page = await ask(`${ROSTERING}/students?limit=3&offset=301`);
  expect([page.ids, page.total]).toEqual([all.ids.slice(301, 304), SCHOOLS * PUPILS]);
  expect(page.links).toMatch(/offset=298>; rel="prev".*offset=304&after=[\w-]+>; rel="next".*offset=657>; rel="last"/);
  const far = await fetch(`${s.t.address}${ROSTERING}/students?offset=10001`, { headers: { authorization: `Bearer ${token}` } });
  expect([far.status, ((await far.json()) as { imsx_description: string }).imsx_description]).toEqual([400, expect.stringContaining('rel="next"') as string]);
  // Of one school, as far as one likes.
  const [school] = await s.rows<{ id: string }>(`select id from institutions.institution where reg_nr = '7000000001'`);
  expect((await ask(`${ROSTERING}/schools/${school!.id}/students?offset=10001`)).ids).toEqual([]);
});

test('a place in a list tells nobody’s name, cannot be made up, and leads to no school of another', async () => {
  const { next } = await ask(`${ROSTERING}/students?limit=2&sort=familyName`);
  const after = new URL(next!, s.t.address).searchParams.get('after')!;
  expect(Buffer.from(after, 'base64url').toString('latin1')).not.toMatch(/Paraug|PARAUG|7000/);
  for (const wrong of ['x', after.slice(0, -2), Buffer.from(JSON.stringify({ school: null, id: '', total: 1 })).toString('base64url')]) {
    const refused = await fetch(`${s.t.address}${ROSTERING}/students?after=${wrong}`, { headers: { authorization: `Bearer ${token}` } });
    expect(refused.status).toBe(400);
  }
  const { token: other } = await s.journal('mazs', [A, B]);
  const answer = await fetch(new URL((await ask(`${ROSTERING}/students?limit=2`)).next!, s.t.address), { headers: { authorization: `Bearer ${other}` } });
  expect(await answer.json()).toEqual({ users: [] });
});

test('a list of several schools that is too long to be counted says neither how many there are nor where it ends, and counting stops early', async () => {
  await s.rows(
    `insert into marks.mark (year, institution_id, person_id, subject_id, period, membership_id, class_id, scale, value, state, channel, entered_at, entered_by)
     select m.year, m.institution_id, m.person_id, b.id, p, m.membership_id, m.class_id, 'TEN', '8', 'confirmed', 'manual', m.entered_at, 'test'
     from marks.mark m cross join (select id from education.subject order by id limit 17) b cross join unnest(array['S1', 'S2']) p on conflict do nothing`,
  );
  const first = await ask(`${GRADEBOOK}/results?limit=20`);
  expect([first.ids.length, first.total, first.links.includes('rel="last"')]).toEqual([20, NaN, false]);
  const second = await ask(first.next!);
  expect([second.total, second.ids.some((id) => first.ids.includes(id))]).toEqual([NaN, false]);
  // Of one school it is said, however many schools there are.
  const [school] = await s.rows<{ id: string }>(`select id from institutions.institution where reg_nr = '7000000001'`);
  expect((await ask(`${ROSTERING}/schools/${school!.id}/students?limit=2`)).total).toBe(PUPILS);
});
