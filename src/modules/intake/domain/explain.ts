import type { SchoolBook } from '#modules/education/public.js';
import type { Clash, Finding } from '#modules/marks/public.js';
import { daysBetween, type IsoDate } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, same, type Text } from '#kernel/text.js';
import { type Nearest, NO_WORDS, NOTHING_ELSE, type RowAnswer } from './answer.js';
import type { ArrivingRow } from './arriving.js';
import { mostAlike } from './likeness.js';
import { withoutCodes } from './mask-codes.js';
import type { Unreadable } from './read-row.js';
import type { Learner, Place } from './roster.js';
import { type Decided, suggestSubjects } from './suggestions.js';

type BookClass = SchoolBook['classes'][number];

/** What was decided before about names that nobody here has matched, by the name's key. */
export type DecidedNames = ReadonlyMap<string, readonly Decided[]>;

/** What is said of rows that cannot simply be taken: what stood there, what could stand there, and the row as it would be right. */
export const explain = {
  unreadable: (row: number, sent: unknown, { field, found, expected }: Unreadable): RowAnswer => answer(row, 'VI-301', 'refused', field, found, sent, { expected }),

  /** Unknown, misnamed and learning elsewhere are told alike: nobody can try out codes. */
  noLearner: (row: number, sent: ArrivingRow, several: boolean): RowAnswer =>
    answer(row, several ? 'VI-202' : 'VI-201', 'refused', 'pupil', withoutCodes(sent.pupil).slice(0, 40), sent, { expected: several ? EXACTLY : LEARNER_HERE }),

  unknownSubject(row: number, sent: ArrivingRow, nearestTo: (name: string) => readonly Nearest[], personId: string | null): RowAnswer {
    const byNumber = sent.subjectId !== undefined && sent.subjectId !== null;
    const name = sent.subject ?? '';
    const nearest = name ? nearestTo(name) : [];
    const best = nearest[0];
    return answer(row, 'VI-101', byNumber ? 'refused' : 'waiting', byNumber ? 'subjectId' : 'subject', byNumber ? String(sent.subjectId) : name, sent, {
      expected: byNumber ? SUBJECT_NUMBER : SUBJECT_KNOWN, nearest, mended: best ? { ...sent, subjectId: Number(best.value) } : null, personId,
    });
  },

  unknownOutcome(row: number, sent: ArrivingRow, nearestTo: (code: string) => readonly Nearest[], personId: string | null): RowAnswer {
    const nearest = nearestTo(sent.outcome!);
    return answer(row, 'VI-105', 'refused', 'outcome', sent.outcome!, sent, { expected: OUTCOME_KNOWN, nearest, mended: nearest[0] ? { ...sent, outcome: nearest[0].value } : null, personId });
  },

  /** Nobody has said yet which class that is. */
  unknownClass(row: number, sent: ArrivingRow, place: Place, classes: readonly BookClass[], personId: string): RowAnswer {
    const others = classes.filter((one) => one.id !== place.in.id && one.grade !== null && one.grade === place.in.grade);
    const nearest = [place.in, ...others].slice(0, 3).map(({ title }): Nearest => ({ value: title, words: same(title) }));
    return answer(row, 'VI-102', 'waiting', 'class', sent.class!, sent, { expected: same(place.in.title), nearest, mended: { ...sent, class: place.in.title }, personId });
  },

  /** A class unknown in a row of which it is not known where its learner was. */
  classOfNobody(row: number, sent: ArrivingRow, classes: readonly BookClass[], personId: string | null): RowAnswer {
    const nearest = mostAlike(sent.class!, classes, ({ title }) => title).map(({ thing }): Nearest => ({ value: thing.title, words: same(thing.title) }));
    return answer(row, 'VI-102', 'waiting', 'class', sent.class!, sent, { expected: CLASS_HERE, nearest, personId });
  },

  otherClass: (row: number, sent: ArrivingRow, place: Place, personId: string): RowAnswer =>
    answer(row, 'VI-102', 'refused', 'class', sent.class!, sent, { expected: same(place.in.title), nearest: [{ value: place.in.title, words: same(place.in.title) }], mended: { ...sent, class: place.in.title }, personId }),

  movedClass: (row: number, sent: ArrivingRow, was: BookClass, place: Place, personId: string): RowAnswer =>
    answer(row, 'VI-104', 'warned', 'class', sent.class!, sent, { expected: fill(MOVED_CLASS, { was: was.title, title: place.in.title }), nearest: [{ value: place.in.title, words: same(place.in.title) }], personId }),

  leftSince: (row: number, sent: ArrivingRow, place: Place, personId: string): RowAnswer => answer(row, 'VI-104', 'warned', 'period', sent.period, sent, { expected: fill(LEFT, { title: place.in.title }), personId }),

  /** The same record twice in one batch with two values. */
  twice: (row: number, sent: ArrivingRow, before: { readonly row: number; readonly value: string }, value: string, personId: string): RowAnswer =>
    answer(row, 'VI-208', 'refused', 'value', shownValue(value), sent, { expected: fill(TWICE, { row: before.row, value: shownValue(before.value) }), personId }),

  /** The register has another value that came another way; it is another e-journal's only to an e-journal. */
  clash: (sent: unknown, { row, value, channel }: Clash, { personId, ofJournal }: { readonly personId: string | null; readonly ofJournal: boolean }): RowAnswer => {
    const one = sent as ArrivingRow;
    return answer(row, 'VI-208', 'refused', one.value === undefined ? 'unjustifiedLessons' : 'value', one.value ?? `${one.justifiedLessons} + ${one.unjustifiedLessons}`, sent, {
      expected: fill(channel === 'service' && ofJournal ? CAME_OF_OTHER : CAME[channel], { value }), nearest: [{ value, words: same(value) }], mended: one.value === undefined ? null : { ...one, value }, personId,
    });
  },

  /** A rule of the record itself. */
  finding(row: number, sent: ArrivingRow, { code, field, message }: Finding, about: { readonly learner: Learner | undefined; readonly today: IsoDate; readonly values?: ReadonlyMap<string, string> | undefined }): RowAnswer {
    const found = String((sent as unknown as Readonly<Record<string, unknown>>)[field] ?? '');
    const nearest = code === 'VI-203' && about.learner ? nearestStays(about.learner, sent.decidedOn as IsoDate | undefined, about.today) : code === 'VI-204' ? nearestValues(found, about.values) : [];
    const mended = code === 'VI-204' && nearest.length === 1 ? { ...sent, value: nearest[0]!.value } : null;
    return answer(row, code, 'refused', field, found, sent, { expected: message, nearest, mended, personId: about.learner?.personId ?? null });
  },
};

