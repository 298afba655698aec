import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { correctEntry } from '#modules/institutions/actions/correct-entry.js';
import { registerInstitutionsPermission } from '#modules/institutions/public.js';
import { listReforms } from '#modules/territories/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { systemActor } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { actorWith, type TestPlatform } from '#test/test-platform.js';
import { applyReform } from '../actions/apply-reform.js';
import { correctSuccession, foretellSuccession, listForCorrection, openCorrection } from '../actions/correct-succession.js';
import { draftReform } from '../actions/draft-reform.js';
import { cancelReform, foretellTold, prepareReform } from '../actions/prepare-reform.js';
import { exportChanges, showChanges, showDifferences, showReform, showReforms } from '../actions/read-reforms.js';
import { rehearseReform } from '../actions/rehearse-reform.js';
import { watchFit } from '../actions/watch-fit.js';
import { tellLateUsers } from '../jobs/tell-users.js';
import { insertChanges } from '../store/changes.js';
import { beginMisfit } from '../store/misfits.js';
import { countIn, countryOnTheDay, draftMerger, MERGER, OPERATOR, programOf, takeOverInAutumn } from './made-up-merger.js';

let t: TestPlatform;
beforeEach(async () => void (t = await countryOnTheDay()));
afterEach(() => t.close());

const draft = (changes?: Parameters<typeof draftMerger>[1]) => draftMerger(t, changes);
const count = (query: Sql) => countIn(t, query);
const activeOnCeasing = () =>
  count(sql`select count(*) as n from access.role_grant g join territories.unit_version v on v.unit_id = g.unit_id
    where v.atvk in ('0047000', '0023000') and daterange(g.valid_from, g.valid_to) @> '2026-07-01'::date`);

