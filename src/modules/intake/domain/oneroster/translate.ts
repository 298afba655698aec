import type { ArrivingRow, Kind } from '../arriving.js';
import { subjectOf } from './course-subject.js';
import type { DataFile } from './files.js';
import { type Gathering, gathering, KEPT_FILES, type Earlier, type Known, type KnownFacts } from './known.js';
import { gradedValue, markValueOf } from './mark-value.js';
import { type LineItemMeaning, lineItemMeanings } from './line-item-meaning.js';
import type { PackageRow, RecordSource } from './read-records.js';
import { type Place, type Trouble, type TroubleCode, troubles } from './trouble.js';

/** A record of the package as the register takes it. */
export interface TranslatedRow {
  readonly kind: Kind;
  readonly year: number;
  readonly row: ArrivingRow;
}

/** The sender's identifier of a record that is taken back, and where it says so. */
export interface TakenBack extends Place {
  readonly id: string;
}

/** What a package is for the register: rows go to `take` as they are met; the rest is told at the end. */
export interface Translated {
  readonly troubles: readonly Trouble[];
  /** The results and assessed outcomes that are taken back. */
  readonly withdrawn: readonly TakenBack[];
  /** What was met in the package, to be known for later deltas. */
  readonly known: Known;
}

export interface TranslationOf {
  /** The registration number of the school that the package is taken for. */
  readonly regNr: string;
  readonly earlier?: Earlier;
  /** Rows of results that the check found faulty, by file. */
  readonly faulty?: ReadonlyMap<string, ReadonlySet<number>>;
}

interface MeantResult {
  /** Pairs of the score scale, where there is one. */
  readonly scale: string;
  readonly meaning: LineItemMeaning;
  readonly base: ArrivingRow;
}

/**
 * Turns a gradebook into arriving rows. Nothing is guessed: what cannot be a mark of a period is counted under its trouble.
 * Results without a value wait until it is known whether learning outcomes hang on them.
 */
export async function translate(source: RecordSource, { regNr, earlier, faulty }: TranslationOf, take: (row: TranslatedRow) => Promise<void> | void): Promise<Translated> {
  const known = gathering(earlier);
  for (const file of [...KEPT_FILES, 'resultScoreScales'] as const) for await (const { id, deleted, value } of source.read(file)) if (!deleted) known.put(file, id, value);
  const found = troubles();
  const withdrawn: TakenBack[] = [];
  const meanings = lineItemMeanings(known, regNr);
  const homerooms = homeroomsOf(known);
  const scales = scalesOf(known);
  const outcomesFollow = source.has('resultLearningObjectiveIds');
  const held = new Map<string, MeantResult>();
  const empty = new Map<string, number>();
  // Without an identifier a row could neither be corrected nor taken back, and as one that takes back it would mean every record.
  const isFaulty = (file: DataFile, { row, id }: PackageRow) => id === '' || (faulty?.get(`${file}.csv`)?.has(row) ?? false);

  for await (const record of source.read('results')) {
    if (record.deleted && !isFaulty('results', record)) {
      withdrawn.push({ id: record.id, file: 'results.csv', row: record.row });
      continue;
    }
    const meant = isFaulty('results', record) ? 'faulty-row' : meaningOf(record);
    if (typeof meant === 'string') {
      found.add(meant, 'results', record.row);
      continue;
    }
    if (outcomesFollow) held.set(record.id, meant);
    const mark = markValueOf(record.value, meant.scale);
    if ('value' in mark) await take({ kind: 'mark', year: meant.meaning.year, row: { ...meant.base, record: record.id, ...subjectOf(meant.meaning), value: mark.value } });
    else if (outcomesFollow && mark.none === 'no-value') empty.set(record.id, record.row);
    else found.add(mark.none, 'results', record.row);
  }

  for await (const record of source.read('resultLearningObjectiveIds')) {
    const { id, row, deleted, value } = record;
    if (deleted && !isFaulty('resultLearningObjectiveIds', record)) {
      withdrawn.push({ id, file: 'resultLearningObjectiveIds.csv', row });
      continue;
    }
    const result = held.get(value('resultSourcedId'));
    empty.delete(value('resultSourcedId'));
    const graded = gradedValue(value('score'), value('textScore'), result?.scale ?? '');
    const trouble = isFaulty('resultLearningObjectiveIds', record) ? 'faulty-row' : !result ? 'result-unknown' : 'none' in graded ? graded.none : null;
    if (trouble !== null) found.add(trouble, 'resultLearningObjectiveIds', row);
    else await take({ kind: 'outcome', year: result!.meaning.year, row: { ...result!.base, record: id, outcome: value('learningObjectiveId'), value: (graded as { value: string }).value } });
  }
  for (const row of empty.values()) found.add('no-value', 'results', row);
  return { troubles: found.list(), withdrawn, known };

  function meaningOf({ id, value }: PackageRow): MeantResult | TroubleCode {
    const meaning = meanings.get(value('lineItemSourcedId')) ?? 'record-unknown';
    if (typeof meaning === 'string') return meaning;
    const user = known.find('users', value('studentSourcedId'));
    if (!user) return 'record-unknown';
    if (user.pupil === '') return 'pupil-without-code';
    return { scale: scales.of(id, value('lineItemSourcedId')), meaning, base: baseOf(meaning, user, homerooms.get(value('studentSourcedId')), value('scoreDate')) };
  }
}

function baseOf(meaning: LineItemMeaning, user: KnownFacts['users'], homeroom: string | undefined, scoreDate: string): ArrivingRow {
  const title = meaning.class.kind === 'homeroom' ? meaning.class.title : homeroom;
  // Entered after the period ended, a mark is still of who was there on its last day.
  const isWithin = scoreDate >= meaning.session.from && scoreDate <= meaning.session.to;
  const day = isWithin || meaning.period === 'POST' || meaning.period === 'EXAM' ? scoreDate.slice(0, 10) : '';
  return {
    pupil: user.pupil,
    ...(user.family && { familyName: user.family }),
    ...(title && { class: title }),
    period: meaning.period,
    ...(day && { decidedOn: day }),
  };
}

/** The title of the class each student is in: classes of subjects (scheduled) have titles of their own. */
function homeroomsOf(known: Gathering): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { student, class: id } of known.all('enrollments').values()) {
    const its = student === '' ? undefined : known.find('classes', id);
    if (its?.kind === 'homeroom') found.set(student, its.title);
  }
  return found;
}

function scalesOf(known: Gathering) {
  const ofItem = new Map([...known.all('lineItemScoreScales').values()].map(({ lineItem, scale }) => [lineItem, scale]));
  const ofResult = new Map([...known.all('resultScoreScales').values()].map(({ result, scale }) => [result, scale]));
  return { of: (result: string, lineItem: string) => known.find('scoreScales', ofResult.get(result) ?? ofItem.get(lineItem) ?? '')?.pairs ?? '' };
}