type Rest = Partial<Pick<RowAnswer, 'expected' | 'nearest' | 'mended' | 'personId'>>;
const answer = (row: number, code: RowAnswer['code'], state: RowAnswer['state'], field: string, found: string, sent: unknown, { expected = NO_WORDS, nearest = [], mended = null, personId = null }: Rest): RowAnswer => ({
  row, code, state, field, found, expected, nearest, also: NOTHING_ELSE, sent, mended, personId,
});

/** Outcomes whose codes are most like a code. */
export const nearestOutcomes = (code: string, outcomes: SchoolBook['outcomes']): Nearest[] =>
  mostAlike(code, outcomes, (one) => one.code).map(({ thing }): Nearest => ({ value: thing.code, words: { lv: thing.textLv, en: thing.textEn } }));

/** Subjects that a name most likely means, by likeness and by what other schools decided. */
export function nearestSubjects(name: string, subjects: SchoolBook['subjects'], decided: readonly Decided[]): Nearest[] {
  const names = new Map(subjects.map((one) => [one.id, { lv: one.name, en: one.nameEn }]));
  return suggestSubjects(name, subjects, decided).map(({ id, reasons }): Nearest => {
    const bySchools = reasons.find((one) => one.kind === 'schools');
    return { value: String(id), words: names.get(id)!, ...(bySchools && { why: fill(SCHOOLS, { schools: bySchools.schools }) }) };
  });
}

