import { z } from 'zod';
import { Conflict, invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { type CountingPeriod, learntOn, monthsOf, periodOn, settledFrom } from '../domain/counting-period.js';
import { rateOf } from '../domain/rate.js';
import { keepSettlements } from '../permissions.js';
import { listRated, lockSettling, type MadeRow, writeStatements } from '../store/prepare.js';
import type { Parties } from '../store/rows.js';
import { rulesOn } from '../store/rules.js';
import { listRateable } from '../store/sheets.js';
import { freezeCounts, notCounted } from '../store/snapshots.js';
import { NO_RATES, NOT_A_COUNT } from '../texts.js';
import { partiesOf, recordingOf } from './parties.js';
import { tellOfStatements } from './tell.js';

/** Prepares the statements of a count, or, where there are some, statements of what has changed since. Both sides are told. */
export const prepareStatements = writeAction({
  name: 'settlements.prepare',
  title: { lv: 'Sagatavoti norēķinu pārskati', en: 'Statements of settlements prepared' },
  permission: keepSettlements,
  input: z.object({ counted: IsoDateInput }),
  async run(context, { counted }) {
    const { tx, today, scope } = context;
    const period = periodOn(counted, (await rulesOn(tx, today))['count-months']);
    if (period?.countedOn !== counted || counted > today) throw invalid('counted', NOT_A_COUNT);
    const parties = await partiesOf({ tx, scope: { ...scope, everywhere: false }, today });
    if (!(await listRateable(tx, parties, counted, today)).some(({ sheetId, snapshotId }) => sheetId && snapshotId)) throw new Conflict('no-rates', NO_RATES);
    return settle(context, period, parties);
  },
  audit: ({ input, output }) => ({ facts: { on: input.counted, done: output.length } }),
});

/** The same by the nightly job, for those who have begun to settle for a count. */
export const followChanges = writeAction({
  name: 'settlements.follow-changes',
  title: { lv: 'Norēķinos ņemtas vērā adrešu un piederību izmaiņas', en: 'Changes of addresses and memberships followed in settlements' },
  permission: JOBS_ALONE,
  input: z.object({ countedOn: IsoDateInput, through: IsoDateInput, unitIds: z.array(z.number().int()) }),
  run: (context, { countedOn, through, unitIds }) => settle(context, { countedOn, through }, { everywhere: false, unitIds }),
  audit: ({ input, output }) => ({ facts: { on: input.countedOn, done: output.length } }),
});

/** Freezes the count of a day for every institution of a municipality that has none of that day. */
export const takeCounts = writeAction({
  name: 'settlements.take-counts',
  title: { lv: 'Saskaitīti visu iestāžu izglītojamie norēķiniem', en: 'Learners of all institutions counted for settlements' },
  permission: JOBS_ALONE,
  input: z.object({ day: IsoDateInput }),
  run: async (context, { day }) => ({ institutions: await freezeCounts(context.tx, notCounted(day), day, recordingOf(context)) }),
  audit: ({ input, output }) => ({ facts: { on: input.day, institutions: output.institutions } }),
});

async function settle(context: WriteContext, period: CountingPeriod, providers: Parties): Promise<MadeRow[]> {
  const { tx, today } = context;
  await lockSettling(tx);
  const rules = await rulesOn(tx, today);
  const from = settledFrom(today, rules['back-months'][0]!);
  const months = monthsOf(period).filter((month) => month >= from).map((month) => ({ month, learntOn: learntOn(month, rules['summer-months']) }));
  const rated = (await listRated(tx, period.countedOn)).flatMap((one) => {
    const rateCents = rateOf(one.includedCents, one.learners, rules['rounding-cents'][0]!);
    return rateCents === null ? [] : [{ ...one, rateCents }];
  });
  const made = months.length === 0 ? [] : await writeStatements(tx, { ...period, months, rated, providers }, recordingOf(context));
  await tellOfStatements(context, period, made);
  return made;
}
