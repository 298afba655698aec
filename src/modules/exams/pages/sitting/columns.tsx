import type { VNode } from 'preact';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Column as FileColumn } from '#platform/spreadsheets/column.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import { classWords } from '../../domain/candidate-kinds.js';
import { exemptionOf, type Extent, participationOf, type Participation } from '../../domain/entry-facts.js';
import type { ListedEntry, Tab } from '../../actions/view-sittings.js';
import { W } from '../words.js';

/** A cell of the table of a sitting: the word that stands in it, with the colour that repeats it. */
interface Cell {
  readonly words: Text;
  readonly tone: StatusTone;
}

const YES: Cell = { words: { lv: 'JĀ', en: 'YES' }, tone: 'success' };
const NO: Cell = { words: { lv: 'NĒ', en: 'NO' }, tone: 'neutral' };
const PARTLY: Cell = { words: { lv: 'DAĻĒJI', en: 'PARTLY' }, tone: 'warning' };
const NONE: Cell = { words: { lv: 'NAV', en: 'NONE' }, tone: 'neutral' };
const IS_THERE: Cell = { words: { lv: 'IR', en: 'PRESENT' }, tone: 'info' };
const EXPELLED: Cell = { words: { lv: 'IZRAIDĪTS', en: 'EXPELLED' }, tone: 'danger' };
const ANNULLED: Cell = { words: { lv: 'JĀ', en: 'YES' }, tone: 'danger' };

const OF_EXTENT: Readonly<Record<Extent, Cell>> = { all: YES, some: PARTLY, none: NO };
const OF_PARTICIPATION: Readonly<Record<Participation, Cell | null>> = { ...OF_EXTENT, expelled: EXPELLED, unknown: null };
const has = (entry: ListedEntry, kind: string) => entry.facts.some((one) => one.kind === kind);

interface Badge {
  readonly key: string;
  readonly header: Text;
  readonly cell: (entry: ListedEntry, parts: readonly number[]) => Cell | null;
}

/** What is said about each candidate, in the order of the school's view. */
const BADGES: readonly Badge[] = [
  { key: 'exempt', header: { lv: 'Atbrīvots', en: 'Exempt' }, cell: (entry, parts) => OF_EXTENT[exemptionOf(parts, entry.facts)] },
  { key: 'took', header: { lv: 'Piedalījās', en: 'Took part' }, cell: (entry, parts) => OF_PARTICIPATION[participationOf(parts, entry.facts, entry.marks)] },
  { key: 'extra', header: W.extraTerm, cell: (entry) => (has(entry, 'extra term') || entry.term === 'extra' ? YES : NO) },
  { key: 'support', header: { lv: 'Atbalsts', en: 'Support' }, cell: (entry) => (has(entry, 'support') ? YES : NONE) },
  { key: 'annulled', header: { lv: 'Anulēts', en: 'Annulled' }, cell: (entry) => (has(entry, 'annulled') ? ANNULLED : NO) },
  { key: 'work', header: { lv: 'Darbs', en: 'Work' }, cell: (entry) => (entry.marks.some(({ hasWork }) => hasWork) ? IS_THERE : NONE) },
  { key: 'replaced', header: { lv: 'Starpt. sert.', en: 'Int. document' }, cell: (entry) => (has(entry, 'replaced') ? IS_THERE : NONE) },
];

export const STATES: Readonly<Record<ListedEntry['state'], Cell>> = {
  registered: { words: { lv: 'Reģistrēts', en: 'Registered' }, tone: 'neutral' },
  applied: { words: { lv: 'Pieteikts', en: 'Applied' }, tone: 'info' },
  confirmed: { words: { lv: 'Apstiprināts', en: 'Confirmed' }, tone: 'success' },
  withdrawn: { words: { lv: 'Svītrots', en: 'Taken off' }, tone: 'ended' },
};

export const Tag = ({ view, cell }: { view: View; cell: Cell | null }): VNode => (cell ? <StatusTag tone={cell.tone}>{view.t(cell.words)}</StatusTag> : <>–</>);

const personCodeOf = ({ personCode }: ListedEntry): string => (personCode === null ? '' : readablePersonCode(personCode as PersonCode));

