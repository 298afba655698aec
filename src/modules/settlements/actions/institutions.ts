import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type CountingPeriod, periodOn, periodsOf, settledFrom } from '../domain/counting-period.js';
import { rateOf } from '../domain/rate.js';
import { approveCosts, keepSettlements, seeSettlements } from '../permissions.js';
import { findInstitution, type InstitutionRow, type ItemRow, listItems, listRateable, listSheets, type RateableRow, type SheetRow } from '../store/sheets.js';
import { type DeclaredRow, freezeCounts, listDeclared, listSnapshots, oneInstitution, type SnapshotRow } from '../store/snapshots.js';
import { rulesOn } from '../store/rules.js';
import { NO_SUCH_INSTITUTION, NOT_A_COUNT, NOT_YET, NOTHING_TO_COUNT } from '../texts.js';
import { YearInput, yearWanted } from './inputs.js';
import { partiesOf, recordingOf } from './parties.js';

type Context = Pick<ActionContext, 'tx' | 'scope' | 'today'>;

/** An institution that the actor's municipality runs today. @throws NotFound alike for "is not" and "may not see" */
export async function getInstitution(context: Context, regNr: string): Promise<InstitutionRow> {
  const found = await findInstitution(context.tx, regNr, await partiesOf(context), context.today);
  if (!found) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
  return found;
}

export interface Rate extends RateableRow {
  readonly rateCents: number | null;
}

export interface InstitutionsFound {
  readonly periods: readonly CountingPeriod[];
  readonly period: CountingPeriod;
  readonly settledFrom: IsoDate;
  readonly rates: readonly Rate[];
  readonly mayKeep: boolean;
}

/** The periods whose statements can be prepared: those that have begun of this year and the last, the newest first. */
export const begunPeriods = (today: IsoDate, countMonths: readonly number[]): CountingPeriod[] =>
  [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))].flatMap((year) => periodsOf(year, countMonths)).filter(({ countedOn }) => countedOn <= today).toReversed();

/** What a learner costs in each institution that has costs or a count, for the period of a count. */
export const listInstitutions = readAction({
  name: 'settlements.list-institutions',
  title: { lv: 'Apskatītas iestāžu izmaksas norēķiniem', en: 'Costs of institutions for settlements looked at' },
  permission: seeSettlements,
  input: z.object({ counted: z.preprocess((raw) => raw || null, IsoDateInput.nullable()) }),
  audit: NOT_PERSONAL,
  async run(context, { counted }): Promise<InstitutionsFound> {
    const { tx, today, actor } = context;
    const rules = await rulesOn(tx, today);
    const periods = begunPeriods(today, rules['count-months']);
    const period = counted ? periods.find(({ countedOn }) => countedOn === counted) : periods[0];
    if (!period) throw invalid('counted', NOT_A_COUNT);
    const rows = await listRateable(tx, await partiesOf(context), period.countedOn, today);
    const rates = rows.map((row) => ({ ...row, rateCents: row.includedCents === null || row.learners === null ? null : rateOf(row.includedCents, row.learners, rules['rounding-cents'][0]!) }));
    return { periods, period, settledFrom: settledFrom(today, rules['back-months'][0]!), rates, mayKeep: scopeOf(actor, keepSettlements).unitIds.length > 0 };
  },
});

export interface InstitutionPage {
  readonly institution: InstitutionRow;
  readonly year: number;
  readonly sheets: readonly SheetRow[];
  readonly items: readonly ItemRow[];
  /** Of the newest version that is shown with its items. */
  readonly shown: SheetRow | undefined;
  readonly counts: readonly (SnapshotRow & { readonly rateCents: number | null; readonly declared: readonly DeclaredRow[] })[];
  readonly countDays: readonly IsoDate[];
  readonly approvedCents: number | null;
  readonly mayKeep: boolean;
  readonly mayApprove: boolean;
}

/** An institution's cost sheet of a year, its counts and what a learner costs by them. */
export const openInstitution = readAction({
  name: 'settlements.open-institution',
  title: { lv: 'Apskatīta iestādes izmaksu tāme', en: 'Cost sheet of an institution looked at' },
  permission: seeSettlements,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: asked }): Promise<InstitutionPage> {
    const { tx, today, actor } = context;
    const institution = await getInstitution(context, regNr);
    const year = yearWanted(asked, today);
    const rules = await rulesOn(tx, today);
    const [sheets, snapshots] = [await listSheets(tx, institution.id, year), await listSnapshots(tx, institution.id, year)];
    const approved = sheets.find(({ state }) => state === 'approved');
    const newest = (one: SnapshotRow) => !snapshots.some((other) => other.day === one.day && other.version > one.version);
    const counts = [];
    for (const one of snapshots) counts.push({ ...one, rateCents: approved ? rateOf(approved.includedCents, one.learners, rules['rounding-cents'][0]!) : null, declared: newest(one) ? await listDeclared(tx, one.id) : [] });
    const covers = (permission: typeof keepSettlements) => scopeOf(actor, permission).unitIds.includes(institution.unitId);
    return {
      institution, year, sheets, shown: sheets[0], items: sheets[0] ? await listItems(tx, sheets[0].id) : [], counts, approvedCents: approved?.includedCents ?? null,
      countDays: periodsOf(year, rules['count-months']).map(({ countedOn }) => countedOn).filter((day) => day <= today), mayKeep: covers(keepSettlements), mayApprove: covers(approveCosts),
    };
  },
});

/** Counts an institution's learners of a day as they are known now; a count that says the same is not written again. */
export const countLearners = writeAction({
  name: 'settlements.count-learners',
  title: { lv: 'Saskaitīti iestādes izglītojamie norēķiniem', en: 'Learners of an institution counted for settlements' },
  permission: keepSettlements,
  input: z.object({ regNr: z.string(), day: IsoDateInput }),
  async run(context, { regNr, day }) {
    const { tx, today } = context;
    const institution = await getInstitution(context, regNr);
    if (day > today) throw invalid('day', NOT_YET);
    if (periodOn(day, (await rulesOn(tx, today))['count-months'])?.countedOn !== day) throw invalid('day', NOT_A_COUNT);
    const written = await freezeCounts(tx, oneInstitution(institution.id), day, recordingOf(context));
    const year = Number(day.slice(0, 4));
    if (!(await listSnapshots(tx, institution.id, year)).some((one) => one.day === day)) throw invalid('day', NOTHING_TO_COUNT);
    return { institutionId: institution.id, changed: written > 0, year };
  },
  audit: ({ input, output }) => ({ facts: { institution: output.institutionId, on: input.day, changed: output.changed } }),
});
