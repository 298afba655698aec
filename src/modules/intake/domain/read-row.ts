import { isPeriodOf, PERIODS_OF } from '#modules/marks/public.js';
import { parseIsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { ArrivingRow, Kind } from './arriving.js';

/** A field that cannot be read, and what was expected there. */
export interface Unreadable {
  readonly field: string;
  readonly found: string;
  readonly expected: Text;
}

type ReadRow = { readonly row: ArrivingRow } | { readonly unreadable: readonly Unreadable[] };

/** Longer words are no name, code or identifier of anything here. */
const MOST_CHARACTERS = 200;
const MOST_LESSONS = 2_000;

/** One row of a batch as it stands in JSON, or every field of it that cannot be read. Fields that are not known are passed over, so that the contract can grow. */
export function readRow(kind: Kind, sent: unknown): ReadRow {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return { unreadable: [told('', sent, OBJECT)] };
  const fields = sent as Readonly<Record<string, unknown>>;
  // Made with the first fault: almost every row has none.
  let wrong: Unreadable[] | undefined;
  for (const field of WORDS) {
    const value = fields[field];
    if (value !== undefined && value !== null && (typeof value !== 'string' || value.length > MOST_CHARACTERS || !isText(value))) wrong = blame(wrong, fields, field, SHORT_WORDS);
  }
  const { pupil, period, value, decidedOn, subjectId } = fields;
  if (isEmpty(pupil)) wrong = blame(wrong, fields, 'pupil', NEEDED);
  if (typeof period !== 'string' || !isPeriodOf(kind, period)) wrong = blame(wrong, fields, 'period', oneOf(PERIODS_OF[kind]));
  if (typeof decidedOn === 'string' && !parseIsoDate(decidedOn)) wrong = blame(wrong, fields, 'decidedOn', A_DAY);
  if (subjectId !== undefined && subjectId !== null && !Number.isInteger(subjectId)) wrong = blame(wrong, fields, 'subjectId', A_NUMBER);
  if (kind === 'absence') {
    for (const field of ['justifiedLessons', 'unjustifiedLessons']) if (!isCount(fields[field])) wrong = blame(wrong, fields, field, LESSONS);
    if (fields['unjustifiedDays'] !== undefined && fields['unjustifiedDays'] !== null && !isCount(fields['unjustifiedDays'])) wrong = blame(wrong, fields, 'unjustifiedDays', LESSONS);
    return wrong ? { unreadable: wrong } : { row: fields as unknown as ArrivingRow };
  }
  if (typeof value !== 'string' && typeof value !== 'number') wrong = blame(wrong, fields, 'value', NEEDED);
  if (kind === 'mark' && (subjectId === undefined || subjectId === null) && isEmpty(fields['subject'])) wrong = blame(wrong, fields, 'subject', SUBJECT_NEEDED);
  if (kind === 'outcome' && isEmpty(fields['outcome'])) wrong = blame(wrong, fields, 'outcome', NEEDED);
  if (wrong) return { unreadable: wrong };
  return { row: typeof value === 'number' ? ({ ...fields, value: String(value) } as unknown as ArrivingRow) : (fields as unknown as ArrivingRow) };
}

const WORDS = ['record', 'pupil', 'familyName', 'class', 'subject', 'outcome', 'period', 'language', 'decidedOn', 'reasonGroup', 'correctionReason'] as const;

/** The database takes no NUL and no half of a surrogate pair for text. */
const isText = (words: string): boolean => !words.includes('\0') && words.isWellFormed();

const isEmpty = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_LESSONS;

/** One more field that cannot be read; of each field what is said first. */
function blame(wrong: Unreadable[] = [], fields: Readonly<Record<string, unknown>>, field: string, expected: Text): Unreadable[] {
  if (!wrong.some((one) => one.field === field)) wrong.push(told(field, fields[field], expected));
  return wrong;
}

const told = (field: string, found: unknown, expected: Text): Unreadable => ({
  field, found: found === undefined || found === null ? '' : (typeof found === 'string' ? found : JSON.stringify(found)).slice(0, MOST_CHARACTERS), expected,
});

const oneOf = (values: readonly string[]): Text => ({ lv: `viens no: ${values.join(', ')}`, en: `one of: ${values.join(', ')}` });
const OBJECT: Text = { lv: 'JSON objekts ar rindas laukiem', en: 'a JSON object with the fields of the row' };
const SHORT_WORDS: Text = { lv: `teksts līdz ${MOST_CHARACTERS} zīmēm`, en: `words of at most ${MOST_CHARACTERS} characters` };
const NEEDED: Text = { lv: 'lauks ir obligāts', en: 'the field is required' };
const SUBJECT_NEEDED: Text = { lv: 'priekšmeta numurs (subjectId) vai nosaukums (subject)', en: 'the number (subjectId) or the name (subject) of a subject' };
const A_DAY: Text = { lv: 'diena: gggg-mm-dd', en: 'a day: yyyy-mm-dd' };
const A_NUMBER: Text = { lv: 'vesels skaitlis', en: 'a whole number' };
const LESSONS: Text = { lv: `vesels skaitlis no 0 līdz ${MOST_LESSONS}`, en: `a whole number from 0 to ${MOST_LESSONS}` };
