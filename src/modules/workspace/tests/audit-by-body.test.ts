import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { NOWHERE } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { searchLog } from '../actions/search-log.js';
import { readAudit } from '../permissions.js';

const Id = z.object({ id: z.string() });
const School = z.object({ id: z.string(), regNr: z.string(), name: z.string() });

let t: TestPlatform;
let ours: z.infer<typeof School>;
let theirs: z.infer<typeof School>;
let worker: string;
let [town, other]: number[] = [];
beforeAll(async () => {
  t = await testPlatform();
  const units = await t.database.read.all(z.object({ unitId: z.number() }), sql`select unit_id from territories.unit_version where valid_to is null order by unit_id limit 2`);
  [town, other] = units.map(({ unitId }) => unitId);
  const now = t.platform.clock.now();
  await t.database.transaction(async (tx) => {
    const school = async (regNr: string, name: string) =>
      (await tx.first(School, sql`insert into institutions.institution (reg_nr, founded_on, name, search_key, recorded_at, recorded_by) values (${regNr}, '2020-09-01', ${name}, platform.search_key(${name}), ${now}, 'test') returning id, reg_nr, name`))!;
    ours = await school('9911111111', 'Žurnāla pamatskola');
    theirs = await school('9922222222', 'Žurnāla vidusskola');
    worker = (await tx.first(Id, sql`insert into access.app_user (login, name, institution_id, recorded_at, recorded_by) values ('zurnala.darbinieks', 'Žurnāla Darbinieks', ${ours.id}, ${now}, 'test') returning id`))!.id;
    await tx.run(sql`insert into audit.entry (at, actor_kind, actor_id, acting_organisation, action, outcome, facts) values
      (${now}, 'user', ${worker}, null, 'test.by-their-user', 'done', '{}'),
      (${now}, 'user', 'gone', ${ours.name}, 'test.for-them', 'done', '{}'),
      (${now}, 'system', 'job', null, 'test.of-them', 'done', ${JSON.stringify({ regNr: ours.regNr })}::jsonb),
      (${now}, 'system', 'job', null, 'test.of-their-user', 'done', ${JSON.stringify({ user: worker })}::jsonb),
      (${now}, 'system', 'job', null, 'test.of-the-town', 'done', ${JSON.stringify({ unit: town })}::jsonb),
      (${now}, 'system', 'job', null, 'test.of-others', 'done', ${JSON.stringify({ regNr: theirs.regNr, unit: other })}::jsonb)`);
  });
});
afterAll(() => t.close());

const auditor = actorWith([readAudit]);
const found = async (input: object, actor = auditor) => {
  const log = await t.perform(searchLog, input, actor);
  return { problem: log.problem?.lv, actions: log.rows.map(({ action }) => action).filter((action) => action.startsWith('test.')).toSorted() };
};
const OF_OURS = ['test.by-their-user', 'test.for-them', 'test.of-their-user', 'test.of-them'];

test('entries of an institution are those made by its users, made for it, or that speak of it or of them', async () => {
  expect((await found({ institution: ours.regNr })).actions).toEqual(OF_OURS);
  expect((await found({ institution: 'žurnāla PAMAT' })).actions).toEqual(OF_OURS);
  expect((await found({ institution: theirs.regNr })).actions).toEqual(['test.of-others']);
});

test('entries of a municipality are found by it, and both filters together ask for both', async () => {
  expect((await found({ unit: town })).actions).toEqual(['test.of-the-town']);
  expect((await found({ unit: other, institution: theirs.regNr })).actions).toEqual(['test.of-others']);
  expect((await found({ unit: town, institution: theirs.regNr })).actions).toEqual([]);
});

test('an institution that is not known, or that may be several, is said with what to write, and nothing is shown', async () => {
  expect(await found({ institution: 'nav tādas' })).toEqual({ problem: expect.stringContaining('Tādas iestādes nav'), actions: [] });
  expect(await found({ institution: 'Žurnāla' })).toEqual({ problem: expect.stringContaining('Žurnāla vidusskola (9922222222)'), actions: [] });
});

test('who may read the log of one institution alone sees nothing of others, whatever they ask for', async () => {
  const local = actorWith([readAudit], { ...NOWHERE, institutionIds: [ours.id] });
  expect((await found({}, local)).actions).toEqual(OF_OURS);
  expect((await found({ institution: theirs.regNr }, local)).problem).toContain('Tādas iestādes nav');
  expect((await found({ unit: other }, local)).actions).toEqual([]);
  expect((await t.perform(searchLog, {}, local)).municipalities).toEqual([]);
});
