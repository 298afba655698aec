import type { FoundPlace, Scales } from '#modules/education/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { itemOf, shownIn } from '../domain/grid-column.js';
import type { Decision } from '../domain/grid-decision.js';
import type { Kind } from '../domain/periods.js';
import type { AbsenceRecord, MarkRecord, OutcomeRecord, Records } from '../domain/record.js';
import type { GridRecord } from '../store/grid.js';
import { type Clash, takeRecords, type Taking } from '../store/take.js';
import { withdrawRecords } from '../store/withdraw.js';
import type { OwnClass } from './grid-class.js';
import type { CellAnswer, Change } from './save-grid.js';
import { namesOf, writerOf } from './scope.js';

/** A record that has been judged: what becomes of it. */
export interface Decided {
  readonly decision: Extract<Decision, 'nothing' | 'write' | 'withdraw' | 'clash'>;
  readonly changes: readonly Change[];
  readonly held: GridRecord | undefined;
  readonly place: FoundPlace;
  /** As the register writes it; of an absence both numbers. */
  readonly value: string;
  readonly seenAt: Date;
  readonly overrule: boolean;
  readonly sourceRecord: string;
}

/** Writes and takes back what was decided, and answers every cell. */
export async function writeDecided(context: WriteContext, own: OwnClass, kind: Kind, scales: Scales, decided: readonly Decided[], reason: string): Promise<CellAnswer[]> {
  const { tx, now } = context;
  const { year, institutionId } = own.one;
  const taking = { institutionId, year, channel: 'manual' as const, journalId: null, batchId: null, at: now, by: writerOf(context), reason: reason || 'entered-again' };
  const late = new Map<Decided, Clash>();
  const write = decided.filter(({ decision }) => decision === 'write');
  for (const group of Map.groupBy(write, ({ seenAt, overrule }) => `${seenAt.toISOString()} ${overrule}`).values()) {
    const { seenAt, overrule } = group[0]!;
    const { clashes } = await takeRecords(tx, recordsOf(kind, own, scales, group), { ...taking, seenAt, overrule } satisfies Taking);
    for (const clash of clashes) late.set(group[clash.row]!, clash);
  }
  const back = decided.filter(({ decision }) => decision === 'withdraw');
  await withdrawRecords(tx, kind, back.map(({ changes: [change] }, row) => ({ row, personId: change!.personId, item: itemOf(change!.at), period: change!.at.period })), taking);
  const names = await writersOf(context, decided, late);
  return decided.flatMap((one) => answersOf(one, late.get(one), names));
}

function recordsOf(kind: Kind, { one }: OwnClass, scales: Scales, group: readonly Decided[]): Records {
  const common = ({ changes, place, sourceRecord }: Decided, row: number) => ({ row, personId: changes[0]!.personId, membershipId: place.membershipId!, classId: place.classId, period: changes[0]!.at.period, sourceRecord });
  switch (kind) {
    case 'mark':
      return { kind, records: group.map((each, row): MarkRecord => ({ ...common(each, row), subjectId: itemOf(each.changes[0]!.at), value: each.value, scale: scaleOf('mark', itemOf(each.changes[0]!.at), each) })) };
    case 'outcome':
      return { kind, records: group.map((each, row): OutcomeRecord => ({ ...common(each, row), outcomeId: itemOf(each.changes[0]!.at), value: each.value, scale: scaleOf('outcome', 0, each) })) };
    case 'absence':
      return { kind, records: group.map((each, row): AbsenceRecord => ({ ...common(each, row), ...numbersOf(each.value) })) };
  }

  /** Outcomes of a grade share one scale, whatever their subject. */
  function scaleOf(record: 'mark' | 'outcome', subjectId: number, { place, changes }: Decided): string {
    return scales.scaleOf({ year: one.year, grade: place.grade!, subjectId, period: changes[0]!.at.period as 'S1', record })!;
  }
}

const numbersOf = (words: string): Pick<AbsenceRecord, 'justifiedLessons' | 'unjustifiedLessons'> => {
  const [justified, unjustified] = words.split(' + ');
  return { justifiedLessons: Number(justified), unjustifiedLessons: Number(unjustified) };
};

function answersOf(one: Decided, late: Clash | undefined, names: ReadonlyMap<string, string>): CellAnswer[] {
  const { decision, changes, held, value } = one;
  return changes.map(({ membershipId, column, at }): CellAnswer => {
    const shown = (words: string) => (at.kind === 'absence' && words !== '' ? String(numbersOf(words)[at.part === 'justified' ? 'justifiedLessons' : 'unjustifiedLessons']) : words);
    if (late) return { membershipId, column, state: 'clash', value: shown(late.state === 'withdrawn' ? '' : late.value), why: null, by: { name: names.get(late.enteredBy) ?? null, at: new Date(late.enteredAt) } };
    if (decision === 'clash') return { membershipId, column, state: 'clash', value: shownIn(held, at), why: null, by: { name: names.get(held!.enteredBy) ?? null, at: held!.enteredAt } };
    return { membershipId, column, state: 'saved', value: decision === 'nothing' ? shownIn(held, at) : shown(value), why: null };
  });
}

/** Who the writers of clashing values are. */
async function writersOf(context: WriteContext, decided: readonly Decided[], late: ReadonlyMap<Decided, Clash>): Promise<ReadonlyMap<string, string>> {
  const ids = [...decided.filter(({ decision }) => decision === 'clash').map(({ held }) => held!.enteredBy), ...[...late.values()].map(({ enteredBy }) => enteredBy)];
  return namesOf(context, ids);
}
