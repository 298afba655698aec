import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { keepPupils, seePupils } from '../permissions.js';
import { CANDIDATE_STATES, type CandidateRow, listCandidatesIn } from '../store/candidates.js';
import { listPositionKinds } from '../store/choices.js';
import { listPositionsIn, type PositionRow } from '../store/teachers.js';
import { listTransfersIn, TRANSFER_STATES, type TransferRow } from '../store/transfers.js';
import { getSchool, getYears, schoolScope } from './school-scope.js';
import { YearInput } from './start-page.js';

export { CANDIDATE_STATES, TRANSFER_STATES };

/** Candidates, transfers and teachers as programs list them: a page at a time by identity; everyone on it is logged with the reason. */

const PAGE = 100;
const RegNr = emptyAsNull(z.string().trim().regex(/^\d{10}$/));
const After = emptyAsNull(z.uuid());

interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A page of what was found, one more than it holds. */
function pageOf<Row extends { readonly id: string }>(found: readonly Row[]): Listed<Row> {
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? rows.at(-1)!.id : null };
}

const peopleOf = (rows: readonly { readonly personId: string }[]): string[] => [...new Set(rows.map((one) => one.personId))];

export const findCandidates = readAction({
  name: 'education.find-candidates',
  title: { lv: 'Apskatīts pretendentu saraksts', en: 'List of candidates looked at' },
  permission: keepPupils,
  input: z.object({ regNr: RegNr, year: YearInput, state: emptyAsNull(z.enum(CANDIDATE_STATES)), after: After }),
  reasonNeeded: true,
  async run(context, { regNr, year: wanted, state, after }): Promise<Listed<CandidateRow> & { year: number }> {
    if (regNr) await getSchool(context, regNr);
    const { years, current } = await getYears(context, null);
    const next = years.some((one) => one.year === current + 1) ? current + 1 : current;
    const { year } = (await getYears(context, wanted ?? next)).year;
    return { year, ...pageOf(await listCandidatesIn(context.tx, await schoolScope(context), { regNr, year, state }, after, context.today, PAGE + 1)) };
  },
  audit: ({ output }) => ({ subjects: peopleOf(output.rows), facts: { found: output.rows.length, year: output.year } }),
});

export const findTransfers = readAction({
  name: 'education.find-transfers',
  title: { lv: 'Apskatīts pārcelšanos saraksts', en: 'List of transfers looked at' },
  permission: keepPupils,
  input: z.object({ regNr: RegNr, state: emptyAsNull(z.enum(TRANSFER_STATES)), after: After }),
  reasonNeeded: true,
  async run(context, { regNr, state, after }): Promise<Listed<TransferRow>> {
    const school = regNr ? await getSchool(context, regNr) : null;
    return pageOf(await listTransfersIn(context.tx, await schoolScope(context), { institutionId: school?.id ?? null, state }, after, context.today, PAGE + 1));
  },
  audit: ({ output }) => ({ subjects: peopleOf(output.rows), facts: { found: output.rows.length } }),
});

export const findPositions = readAction({
  name: 'education.find-positions',
  title: { lv: 'Apskatīts pedagogu saraksts', en: 'List of teachers looked at' },
  permission: seePupils,
  input: z.object({ regNr: RegNr, on: emptyAsNull(IsoDateInput), after: After }),
  reasonNeeded: true,
  async run(context, { regNr, on, after }): Promise<Listed<PositionRow> & { on: IsoDate }> {
    if (regNr) await getSchool(context, regNr);
    const day = on ?? context.today;
    return { on: day, ...pageOf(await listPositionsIn(context.tx, await schoolScope(context), { regNr, day }, after, context.today, PAGE + 1)) };
  },
  audit: ({ output }) => ({ subjects: peopleOf(output.rows), facts: { found: output.rows.length, on: output.on } }),
});

/** Which positions there are. */
export const findPositionKinds = readAction({
  name: 'education.find-position-kinds',
  title: { lv: 'Apskatīti pedagogu amatu veidi', en: 'Kinds of teachers’ positions looked at' },
  permission: seePupils,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx }) => listPositionKinds(tx),
});