/** The memberships in the institution that are nearest to the day, or where one of them holds on it the classes of the year; of others nothing is told. */
function nearestStays({ memberships, stays }: Learner, decidedOn: IsoDate | undefined, today: IsoDate): Nearest[] {
  const day = decidedOn ?? today;
  const distance = ({ from, to }: { from: IsoDate; to: IsoDate | null }) => (day < from ? daysBetween(day, from) : to !== null && day >= to ? daysBetween(to, day) + 1 : 0);
  const isMember = memberships.some((one) => distance(one) === 0) && stays.length > 0;
  const spans: readonly { from: IsoDate; to: IsoDate | null; in?: BookClass }[] = isMember ? stays : memberships;
  const words = (one: (typeof spans)[number], lang: 'lv' | 'en') => `${one.in ? `${one.in.title}: ` : ''}${readablePeriod(one, lang)}`;
  return spans
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .map((one) => ({ value: `${one.from}/${one.to ?? ''}`, words: { lv: words(one, 'lv'), en: words(one, 'en') } }));
}

/** A number written another way (7,0 or 07) is the one value meant; else the numbers next to it. */
function nearestValues(found: string, values: ReadonlyMap<string, string> = new Map()): Nearest[] {
  const number = Number(found.trim().replace(',', '.'));
  if (found.trim() === '' || !Number.isFinite(number)) return [];
  const numbers = [...values.values()].filter((one) => /^\d+$/.test(one));
  const same_ = numbers.find((one) => Number(one) === number);
  return (same_ ? [same_] : numbers.toSorted((a, b) => Math.abs(Number(a) - number) - Math.abs(Number(b) - number)).slice(0, 2)).map((value) => ({ value, words: same(value) }));
}

/** A row's value as it is compared within a batch, as people read it. */
const shownValue = (value: string): string => value.replace(/\|+$/, '').replaceAll('|', ' + ');

const SCHOOLS: Text = { lv: 'Tā nolēmušas citas skolas: {schools}.', en: 'Other schools that decided so: {schools}.' };
const EXACTLY: Text = { lv: 'numurs tieši tā, kā to piešķīrusi iestāde', en: 'the number exactly as the institution gave it' };
const LEARNER_HERE: Text = { lv: 'šīs iestādes izglītojamā personas kods vai iestādes piešķirtais numurs, un uzvārds, kas tam atbilst', en: 'the personal code of a learner of this institution, or the number it gave, and the family name that belongs to it' };
const SUBJECT_NUMBER: Text = { lv: 'priekšmeta numurs no klasifikatora', en: 'the number of a subject of the classifier' };
const SUBJECT_KNOWN: Text = { lv: 'priekšmeta nosaukums vai numurs no klasifikatora; šo nosaukumu saskaņos skola', en: 'the name or number of a subject of the classifier; the school will match this name' };
const CLASS_HERE: Text = { lv: 'klase, kas iestādē ir šajā mācību gadā', en: 'a class that the institution has in this school year' };
const OUTCOME_KNOWN: Text = { lv: 'sasniedzamā rezultāta kods no klasifikatora', en: 'the code of a learning outcome of the classifier' };
const MOVED_CLASS: Text = { lv: 'gada laikā pārgājis no klases {was} uz {title}; ieraksts ir klasē {title}', en: 'moved within the year from class {was} to {title}; the record is of class {title}' };
const LEFT: Text = { lv: 'izglītojamais kopš tā laika mācās citur; ieraksts ir klasē {title}', en: 'the learner has left since; the record is of class {title}' };
const TWICE: Text = { lv: 'šajā paketē jau ir rinda {row} ar vērtību {value}', en: 'row {row} of this batch already says {value}' };
const CAME: Readonly<Record<Clash['channel'], Text>> = {
  manual: { lv: 'reģistrā ir {value}, ko ievadīja skolā', en: 'the register has {value}, entered at the school' },
  service: { lv: 'reģistrā ir {value}, ko atsūtīja e-žurnāls', en: 'the register has {value}, sent by an e-journal' },
  file: { lv: 'reģistrā ir {value}, kas nāca failā', en: 'the register has {value}, which came in a file' },
};
const CAME_OF_OTHER: Text = { lv: 'reģistrā ir {value}, ko atsūtīja cits e-žurnāls', en: 'the register has {value}, sent by another e-journal' };
