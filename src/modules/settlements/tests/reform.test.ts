import { expect, test } from 'vitest';
import { BASIC, schools } from '../../education/tests/made-up-schools.js';
import { actorWith } from '#test/test-platform.js';
import { approveSheet, putCost } from '../actions/costs.js';
import { countLearners } from '../actions/institutions.js';
import { prepareStatements } from '../actions/prepare.js';
import { openStatement, readStatements } from '../actions/statements.js';
import { approveCosts, keepSettlements, seeSettlements } from '../permissions.js';

test('a reform moves a side to its successor from its day: statements name who it was in each month, and the successor reaches those of before', async () => {
  const s = await schools({ now: '2021-08-10T10:00:00+03:00' });
  try {
    const [provider] = await s.rows<{ unit_id: number }>('select unit_id from institutions.founder where institution_id = $1 and superseded_at is null', [s.institutions[0]]);
    const [payer] = await s.rows<{ before: number; after: number; atvk: string }>(
      `select v.unit_id as before, own.unit_id as after, v.atvk from territories.unit_version v
        join territories.lineage l on l.atvk = v.atvk and l.part = '' and l.edition = '2021-07-01' join territories.unit_version own on own.atvk = l.target_atvk
        where v.valid_to = '2021-07-01' and own.unit_id not in (v.unit_id, $1) and not exists (select from territories.unit_version still where still.unit_id = v.unit_id and still.valid_from >= '2021-07-01')
        order by v.atvk limit 1`, [provider!.unit_id]);
    const { id } = await s.child('2012-05-05');
    await s.rows(`insert into persons.address (person_id, atvk, street, valid_from, recorded_at, recorded_by) values ($1, $2, 'Izdomātā iela 1', '2012-05-05', now(), 'test')`, [id, payer!.atvk]);
    await s.rows(`insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, $3, true, '2020-09-01', now(), 'test')`, [id, s.institutions[0], BASIC]);
    const of = (unitId: number) => actorWith([seeSettlements, keepSettlements, approveCosts], { everywhere: false, unitIds: [unitId] });
    const b = of(provider!.unit_id);
    const regNr = s.regNrs[0]!;
    await s.t.perform(putCost, { regNr, year: '2021', code: '1100', title: 'Darba samaksa', amount: '1 200', included: 'yes' }, b);
    await s.t.perform(approveSheet, { regNr, year: '2021', version: '1' }, b);
    await s.t.perform(countLearners, { regNr, day: '2021-01-01' }, b);
    const made = await s.t.perform(prepareStatements, { counted: '2021-01-01' }, b);
    // Three months back from August: May and June of the old municipality, July and August of its successor, 100 € each.
    expect(made.map(({ recipientId, cents }) => [recipientId, cents]).sort()).toEqual([[payer!.before, 20_000], [payer!.after, 20_000]].sort());
    const seen = await s.t.perform(readStatements, {}, of(payer!.after));
    expect(seen.statements.map(({ id: one }) => one).sort()).toEqual(made.map(({ id: one }) => one).sort());
    const ofBefore = made.find(({ recipientId }) => recipientId === payer!.before)!;
    expect((await s.t.perform(openStatement, { id: ofBefore.id }, of(payer!.after))).mayAgree).toBe(true);
    expect(await s.t.perform(prepareStatements, { counted: '2021-01-01' }, b)).toEqual([]);
  } finally {
    await s.t.close();
  }
});