interface Shape {
  readonly tab: Tab;
  readonly withCodes: boolean;
  readonly parts: readonly number[];
  /** How many rows stood on the pages before. */
  readonly seen: number;
  readonly entries: readonly ListedEntry[];
  readonly reason: string | undefined;
}

/** A class stands in one line; “graduate of an earlier year” in two at most, however many columns there are. */
function inTwoLines(words: string): VNode {
  const all = words.split(' ');
  const half = Math.ceil(all.length / 2);
  const [first, rest] = [all.slice(0, half).join(' '), all.slice(half).join(' ')];
  return <><span class="whole">{first}</span>{rest && ' '}{rest && <span class="whole">{rest}</span>}</>;
}

/** The columns of one side of a sitting on the screen. */
export function columnsOf(view: View, { tab, withCodes, parts, seen, entries, reason }: Shape): Column<ListedEntry>[] {
  const { t } = view;
  const place = new Map(entries.map(({ id }, at) => [id, seen + at + 1]));
  const card = (entry: ListedEntry) => `/exams/entries/${entry.id}${reason ? `?reason=${reason}` : ''}`;
  const seated: Column<ListedEntry>[] = [
    { key: 'room', header: W.room, sort: true, cell: (entry) => entry.room ?? '–' },
    { key: 'seat', header: W.seat, number: true, cell: (entry) => entry.seat ?? '–' },
  ];
  return [
    { key: 'number', header: '#', number: true, cell: (entry) => place.get(entry.id) },
    ...(withCodes ? [{ key: 'personCode', header: W.personCode, cell: (entry: ListedEntry) => <span class="whole">{personCodeOf(entry)}</span> }] : []),
    ...(tab === 'rooms' ? seated : []),
    { key: 'given', header: W.given, cell: (entry) => entry.given },
    { key: 'name', header: W.family, rowHeader: true, sort: true, cell: (entry) => <a href={card(entry)}>{entry.family}</a> },
    { key: 'class', header: W.class, sort: true, cell: (entry) => inTwoLines(t(classWords(entry))) },
    { key: 'code', header: W.candidateCode, sort: true, cell: (entry) => entry.candidateCode ?? '–' },
    ...(tab === 'registered' || tab === 'applied' ? [{ key: 'state', header: W.state, cell: (entry: ListedEntry) => <Tag view={view} cell={STATES[entry.state]} /> }] : []),
    ...(tab === 'applied' ? [{ key: 'applied', header: APPLIED_ON, cell: (entry: ListedEntry) => (entry.appliedOn ? readableDay(entry.appliedOn) : '–') }] : []),
    ...BADGES.filter(({ key }) => tab !== 'rooms' || key === 'support' || key === 'exempt').map(({ key, header, cell }) => ({ key, header: t(header), cell: (entry: ListedEntry) => <Tag view={view} cell={cell(entry, parts)} /> })),
  ];
}

/** The same in a file: codes stay text, days are days. */
export function fileColumns({ t }: View, { withCodes, parts }: Pick<Shape, 'withCodes' | 'parts'>): FileColumn<ListedEntry>[] {
  return [
    ...(withCodes ? [{ kind: 'text' as const, header: t(W.personCode), value: personCodeOf }] : []),
    { kind: 'text', header: t(W.given), value: (entry) => entry.given },
    { kind: 'text', header: t(W.family), value: (entry) => entry.family },
    { kind: 'text', header: t(W.class), value: (entry) => t(classWords(entry)) },
    { kind: 'text', header: t(W.candidateCode), value: (entry) => entry.candidateCode },
    { kind: 'text', header: t(W.state), value: (entry) => t(STATES[entry.state].words) },
    { kind: 'date', header: t(APPLIED_ON), value: (entry) => entry.appliedOn },
    { kind: 'text', header: t(W.room), value: (entry) => entry.room },
    { kind: 'integer', header: t(W.seat), value: (entry) => entry.seat },
    ...BADGES.map(({ header, cell }): FileColumn<ListedEntry> => ({ kind: 'text', header: t(header), value: (entry) => (cell(entry, parts) ? t(cell(entry, parts)!.words) : null) })),
  ];
}

const APPLIED_ON: Text = { lv: 'Pieteikts', en: 'Applied on' };
