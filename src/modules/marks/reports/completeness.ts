import { z } from 'zod';
import { DATA, schoolScope, yearName } from '#modules/education/public.js';
import { editionField, EditionInput, placeLines, type UnitNamer, unitNamer } from '#modules/institutions/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { entryState, TERM_PERIODS, TERM_RECORDS, type TermRecord } from '../domain/completeness.js';
import { RECORD_NAMES, STATE_NAMES } from '../domain/completeness-words.js';
import { periodName } from '../domain/periods.js';
import { seeCompleteness } from '../permissions.js';
import { type SchoolCounts, streamSchools } from '../store/completeness.js';
import { W, yearField } from './shared.js';

/** Expected, received, late and missing records by institution and kind. */
export const completenessReport = reportKind({
  name: 'completeness',
  title: { lv: 'Vērtējumu ievades pilnība', en: 'Completeness of entry of marks' },
  summary: {
    lv: 'Cik vērtējumu, sasniedzamo rezultātu un kavējumu gaidāmi, saņemti, novēloti un trūkst katrā iestādē.',
    en: 'How many marks, learning outcomes and absences are expected, received, late and missing in each institution.',
  },
  permission: seeCompleteness,
  input: z.object({ year: z.coerce.number().int(), period: z.enum(TERM_PERIODS), edition: EditionInput }),
  fields: [yearField, { name: 'period', label: W.period, kind: 'choice', options: () => Promise.resolve(TERM_PERIODS.map((value) => ({ value, text: periodName(value) }))) }, editionField],
  columns: columnsOf,
  async *rows(context, { edition, ...of }) {
    const { tx, today } = context;
    const [scope, unitOf] = [await schoolScope(context), await unitNamer(tx, today, edition)];
    for (const record of TERM_RECORDS) {
      for await (const row of streamSchools(tx, { ...of, record, today }, scope)) yield { ...row, record, unitOf };
    }
  },
  async about({ tx, today }, { year, period, edition }, lang) {
    return [
      { label: W.year[lang], value: yearName(year)[lang] },
      { label: W.period[lang], value: periodName(period)[lang] },
      { label: DATA[lang], value: COUNTED[lang] },
      { label: MISSING[lang], value: `${DUE_BEFORE[lang]} ${readableDay(today)}` },
      ...(await placeLines(tx, today, edition, lang)),
    ];
  },
});

type Row = SchoolCounts & { readonly record: TermRecord; readonly unitOf: UnitNamer };

function columnsOf(lang: Lang): Column<Row>[] {
  return [
    { kind: 'text', header: W.municipality[lang], value: (row) => row.unitOf(row, lang) },
    { kind: 'text', header: W.regNr[lang], value: (row) => row.regNr },
    { kind: 'text', header: W.name[lang], value: (row) => row.name },
    { kind: 'text', header: RECORD[lang], value: (row) => RECORD_NAMES[row.record][lang] },
    { kind: 'text', header: STATE[lang], value: (row) => STATE_NAMES[entryState(row)][lang] },
    { kind: 'integer', header: EXPECTED[lang], value: (row) => row.expected },
    { kind: 'integer', header: RECEIVED[lang], value: (row) => row.received },
    { kind: 'integer', header: BY_NIL[lang], value: (row) => row.byNil },
    { kind: 'integer', header: LATE[lang], value: (row) => row.late },
    { kind: 'integer', header: MISSING[lang], value: (row) => row.missing },
    { kind: 'instant', header: LAST[lang], value: (row) => row.lastEnteredAt },
  ];
}

const COUNTED: Text = { lv: 'dzīvi: kā pēdējoreiz saskaitīti', en: 'live: as last counted' };
const DUE_BEFORE: Text = { lv: 'kam termiņš pagājis līdz', en: 'of what was due before' };
const RECORD: Text = { lv: 'Ieraksti', en: 'Records' };
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const EXPECTED: Text = { lv: 'Gaidāmi', en: 'Expected' };
const RECEIVED: Text = { lv: 'Saņemti', en: 'Received' };
const BY_NIL: Text = { lv: 'No tiem ziņots, ka kavējumu nav', en: 'Of them by nil report' };
const LATE: Text = { lv: 'Novēloti', en: 'Late' };
const MISSING: Text = { lv: 'Trūkst', en: 'Missing' };
const LAST: Text = { lv: 'Pēdējā ievade', en: 'Last entry' };