test('what was rehearsed is what happens: difference 0, rights on ceasing municipalities end, a founder recorded ahead is the successor, and so is the owner of a program', async () => {
  const reformId = await draft();
  const [school] = await takeOverInAutumn(t, ['0047000']);
  const program = await programOf(t, '0023000');
  const { rehearsalId } = await t.perform(rehearseReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  const foreseen = await t.perform(showChanges, { reformId, rehearsalId }, OPERATOR);
  expect(await activeOnCeasing()).toBeGreaterThan(0);
  await t.perform(prepareReform, { reformId }, OPERATOR);
  const done = await t.perform(applyReform, { reformId }, OPERATOR);
  expect(done).toMatchObject({ difference: 0, foreseen: foreseen.rehearsal?.changes, happened: foreseen.rehearsal?.changes });
  const happened = await t.perform(showChanges, { reformId }, OPERATOR);
  expect(happened.rows).toEqual(foreseen.rows);
  const { application, rehearsals } = await t.perform(showReform, { reformId }, OPERATOR);
  expect(application).toMatchObject({ rehearsalId, difference: 0, fingerprint: rehearsals[0]!.fingerprint });
  expect((await t.perform(showDifferences, { reformId }, OPERATOR)).rows).toEqual([]);
  const moments = async (of: object) => (await t.perform(exportChanges, { reformId, ...of }, OPERATOR)).moments;
  expect([await moments({ rehearsalId }), await moments({})], 'a file says of which moment it is').toMatchObject([[{ of: 'rehearsal', by: OPERATOR.name }], [{ of: 'application', by: OPERATOR.name }]]);
  expect(await activeOnCeasing()).toBe(0);
  expect((await t.perform(showChanges, { reformId, kind: 'coming-founder' }, OPERATOR)).rows).toMatchObject([{ before: 'Saulkrastu novads', after: 'Piekrastes novads', effect: 'changes', label: expect.stringMatching(/ \(01\.09\.2026\.\)$/) }]);
  expect((await t.perform(showChanges, { reformId, kind: 'program' }, OPERATOR)).rows).toMatchObject([{ key: program, before: 'Ādažu novads', after: 'Piekrastes novads', effect: 'changes' }]);
  expect(await count(sql`select count(*) as n from apps.client c join territories.unit_version v on v.unit_id = c.unit_id where c.id = ${program} and v.atvk = '0057000'`)).toBe(1);
  const ahead = (await t.server.inject(`/api/institutions/${school!.regNr}`)).json().founders.filter((one: { role: string; validFrom: string }) => one.role === 'actual' && one.validFrom >= '2026-07-01');
  expect(ahead).toMatchObject([{ name: 'Piekrastes novads', validFrom: '2026-09-01', reason: 'takeover', basis: `Domes lēmums; ${MERGER.legalBasis}` }]);
  expect(await count(sql`select count(*) as n from territories.unit_version where daterange(valid_from, valid_to) @> '2026-07-01'::date`)).toBe(41);
});

test('a rehearsal changes nothing and looks at all registers as of one moment, whatever happens meanwhile', async () => {
  const reformId = await draft();
  const meanwhile = new pg.Client({ connectionString: t.ownerUrl });
  await meanwhile.connect();
  await meanwhile.query(`create function public.hand_over() returns trigger language plpgsql security definer as $$ begin
      update institutions.founder f set unit_id = other.unit_id from territories.unit_version own, territories.unit_version other
      where f.unit_id = own.unit_id and own.atvk = '0047000' and other.atvk = '0023000' and f.superseded_at is null;
      return new;
    end $$;
    create trigger hand_over before update on reforms.rehearsal for each row when (new.step = 'access') execute function public.hand_over()`);
  await meanwhile.end();
  const before = await activeOnCeasing();
  await t.perform(rehearseReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  expect(await activeOnCeasing()).toBe(before);
  expect((await t.perform(showReform, { reformId }, OPERATOR)).rehearsals).toMatchObject([{ state: 'done' }]);
  const unitsOf = (kind: string) => count(sql`select count(distinct before) as n from reforms.change where reform_id = ${reformId} and kind = ${kind}`);
  expect([await unitsOf('actual-founder'), await unitsOf('institution-grant')]).toEqual([2, 2]);
  expect(await count(sql`select count(*) as n from institutions.founder f join territories.unit_version v on v.unit_id = f.unit_id where v.atvk = '0047000' and f.superseded_at is null`), 'what happened meanwhile').toBe(0);
});

test('users of ceasing municipalities are told once the reform is prepared, each once, and who gets rights there later the next morning', async () => {
  const reformId = await draft({ effective: '2027-07-01' });
  await t.perform(prepareReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  const notices = () => count(sql`select count(*) as n from platform.notice where kind = 'reforms.rights-end'`);
  const told = await notices();
  expect(told).toBeGreaterThan(0);
  expect(await count(sql`select count(distinct user_id) as n from platform.notice where kind = 'reforms.rights-end' and body_lv ~ '(Ādažu|Saulkrastu) novads 01.07.2027. beidz pastāvēt'`), 'each hears which municipality ceases').toBe(told);
  await t.database.pool.query(
    `insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
     select u.id, 'municipality-education-specialist', v.unit_id, '2026-07-01', 'Rīkojums', '2026-07-01', now(), 'test' from territories.unit_version v,
     (select id from access.app_user where state = 'active' and email <> '' and id::text not in (select user_id from platform.notice) order by id limit 1) u where v.atvk = '0047000'`,
  );
  for (const now of [t.platform.clock.now(), t.platform.clock.now()]) await tellLateUsers.run({ platform: t.platform, now }, {});
  expect(await notices()).toBe(told + 1);
});

test('before it is prepared the operator sees how many users of which municipality are told, and so many are', async () => {
  const reformId = await draft();
  const { told } = await t.perform(foretellTold, { reformId }, OPERATOR);
  expect(told.map((one) => one.unit)).toEqual(['Ādažu novads', 'Saulkrastu novads'].filter((name) => told.some((one) => one.unit === name)));
  await t.perform(prepareReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  expect(await count(sql`select count(*) as n from platform.notice where kind = 'reforms.rights-end'`)).toBe(told.reduce((sum, one) => sum + one.users, 0));
});

test('a reform is cancelled with a reason that stays in its history, and whoever was told of it is told', async () => {
  const reformId = await draft();
  await t.perform(prepareReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  await expect(t.perform(cancelReform, { reformId, reason: ' ' }, OPERATOR)).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
  await t.perform(cancelReform, { reformId, reason: 'Saeima likumu noraidīja' }, OPERATOR);
  await t.runDueJobs();
  const { reform, steps } = await t.perform(showReform, { reformId }, OPERATOR);
  expect(reform.state).toBe('cancelled');
  expect(steps).toMatchObject([{ what: 'cancelled', reason: 'Saeima likumu noraidīja', takenBy: OPERATOR.name }, { what: 'prepared' }]);
  const told = await count(sql`select count(*) as n from platform.notice where kind = 'reforms.rights-end'`);
  expect(told).toBeGreaterThan(0);
  expect(await count(sql`select count(*) as n from platform.notice where kind = 'reforms.cancelled'`)).toBe(told);
  await expect(t.perform(cancelReform, { reformId, reason: 'Vēlreiz atceļam' }, OPERATOR)).rejects.toMatchObject({ code: 'reform-not-open' });
});

test('a draft that nobody knows of is cancelled quietly', async () => {
  const reformId = await draft();
  await t.perform(cancelReform, { reformId, reason: 'Pierakstīta divreiz' }, OPERATOR);
  await t.runDueJobs();
  expect(await count(sql`select count(*) as n from platform.notice where kind = 'reforms.cancelled'`)).toBe(0);
});

test('changes stand in Latvian order, page after page as in the file, and are narrowed to what a tile counts', async () => {
  const reformId = await draft();
  const { rehearsalId } = await t.perform(rehearseReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  await t.database.transaction((tx) =>
    insertChanges(tx, reformId, rehearsalId, ['Mārtiņš', 'Ģirts', 'Gatis', 'Guntis', 'Šarlote', 'Sanita', 'Zane'].map((label) => ({ participant: 'access', kind: 'user', key: label, unitId: 1, label, before: 'A', after: null, effect: 'ends', count: 1 }))),
  );
  const { rows, summary } = await t.perform(showChanges, { reformId, rehearsalId, participant: 'access', kind: 'user', effect: 'ends' }, OPERATOR);
  expect(rows.map((row) => row.label)).toEqual(['Gatis', 'Guntis', 'Ģirts', 'Mārtiņš', 'Sanita', 'Šarlote', 'Zane']);
  const inFile: string[] = [];
  const all = (await t.perform(exportChanges, { reformId, rehearsalId, kind: 'user' }, OPERATOR)).rows;
  for await (const row of all) inFile.push(row.label);
  const onPages: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof showChanges.run>> = await t.perform(showChanges, { reformId, rehearsalId, kind: 'user', ...(after && { after }) }, OPERATOR);
    onPages.push(...page.rows.map((row) => row.label));
    after = page.next;
  }
  expect(onPages).toEqual(inFile);
  for (const { participant, kind, effect, rows: counted } of summary) {
    const narrowed = (await t.perform(exportChanges, { reformId, rehearsalId, participant, kind, effect }, OPERATOR)).rows;
    let found = 0;
    for await (const row of narrowed) found += row.kind === kind ? 1 : 0;
    expect([kind, effect, found]).toEqual([kind, effect, counted]);
  }
});

test('killed in the middle, nothing has happened, and the next attempt does all of it, which nobody cancels meanwhile', async () => {
  const reformId = await draft();
  await t.perform(prepareReform, { reformId }, OPERATOR);
  const before = await activeOnCeasing();
  const blocker = new pg.Client({ connectionString: t.ownerUrl });
  await blocker.connect();
  await blocker.query('begin; lock table access.role_grant in share row exclusive mode');
  const attempt = t.perform(applyReform, { reformId }, OPERATOR).then(() => 'done', () => 'killed');
  const killed = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const killer = new pg.Client({ connectionString: t.ownerUrl });
  await killer.connect();
  while ((await killer.query(killed)).rowCount === 0);
  await blocker.query('rollback');
  expect(await attempt).toBe('killed');
  expect(await activeOnCeasing()).toBe(before);
  expect(await count(sql`select count(*) as n from territories.unit_version where atvk = '0057000'`)).toBe(0);
  await blocker.query('begin; lock table access.role_grant in share row exclusive mode');
  const again = t.perform(applyReform, { reformId }, OPERATOR);
  const waiting = (n: number) => expect.poll(() => count(sql`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`), { timeout: 30_000 }).toBe(n);
  await waiting(1);
  const cancelling = t.perform(cancelReform, { reformId, reason: 'Pēdējā brīdī atceļam' }, OPERATOR).then(() => 'cancelled', (error: { code?: string }) => error.code);
  await waiting(2);
  await blocker.query('rollback');
  expect([(await again).difference, await cancelling]).toEqual([0, 'reform-not-open']);
  expect((await t.perform(showReform, { reformId }, OPERATOR)).reform.state).toBe('applied');
  await Promise.all([blocker.end(), killer.end()]);
});

test('a reform is applied once, not before its day, and not before it is prepared', async () => {
  const later = await draft({ effective: '2027-07-01' });
  await expect(t.perform(applyReform, { reformId: later }, OPERATOR)).rejects.toMatchObject({ code: 'reform-not-due' });
  const due = await draft();
  await expect(t.perform(applyReform, { reformId: due }, OPERATOR)).rejects.toMatchObject({ code: 'reform-not-prepared' });
  await t.perform(prepareReform, { reformId: due }, OPERATOR);
  await t.perform(applyReform, { reformId: due }, OPERATOR);
  await expect(t.perform(applyReform, { reformId: due }, OPERATOR)).rejects.toMatchObject({ code: 'reform-not-open' });
});

test('a corrected succession keeps what was believed before, and places follow the correction', async () => {
  const [reform] = (await listReforms(t.database.read)).filter((one) => one.effective === '2021-07-01');
  const target = () =>
    t.database.read.first(z.object({ targetAtvk: z.string().nullable() }), sql`select target_atvk from territories.lineage where atvk = '0360800' and part = '' and edition = '2025-07-01'`);
  expect(await target()).toEqual({ targetAtvk: '0049000' });
  const unit = { reformId: reform!.id, fromAtvk: '0360800' };
  const { believed, seen } = await t.perform(openCorrection, unit, OPERATOR);
  expect(believed.map(({ from, to }) => [from, to])).toEqual([['Apes novads', 'Smiltenes novads']]);
  const wrong = { ...unit, reason: 'Pārbaude: Apes novads uz Alūksni', seen };
  for (const [chosen, field] of [[{ successions: '0049000' }, 'successions'], [{ successions: '0360800' }, 'successions'], [{ successions: '' }, 'successions'], [{ successions: '', parts: [{ names: 'Apes pilsēta', to: '' }] }, 'to0']] as const) {
    await expect(t.perform(correctSuccession, { ...wrong, ...chosen }, OPERATOR)).rejects.toMatchObject({ fields: [{ field, message: { lv: expect.stringMatching(/\.$/) } }] });
  }
  await t.perform(correctSuccession, { ...wrong, successions: '0021000' }, OPERATOR);
  expect(await target()).toEqual({ targetAtvk: '0021000' });
  await expect(t.perform(correctSuccession, { ...wrong, successions: '0049000' }, OPERATOR), 'what was seen is no longer so').rejects.toMatchObject({ code: 'corrected-meanwhile' });
  const { corrections } = await t.perform(showReform, { reformId: reform!.id }, OPERATOR);
  expect(corrections.map((one) => [one.toAtvk, one.supersededAt !== null]).sort()).toEqual([['0021000', false], ['0049000', true]]);
});

test('before a correction it is seen what it changes, with equal totals; afterwards what a person must do, until it is done', async () => {
  const reformId = await draft({ units: '0057000; Jūras novads; novads; LV-114\n0058000; Krasta novads; novads; LV-115', successions: '0047000 > 0057000\n0023000 > 0058000\n0046000 > 0058000' });
  await t.perform(prepareReform, { reformId }, OPERATOR);
  for (const look of [t.perform(listForCorrection, { reformId }, OPERATOR), t.perform(openCorrection, { reformId, fromAtvk: '0023000' }, OPERATOR)]) await expect(look).rejects.toMatchObject({ code: 'reform-not-applied' });
  await t.perform(applyReform, { reformId }, OPERATOR);
  const right = { reformId, fromAtvk: '0023000', successions: '0057000', reason: 'Likuma 3. pants' };
  const foreseen = await t.perform(foretellSuccession, right, OPERATOR);
  const addresses = foreseen.readings.find(({ kind }) => kind === 'address')!;
  expect(addresses.places.map(({ place, before, after }) => [place, before > 0, after > 0])).toEqual([['Krasta novads', true, false], ['Jūras novads', false, true]]);
  for (const { totalBefore, totalAfter } of foreseen.readings) expect(totalAfter).toBe(totalBefore);
  expect(foreseen.stays).toContainEqual(expect.objectContaining({ kind: 'grant', effect: 'ends', count: expect.any(Number) }));
  const founders = foreseen.left.filter(({ kind }) => kind === 'actual-founder');
  expect(new Set(founders.map(({ before, after }) => `${before} → ${after}`))).toEqual(new Set(['Krasta novads → Jūras novads']));
  expect(new Set(foreseen.left.map(({ kind }) => kind))).toEqual(new Set(['actual-founder', 'user']));
  expect(founders).toHaveLength(foreseen.stays.find(({ kind }) => kind === 'actual-founder')!.count);
  const shown = () => t.perform(showReform, { reformId }, OPERATOR);
  expect([(await shown()).corrections, (await shown()).left], 'looking writes nothing').toEqual([[], []]);
  await t.perform(correctSuccession, { ...right, seen: foreseen.seen }, OPERATOR);
  expect((await shown()).left).toEqual(foreseen.left);
  const regNr = founders[0]!.matter!.href.split('/').at(-1)!;
  const wrong = await t.database.read.first(z.object({ id: z.string() }), sql`select id from institutions.founder where institution_id = ${founders[0]!.key} and role = 'actual' and superseded_at is null and valid_from = '2026-07-01'`);
  const rightFounder = { founderType: 'municipality', founderAtvk: '0057000', from: '2026-07-01', reason: 'territorial reform', basis: 'Likuma 3. pants' };
  await t.perform(correctEntry, { history: 'founder', regNr, rowId: wrong!.id, ...rightFounder }, actorWith([registerInstitutionsPermission]));
  expect((await shown()).left).toEqual(foreseen.left.filter(({ key }) => key !== founders[0]!.key));
});

test('whoever prepared a reform and its operators are told once when it stops fitting the map, and once when it fits again', async () => {
  const operator = (await t.database.read.first(z.object({ id: z.string() }), sql`select g.user_id as id from access.role_grant g join access.role r on r.code = g.role_code where 'reforms.operate' = any(r.permissions) and g.everywhere and g.valid_to is null order by 1 limit 1`))?.id;
  const preparer = await t.database.read.first(z.object({ id: z.string() }), sql`select id from access.app_user u where not exists (select from access.role_grant g where g.user_id = u.id and g.everywhere) and u.state = 'active' order by id limit 1`);
  const told = async (kind: string) => (await t.database.read.all(z.object({ userId: z.string(), link: z.string() }), sql`select user_id, link from platform.notice where kind = ${kind} order by user_id`));
  const waiting = () => t.database.read.first(z.object({ n: z.number() }), sql`select count(*)::int as n from reforms.misfit where ended_at is null`);
  const late = await draft({ effective: '2026-06-20' });
  await t.perform(prepareReform, { reformId: late }, { ...OPERATOR, id: preparer!.id });
  const due = await draft({ units: '0058000; Sēlijas novads; novads; LV-115', successions: '0020000 > 0058000' });
  await t.perform(prepareReform, { reformId: due }, OPERATOR);
  await t.runDueJobs();
  expect([await told('reforms.no-longer-fits'), (await waiting())!.n]).toEqual([[], 0]);
  await t.perform(applyReform, { reformId: due }, OPERATOR);
  await t.runDueJobs();
  const first = await told('reforms.no-longer-fits');
  expect(new Set(first.map(({ userId }) => userId))).toEqual(new Set([...(operator ? [operator] : []), preparer!.id]));
  expect(new Set(first.map(({ link }) => link))).toEqual(new Set([`/reforms/${late}`]));
  expect((await t.perform(showReforms, {}, OPERATOR)).misfitting).toEqual([late]);
  const look = () => t.perform(watchFit, {}, systemActor('test'));
  await look();
  expect(await told('reforms.no-longer-fits')).toEqual(first);

  const coming = await draft({ effective: '2027-07-01', units: '0059000; Piebalgas novads; novads; LV-116', successions: '0026000 > 0059000' });
  await t.perform(prepareReform, { reformId: coming }, { ...OPERATOR, id: preparer!.id });
  await t.database.transaction((tx) => beginMisfit(tx, { reformId: coming, effective: isoDate('2027-07-01'), unitIds: [] }, t.platform.clock.now()));
  await look();
  await look();
  expect((await told('reforms.fits-again')).map(({ link }) => link)).toEqual(first.map(() => `/reforms/${coming}`));
  await t.perform(cancelReform, { reformId: late, reason: 'Pierakstīs no jauna' }, OPERATOR);
  await t.runDueJobs();
  expect((await waiting())!.n).toBe(0);
});

const WRONG: [what: string, changes: Partial<typeof MERGER>, field: string, sentence: RegExp][] = [
  ['an unknown unit', { successions: '9999999 > 0057000\n0023000 > 0057000' }, 'successions', /ATVK kodu 9999999/],
  ['a new unit from nowhere', { successions: '0047000 > 0023000' }, 'units', /no kurām pašvaldībām/],
  ['a unit whose rest has no successor', { successions: '0047000 > 0057000: Daļas pagasts\n0023000 > 0057000' }, 'successions', /pārējai teritorijai pārņēmējs nav norādīts/],
  ['a circle of new units', { units: '0057000; A novads; novads; LV-114\n0058000; B novads; novads; LV-115', successions: '0047000 > 0057000\n0057000 > 0058000\n0058000 > 0057000' }, 'successions', /veido apli: A novads \(0057000\) → B novads \(0058000\) → A novads/],
  ['a circle of old units', { successions: '0047000 > 0023000\n0023000 > 0047000' }, 'successions', /veido apli: .+ → .+ → /],
  ['a circle across days', { units: '0360800; Apes novads; novads; LV-114', successions: '0049000 > 0360800' }, 'units', /laika gaitā veido apli: Apes novads \(0360800\) → Smiltenes novads \(0049000\) → Apes novads/],
  ['a succession stated twice', { successions: '0047000 > 0057000\n0023000 > 0057000\n0023000 > 0057000' }, 'successions', /norādīta divreiz/],
  ['a line that cannot be read', { units: 'Piekrastes novads' }, 'units', /1\. rinda/],
  ['the ISO code of a municipality that is no more', { units: '0057000; Piekrastes novads; novads; LV-009' }, 'units', /ISO 3166-2 kods LV-009 līdz 30\.06\.2021\. piederēja vienībai/],
  ['a day far ahead', { effective: '2199-07-01' }, 'effective', /Pārbaudiet gadu\.$/],
  ['an unknown day', { effective: '2026-02-30' }, 'effective', /\.$/],
  ['a day before the newest map', { effective: '2020-01-01' }, 'effective', /jau ir karte, kas ir spēkā no 01\.07\.20/],
];

test('what is wrong with a reform is refused with a sentence beside its field, and nothing is written', async () => {
  for (const [what, changes, field, sentence] of WRONG) {
    const refusal = await t.perform(draftReform, { ...MERGER, ...changes }, OPERATOR).catch((error: unknown) => error);
    expect(refusal, what).toMatchObject({ fields: expect.arrayContaining([{ field, message: expect.objectContaining({ lv: expect.stringMatching(sentence) }) }]) });
  }
  expect(await count(sql`select count(*) as n from territories.reform where made_up`)).toBe(0);
});
