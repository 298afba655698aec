import { type FoundPlace, listOutcomesOfGrade, placePupils, readScales, type Scales } from '#modules/education/public.js';
import { fill, inTurn, type Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { type AbsenceTotals, checkAbsence, checkAssessment, refusalsOf, type Surroundings } from '../domain/check-record.js';
import { type GridColumn, itemOf, shownIn } from '../domain/grid-column.js';
import { decide } from '../domain/grid-decision.js';
import { ABSENCE_PERIODS, type Kind } from '../domain/periods.js';
import { type GridRecord, listRecordsOf } from '../store/grid.js';
import type { OwnClass } from './grid-class.js';
import { windowReader } from './grid-columns.js';
import { CORRECTED_BY_OTHERS, LESSONS, NEEDS_REASON } from './grid-refusals.js';
import { type Decided, writeDecided } from './grid-write.js';
import type { CellAnswer, Change } from './save-grid.js';
import { writerOf } from './scope.js';

/** Which subject each outcome of the class's grade belongs to. */
export const subjectsOfOutcomes = async (tx: Read, { one }: OwnClass): Promise<ReadonlyMap<number, number>> =>
  new Map((one.grade === null ? [] : await listOutcomesOfGrade(tx, one.grade)).map(({ id, subjectId }) => [id, subjectId]));

/** A record as the grid wants it: one cell, or both numbers of an absence. */
export interface Wished {
  readonly changes: readonly Change[];
  readonly held: GridRecord | undefined;
  readonly place: FoundPlace | undefined;
}

/** Judges the changes of one kind by the same rules as a single entry, and writes those that may stand. */
export async function takeChanges(context: WriteContext, own: OwnClass, kind: Kind, changes: readonly Change[], reason: string): Promise<CellAnswer[]> {
  const { tx, today } = context;
  const { one } = own;
  const personIds = [...new Set(changes.map(({ personId }) => personId))];
  const periods = kind === 'absence' ? ABSENCE_PERIODS : [...new Set(changes.map(({ at }) => at.period))];
  const records = await listRecordsOf(tx, { kind, year: one.year, institutionId: one.institutionId, personIds, periods }, true);
  const wanted = changes.map(({ row, personId, at }) => ({ row, personId, period: at.period, subjectId: at.kind === 'mark' ? at.subjectId : null }));
  const places = new Map((await placePupils(tx, one.institutionId, one.year, kind === 'absence', wanted)).map((place) => [place.row, place]));
  const windows = windowReader(tx, own);
  const judged: Judge = { own, scales: await readScales(tx), outcomes: await subjectsOfOutcomes(tx, own), totals: totalsOf(records) };
  const typist = { id: writerOf(context), mayCorrect: own.mayCorrect, hasReason: reason !== '' };
  const answers: CellAnswer[] = [];
  const decided: Decided[] = [];
  for (const group of groupsOf(changes)) {
    const first = group[0]!;
    const held = records.find((record) => record.personId === first.personId && record.item === itemOf(first.at) && record.period === first.at.period);
    const place = places.get(first.row);
    const refuse = (why: CellAnswer['why'], state: CellAnswer['state'] = 'refused') => void answers.push(...group.map(({ membershipId, column, at }) => ({ membershipId, column, state, value: shownIn(held, at), why })));
    const around: Surroundings = { place: place?.classId === one.id ? place : null, window: await windows(kind, first.at.period), today, byOrder: false };
    const { value, against } = judge(judged, { changes: group, held, place }, around);
    if (against.length > 0) {
      refuse(inTurn(against));
      continue;
    }
    const typed = { value, seenAt: new Date(first.seenAt), overrule: group.some(({ overrule }) => overrule), sourceRecord: `grid:${first.key}` };
    const decision = decide(held, typed, typist);
    if (decision === 'needs-reason') refuse(fill(NEEDS_REASON, { value: held?.value ?? '' }), decision);
    else if (decision === 'not-yours') refuse(fill(CORRECTED_BY_OTHERS, { value: held?.value ?? '' }));
    else decided.push({ decision, changes: group, held, place: place!, value, seenAt: typed.seenAt, overrule: typed.overrule, sourceRecord: typed.sourceRecord });
  }
  return [...answers, ...(await writeDecided(context, own, kind, judged.scales, decided, reason))];
}

/** Both numbers of an absence belong together; everything else stands alone. */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.at.kind === 'absence' ? `${change.personId} ${change.at.period}` : String(change.row);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

interface Judge {
  readonly own: OwnClass;
  readonly scales: Scales;
  readonly outcomes: ReadonlyMap<number, number>;
  /** What stands of each pupil's absences, with what was already agreed to in this very saving. */
  readonly totals: Map<string, AbsenceTotals[]>;
}

/** The value as the register writes it, and everything that speaks against it. */
interface JudgedCell {
  readonly value: string;
  readonly against: readonly Text[];
}

function judge(judged: Judge, wished: Wished, around: Surroundings): JudgedCell {
  const [first] = wished.changes;
  return first!.at.kind === 'absence' ? judgeAbsence(judged, wished, around) : judgeAssessment(judged, wished, first!, first!.at, around);
}

function judgeAssessment({ own, scales, outcomes }: Judge, { place }: Wished, change: Change, at: Exclude<GridColumn, { kind: 'absence' }>, around: Surroundings): JudgedCell {
  const subjectId = at.kind === 'mark' ? at.subjectId : (outcomes.get(at.outcomeId) ?? -1);
  const cleared = change.value === '';
  const checked = (grade: number) => scales.check({ year: own.one.year, grade, subjectId, period: at.period as 'S1', record: at.kind }, change.value);
  const offScale = (grade: number) => {
    if (cleared) return null;
    const found = checked(grade);
    return found.ok ? null : found.why;
  };
  const subject = { needsLanguage: !cleared && (place?.needsLanguage ?? false), isExempt: place?.isExempt ?? false, isLicensed: place?.isLicensed ?? true, offScale };
  const against = told(checkAssessment({ value: change.value, language: null, decidedOn: null }, around, subject));
  if (against.length > 0 || cleared) return { value: '', against };
  const found = checked(around.place!.grade!);
  return { value: found.ok ? found.value.value : change.value, against };
}

function judgeAbsence({ totals }: Judge, { changes, held }: Wished, around: Surroundings): JudgedCell {
  const { personId, at } = changes[0]!;
  const typed = (part: 'justified' | 'unjustified') => changes.find((change) => change.at.kind === 'absence' && change.at.part === part)?.value ?? shownIn(held, { kind: 'absence', part, period: at.period });
  const parts = [typed('justified'), typed('unjustified')];
  if (parts.some((part) => !/^\d{0,3}$/.test(part))) return { value: '', against: [LESSONS] };
  const cleared = parts.every((part) => part === '');
  const record: AbsenceTotals = { period: at.period, justifiedLessons: Number(parts[0]), unjustifiedLessons: Number(parts[1]) };
  const others = (totals.get(personId) ?? []).filter(({ period }) => period !== at.period);
  const against = told(checkAbsence(record, others, around));
  if (against.length > 0) return { value: '', against };
  totals.set(personId, cleared ? others : [...others, record]);
  return { value: cleared ? '' : `${record.justifiedLessons} + ${record.unjustifiedLessons}`, against };
}

const told = (findings: Parameters<typeof refusalsOf>[0]): readonly Text[] => refusalsOf(findings).map(({ message }) => message);

function totalsOf(records: readonly GridRecord[]): Map<string, AbsenceTotals[]> {
  const totals = new Map<string, AbsenceTotals[]>();
  for (const { personId, period, justified, unjustified, state } of records) {
    if (state !== 'confirmed' || justified === null || unjustified === null) continue;
    totals.set(personId, [...(totals.get(personId) ?? []), { period, justifiedLessons: justified, unjustifiedLessons: unjustified }]);
  }
  return totals;
}
