import type { Column } from '#platform/spreadsheets/column.js';
import type { View } from '#web/view.js';
import type { AnswerLine } from '../../actions/show-batches.js';
import { CODES, mendOfFault } from '../../domain/codes.js';
import { withoutCodes } from '../../domain/mask-codes.js';
import { W } from '../intake-words.js';
import { CODE, EXPECTED, FOUND, NEAREST, nearestOf, ROW, TODO, wordsOf } from './page.js';
import { ANSWER_STATE, fieldName, periodWords } from './words.js';

/** Codes that say whom was sent: what was found is a personal code, and does not go into a file. */
const NAMES_A_PERSON = new Set(['VI-201', 'VI-202']);

/** What was sent, whatever it is, without a personal code that got into it. */
const masked = (sent: unknown): string | null => (sent === undefined || sent === null ? null : withoutCodes(String(sent)));

/** A file to mend the journal by: rows and the sender's own identifiers, and nobody's name or code. */
export const answerColumns = (view: View): readonly Column<AnswerLine>[] => {
  const { t } = view;
  return [
    { header: t(ROW), kind: 'integer', value: ({ row }) => row },
    { header: t({ lv: 'Ieraksta identifikators', en: 'Identifier of the record' }), kind: 'text', width: 26, value: ({ sent }) => masked(sent.record) },
    { header: t(CODE), kind: 'text', value: ({ code }) => code },
    { header: t(W.state), kind: 'text', width: 22, value: ({ state }) => t(ANSWER_STATE[state].words) },
    { header: t({ lv: 'Klase', en: 'Class' }), kind: 'text', value: ({ sent }) => masked(sent.class) },
    { header: t({ lv: 'Priekšmets vai rezultāts', en: 'Subject or outcome' }), kind: 'text', width: 34, value: ({ sent }) => masked(sent.subject ?? sent.outcome ?? sent.subjectId) },
    { header: t({ lv: 'Periods', en: 'Period' }), kind: 'text', value: ({ sent }) => masked(t(periodWords(sent.period))) || null },
    { header: t({ lv: 'Lauks', en: 'Field' }), kind: 'text', width: 16, value: ({ field }) => t(fieldName(field)) },
    { header: t(FOUND), kind: 'text', width: 26, value: ({ code, found }) => (NAMES_A_PERSON.has(code) ? null : withoutCodes(found)) },
    { header: t(EXPECTED), kind: 'text', width: 40, value: ({ expected }) => withoutCodes(t(expected)) },
    { header: t(NEAREST), kind: 'text', width: 40, value: (one) => nearestOf(one).map(({ words, value }) => t(words) || value).join('; ') },
    { header: t(TODO), kind: 'text', width: 60, value: ({ code, state, field, isFirst }) => (isFirst ? wordsOf(view, code, state).mend : t(mendOfFault(CODES.get(code)!, field))) },
  ];
};
