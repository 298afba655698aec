import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#kernel/iso-date.js';
import { findUnit, type TerritorialReform } from '#modules/territories/public.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { personsInReform } from '../public.js';
import { fillRegister } from './made-up.js';

let t: TestPlatform;
let reform: TerritorialReform;

beforeAll(async () => {
  t = await testPlatform();
  await fillRegister(t, 6_000);
  const body = async (atvk: string) => {
    const unit = (await findUnit(t.database.read, atvk))!;
    return { unitId: unit.unitId, atvk, name: unit.name };
  };
  const [riga, ropazi, aglona, preili] = await Promise.all(['0001000', '0044000', '0032000', '0042000'].map(body));
  reform = {
    id: 'a', effective: isoDate('2027-07-01'), title: { lv: 'Izdomāta reforma', en: 'A made-up reform' }, legalBasis: 'Izdomāts likums',
    moves: [
      { from: ropazi!, to: riga!, extent: 'whole', parts: [], continues: false },
      { from: riga!, to: riga!, extent: 'whole', parts: [], continues: true },
      { from: aglona!, to: preili!, extent: 'part', parts: ['Grāveru pagasts'], continues: false },
      { from: aglona!, to: riga!, extent: 'part', parts: ['Cita daļa'], continues: false },
    ],
  };
});
afterAll(() => t.close());

describe('residents in a reform', () => {
  it('are foretold exactly as they then happen', async () => {
    const plan = await personsInReform.plan(t.database.read, reform);
    const done = await t.database.transaction((tx) => personsInReform.apply(tx, reform, t.platform.clock.now()));
    expect(done).toEqual(plan);
    expect(plan.map((change) => change.effect).sort()).toContain('needs-person');
  });

  it('are all counted once: where they move, stay, or cannot be decided without their parish', async () => {
    const plan = await personsInReform.plan(t.database.read, reform);
    const unitIds = [...new Set(reform.moves.map((move) => move.from.unitId))];
    const Living = z.object({ n: z.number() });
    const living = await t.database.read.first(Living, sql`
      select count(*)::int as n from persons.person p
      left join territories.lineage d on d.edition = '2025-07-01' and d.atvk = p.home_atvk and d.part = p.home_part and d.part <> ''
      left join territories.lineage w on w.edition = '2025-07-01' and w.atvk = p.home_atvk and w.part = ''
      join territories.unit_version v on v.atvk = case when d.atvk is null then w.target_atvk else d.target_atvk end
      where p.died_on is null and v.unit_id = any(${unitIds}::int[])`);
    expect(plan.reduce((sum, change) => sum + change.count, 0)).toBe(living!.n);
    expect(plan.find((change) => change.effect === 'needs-person')!.after).toBeNull();
    expect(new Set(plan.map((change) => change.key)).size).toBe(plan.length);
  });

  it('keep their addresses as they were', async () => {
    const Sum = z.object({ sum: z.string() });
    const fingerprint = () => t.database.read.first(Sum, sql`select md5(string_agg(id::text || atvk || part, ',' order by id)) as sum from persons.address`);
    const before = await fingerprint();
    await t.database.transaction((tx) => personsInReform.apply(tx, reform, t.platform.clock.now()));
    expect(await fingerprint()).toEqual(before);
  });
});
