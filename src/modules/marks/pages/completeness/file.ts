import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { FILE_KINDS, spreadsheet, type SpreadsheetFormat } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import type { Download } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { BoardOf, ExportedClass, ExportedSchool } from '../../actions/completeness.js';
import type { Counted } from '../../domain/completeness.js';
import { RECORD_NAMES, STATE_NAMES } from '../../domain/completeness-words.js';
import { periodName } from '../../domain/periods.js';
import { W } from './frame.js';

interface Exported<Row> {
  readonly format: SpreadsheetFormat;
  readonly of: BoardOf;
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

/** Institutions of the screen as a file. */
export const schoolsFile = (exported: Exported<ExportedSchool>, view: View): Download =>
  fileOf(exported, view, [
    { kind: 'text', header: view.t(W.municipality), value: (row) => row.unit ?? view.t(W.otherFounders) },
    { kind: 'text', header: view.t(W.regNr), value: (row) => row.regNr },
    { kind: 'text', header: view.t(W.institution), value: (row) => row.name },
    { kind: 'text', header: view.t(W.state), value: (row) => view.t(STATE_NAMES[row.state]) },
    ...numbers<ExportedSchool>(view),
    { kind: 'instant', header: view.t(W.lastEntered), value: (row) => row.lastEnteredAt },
    { kind: 'text', header: view.t(PHONE), value: (row) => row.phone },
    { kind: 'text', header: view.t(EMAIL), value: (row) => row.email },
  ]);

/** Classes and subjects of one institution as a file. */
export const classesFile = (exported: Exported<ExportedClass>, view: View): Download =>
  fileOf(exported, view, [
    { kind: 'text', header: view.t(CLASS), value: (row) => row.class },
    { kind: 'text', header: view.t(KIND), value: (row) => view.t(RECORD_NAMES[row.record]) },
    { kind: 'text', header: view.t(SUBJECT), value: (row) => row.subject && view.t(row.subject) },
    { kind: 'date', header: view.t(DUE), value: (row) => row.dueOn },
    ...numbers<ExportedClass>(view),
    { kind: 'instant', header: view.t(W.lastEntered), value: (row) => row.lastEnteredAt },
  ]);

const numbers = <Row extends Counted>({ t }: View): Column<Row>[] => [
  { kind: 'integer', header: t(W.expected), value: (row) => row.expected },
  { kind: 'integer', header: t(W.received), value: (row) => row.received },
  { kind: 'integer', header: t(BY_NIL), value: (row) => row.byNil },
  { kind: 'integer', header: t(W.late), value: (row) => row.late },
  { kind: 'integer', header: t(W.missing), value: (row) => row.missing },
];

function fileOf<Row>({ format, of, rows }: Exported<Row>, { t, lang, clock }: View, columns: readonly Column<Row>[]): Download {
  const about = [
    { label: t(MADE_AT), value: instant(clock.now()) },
    { label: t(YEAR), value: t(yearName(of.year)) },
    { label: t(W.period), value: t(periodName(of.period)) },
    { label: t(W.record), value: t(of.record ? RECORD_NAMES[of.record] : W.all) },
    { label: t(DATA), value: t(LIVE) },
    { label: t(W.municipality), value: `${t(BY_FOUNDER)} ${readableDay(of.today)}` },
  ];
  const { mediaType, ending } = FILE_KINDS[format];
  return { name: `${t(FILE_NAME)}-${of.year}-${of.period}${ending}`, type: mediaType, content: spreadsheet({ format, lang, title: t(W.title), about, columns }, rows) };
}

const FILE_NAME: Text = { lv: 'ievades-pilniba', en: 'completeness' };
const MADE_AT: Text = { lv: 'Datu brīdis', en: 'Data as of' };
const YEAR: Text = { lv: 'Mācību gads', en: 'School year' };
const DATA: Text = { lv: 'Dati', en: 'Data' };
const LIVE: Text = { lv: 'dzīvie dati, kā pēdējoreiz saskaitīti', en: 'live, as last counted' };
const BY_FOUNDER: Text = { lv: 'pēc faktiskā dibinātāja', en: 'by the actual founder on' };
const BY_NIL: Text = { lv: 'No tiem ziņots, ka kavējumu nav', en: 'Of them by nil report' };
const PHONE: Text = { lv: 'Tālrunis', en: 'Telephone' };
const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const CLASS: Text = { lv: 'Klase', en: 'Class' };
const KIND: Text = { lv: 'Veids', en: 'Kind' };
const SUBJECT: Text = { lv: 'Priekšmets', en: 'Subject' };
const DUE: Text = { lv: 'Termiņš', en: 'Due' };
