import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isoDate } from '#kernel/iso-date.js';
import { applyReformToMap, defineReform, findUnit, getReformInMotion, type ReformChange, type TerritorialReform, type UnitVersion } from '#modules/territories/public.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { personsInReform } from '../public.js';
import { fillRegister } from './made-up.js';

let t: TestPlatform;
let reform: TerritorialReform;

beforeAll(async () => {
  t = await testPlatform();
  await fillRegister(t, 6_000);
  const [riga, preili] = (await Promise.all(['0001000', '0042000'].map((atvk) => findUnit(t.database.read, atvk)))) as [UnitVersion, UnitVersion];
  const again = ({ name, kind, iso }: UnitVersion, atvk: string) => ({ atvk, name, kind, iso });
  const whole = { extent: 'whole' as const, parts: [] };
  const id = await t.database.transaction((tx) =>
    defineReform(
      tx,
      {
        titleLv: 'Izdomāta reforma', titleEn: 'A made-up reform', effective: isoDate('2027-07-01'), legalBasis: 'Izdomāts likums', madeUp: true,
        units: [again(riga, '0099000'), again(preili, '0099200')],
        successions: [
          { from: '0044000', to: '0099000', ...whole },
          { from: '0001000', to: '0099000', ...whole },
          { from: '0042000', to: '0099200', ...whole },
          { from: '0032000', to: '0099200', extent: 'part', parts: ['Grāveru pagasts'] },
          { from: '0032000', to: '0099000', extent: 'part', parts: ['Cita daļa'] },
        ],
      },
      'test',
      t.platform.clock.now(),
    ),
  );
  reform = await getReformInMotion(t.database.read, id);
});
afterAll(() => t.close());

describe('residents in a reform', () => {
  it('are foretold as the new map then reads them', async () => {
    const plan = await Array.fromAsync(await personsInReform.plan(t.database.read, reform));
    const done = await t.database.transaction(async (tx) => Array.fromAsync(await personsInReform.apply(tx, await applyReformToMap(tx, reform.id, t.platform.clock.now()), t.platform.clock.now())));
    const sorted = (changes: readonly ReformChange[]) => changes.toSorted((a, b) => a.key.localeCompare(b.key));
    expect(sorted(done)).toEqual(sorted(plan));
    expect(plan.map((change) => change.effect).sort()).toContain('needs-person');
  });

  it('are all counted once: where they move, stay, or cannot be decided without their parish', async () => {
    const plan = await Array.fromAsync(await personsInReform.plan(t.database.read, reform));
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
