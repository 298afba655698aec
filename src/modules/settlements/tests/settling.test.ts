import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '../jobs/settle.js';
import { type Neighbour, type Neighbours, neighbours } from './neighbours.js';

/** After the move of 3 March, whose statement of changes is prepared on the 10th. */
const NOW = '2027-03-10T10:00:00+02:00';
const COUNTED = '2027-01-01';
const REASON = 'reason=municipal-service';

let n: Neighbours;
let child: string;
let shielded: string;
let costs: string;
const ID = '[0-9a-f]{8}-[0-9a-f-]{27}';

beforeAll(async () => {
  n = await neighbours(NOW);
  child = await n.childIn(n.a.atvk);
  shielded = await n.childIn(n.a.atvk);
  await n.rows(`insert into persons.protection (person_id, kind, basis, valid_from, recorded_at, recorded_by) values ($1, 'violence', 'Lēmums', '2026-01-01', now(), 'test')`, [shielded]);
  for (let own = 0; own < 8; own += 1) await n.childIn(n.b.atvk);
  costs = `/settlements/institutions/${n.regNrs[0]}`;
});
afterAll(() => n.t.close());

const statements = async ({ settler }: Neighbour) => [...(await settler.open('/settlements?lang=lv')).body.matchAll(new RegExp(`href="(/settlements/statements/${ID})"`, 'g'))].map(([, href]) => href!);
const owed = (month: string, unitId: number) =>
  n.rows<{ cents: number }>('select coalesce(sum(l.cents), 0)::int as cents from settlements.statement_line l join settlements.statement s on s.id = l.statement_id where l.month = $1 and s.recipient_id = $2', [month, unitId]).then(([row]) => row!.cents);

test('costs of a school count once its municipality has approved them; what does not count says why', async () => {
  const { settler } = n.b;
  const item = { year: '2027', code: '1100', title: 'Darba samaksa', amount: '100 000,00', included: 'yes', reason: '' };
  expect((await settler.send(costs, { ...item, code: '11', included: 'yes' })).status).toBe(422);
  expect((await settler.send(costs, { ...item, code: '7700', title: 'Ēdināšana', included: 'no' })).body).toContain('norādiet iemeslu');
  expect((await settler.send(costs, { ...item, code: '7700', title: 'Ēdināšana', amount: '5000', included: 'no', reason: 'Maksā vecāki' })).status).toBe(303);
  expect((await settler.send(costs, { ...item, amount: '90 000' })).status).toBe(303);
  expect((await settler.send(costs, { ...item, code: '2200', title: 'Pakalpojumi', amount: '30 000' })).status).toBe(303);
  expect((await settler.send('/settlements/institutions', { counted: COUNTED })).status).toBe(409);
  expect((await settler.send(`${costs}/costs/approve`, { year: '2027', version: '1' })).status).toBe(403);
  expect((await n.a.settler.open(costs)).status).toBe(404);
  expect((await n.head.send(`${costs}/costs/approve`, { year: '2027', version: '1' })).status).toBe(303);
  expect((await n.head.send(`${costs}/costs/approve`, { year: '2027', version: '1' })).status).toBe(409);
});

test('scenario 17.8: a child of A in a preschool of B is counted on 1 January; it moves to C on 3 March, so C pays from April, and both see the difference', async () => {
  const { settler } = n.b;
  expect((await settler.send(`${costs}/count`, { day: COUNTED })).status).toBe(303);
  expect((await settler.open(`${costs}?year=2027&lang=lv`)).body).toMatch(/120\s000,00\s€ \/ 10 \/ 12 = 1000,00\s€/);
  // Pressed twice at once, it is prepared once.
  const pressed = await Promise.all([1, 2].map(() => settler.send('/settlements/institutions', { counted: COUNTED })));
  expect(pressed.map(({ location }) => location)).toEqual(['/settlements', '/settlements']);
  const [first] = await statements(n.a);
  expect(await statements(n.b)).toEqual([first]);
  expect(await statements(n.c)).toEqual([]);
  const page = (await n.a.settler.open(`${first}?lang=lv`)).body;
  expect(page).toMatch(/16\s000,00\s€/);
  expect((await n.c.settler.open(first!)).status).toBe(404);
  expect([await owed('2027-03-01', n.a.unitId), await owed('2027-08-01', n.a.unitId)]).toEqual([200_000, 200_000]);

  await n.declare(child, n.c.atvk, '2027-03-03');
  await settle.run({ platform: n.t.platform, now: n.t.platform.clock.now() }, {});
  const months = (unitId: number) => Promise.all(['2027-03-01', '2027-04-01', '2027-08-01'].map((month) => owed(month, unitId)));
  expect(await months(n.a.unitId)).toEqual([200_000, 100_000, 100_000]);
  expect(await months(n.c.unitId)).toEqual([0, 100_000, 100_000]);
  const [delta, stays] = await statements(n.a);
  expect(stays).toBe(first);
  expect((await n.a.settler.open(`${delta}?lang=lv`)).body).toMatch(/[−-]5000,00\s€[\s\S]*11\s000,00\s€/);
  expect((await n.a.settler.open(`${first}?lang=lv`)).body).toMatch(/16\s000,00\s€/);
  const [toC] = await statements(n.c);
  expect((await n.c.settler.open(`${toC}?lang=lv`)).body).toMatch(/5000,00\s€/);
  expect(new Set(await statements(n.b))).toEqual(new Set([first, delta, toC]));
  // Whoever pays more or less is told, by a notice that leads there.
  await n.t.runDueJobs();
  for (const [side, href] of [[n.a, delta], [n.c, toC], [n.b, delta]] as const) expect((await side.settler.open('/my/notices?lang=lv')).body).toContain(href);
  const same = await n.rows('select count(*) from settlements.statement');
  await settle.run({ platform: n.t.platform, now: n.t.platform.clock.now() }, {});
  await settler.send('/settlements/institutions', { counted: COUNTED });
  expect(await n.rows('select count(*) from settlements.statement')).toEqual(same);
});

test('both sides see the same names, with a reason that is logged for everyone shown; of protected people initials', async () => {
  const first = (await statements(n.a)).at(-1)!;
  expect((await n.a.settler.open(`${first}/learners?lang=lv`)).body).toContain('Kādēļ skatāties šos datus?');
  const lists = await Promise.all([n.a, n.b].map(async ({ settler }) => /<tbody[\s\S]*<\/tbody>/.exec((await settler.open(`${first}/learners?${REASON}&lang=lv`)).body)![0]));
  expect(lists[0]).toBe(lists[1]);
  expect(lists[0]).toMatch(/Paraugs\w, Anna/);
  expect(lists[0]).toContain('P., A.');
  expect((await n.c.settler.open(`${first}/learners?${REASON}`)).status).toBe(404);
  const file = (await n.a.settler.open(`${first}/export?format=csv&${REASON}&lang=lv`)).body;
  expect(file.match(/1000[.,]00"?[;,]"?8000[.,]00/g)).toHaveLength(2);
  expect((await n.a.settler.open(`${first}/export?format=xlsx&${REASON}`)).status).toBe(200);
  expect((await n.a.settler.open(`${first}/export?format=csv`)).status).toBe(422);
  const looks = await n.rows(`select 1 from audit.entry where action = 'settlements.read-learners' and reason = 'municipal-service' and cardinality(subjects) = 2`);
  expect(looks).toHaveLength(2);
});

test('the recipient disputes with a reason, the provider answers, the recipient agrees; each in their turn and on their side', async () => {
  const first = (await statements(n.a)).at(-1)!;
  expect((await n.b.settler.send(`${first}/dispute`, { reason: 'Mēs nemaksāsim' })).status).toBe(409);
  expect((await n.a.settler.send(`${first}/dispute`, { reason: ' ' })).status).toBe(422);
  expect((await n.a.settler.send(`${first}/dispute`, { reason: 'Bērns martā bija slims' })).status).toBe(303);
  expect((await n.a.settler.send(`${first}/agree`, {})).status).toBe(409);
  expect((await n.a.settler.send(`${first}/answer`, { answer: 'Pats sev' })).status).toBe(409);
  expect((await n.b.settler.open(`${first}/answer?lang=lv`)).body).toContain('Bērns martā bija slims');
  expect((await n.b.settler.send(`${first}/answer`, { answer: 'Slimība maksu nemaina' })).status).toBe(303);
  expect((await n.a.settler.open(`${first}?lang=lv`)).body).toContain('Slimība maksu nemaina');
  expect((await n.a.settler.send(`${first}/agree`, {})).status).toBe(303);
  expect((await n.a.settler.send(`${first}/agree`, {})).status).toBe(409);
});

test('an address corrected afterwards leaves the count that was taken; counted anew it is a version of its own, and so are changed costs', async () => {
  const mistaken = await n.childIn(n.b.atvk);
  await n.b.settler.send(`${costs}/count`, { day: COUNTED });
  expect(await n.rows('select version, learners from settlements.count_snapshot order by version')).toEqual([{ version: 1, learners: 10 }, { version: 2, learners: 11 }]);
  await n.declare(mistaken, n.b.atvk, '2027-01-15');
  await n.b.settler.send(`${costs}/count`, { day: COUNTED });
  expect(await n.rows('select count(*)::int as n from settlements.count_snapshot')).toEqual([{ n: 2 }]);
  await n.b.settler.send(costs, { year: '2027', code: '2200', title: 'Pakalpojumi', amount: '42 000', included: 'yes', reason: '' });
  await n.head.send(`${costs}/costs/approve`, { year: '2027', version: '2' });
  await n.b.settler.send('/settlements/institutions', { counted: COUNTED });
  // 132 000 € / 11 / 12 is what it was: nothing has changed for anybody.
  expect(await owed('2027-01-01', n.a.unitId)).toBe(200_000);
  expect(await n.rows(`select state from settlements.cost_sheet order by version`)).toEqual([{ state: 'replaced' }, { state: 'approved' }]);
  await n.b.settler.send(costs, { year: '2027', code: '2200', title: 'Pakalpojumi', amount: '55 200', included: 'yes', reason: '' });
  await n.head.send(`${costs}/costs/approve`, { year: '2027', version: '3' });
  await n.b.settler.send('/settlements/institutions', { counted: COUNTED });
  expect([await owed('2027-01-01', n.a.unitId), await owed('2027-05-01', n.c.unitId)]).toEqual([220_000, 110_000]);
});
