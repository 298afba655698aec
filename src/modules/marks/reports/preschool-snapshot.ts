import { z } from 'zod';
import { DATA, hiddenLine, listSnapshot, listSnapshotDays, schoolScope, seeStatistics, type Shown, type SnapshotRow, suppress } from '#modules/education/public.js';
import { editionField, EditionInput, placeLines, type UnitNamer, unitNamer } from '#modules/institutions/public.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { numbersOn } from '../store/completeness-parameters.js';
import { W } from './shared.js';

const SNAPSHOT = { lv: 'Momentuzņēmuma diena', en: 'Day of the snapshot' } as const;

/** Children aged five and six in preschool programmes by institution: a snapshot, which later corrections do not change. */
export const preschoolSnapshot = reportKind({
  name: 'preschool-snapshot',
  title: { lv: '5 un 6 gadus veco bērnu skaits pirmsskolas programmās pa iestādēm', en: 'Children aged 5 and 6 in preschool programmes by institution' },
  summary: {
    lv: 'Momentuzņēmums: skaits paliek tāds, kāds bija uzņemšanas dienā. Arī privātās iestādes. Mazi skaitļi ir slēpti.',
    en: 'A snapshot: the numbers stay as they were on its day. Private institutions too. Small numbers are hidden.',
  },
  permission: seeStatistics,
  input: z.object({ on: IsoDateInput, edition: EditionInput }),
  fields: [{ name: 'on', label: SNAPSHOT, kind: 'choice', options: async ({ tx }) => (await listSnapshotDays(tx)).map((day) => ({ value: day, text: { lv: readableDay(day), en: readableDay(day) } })) }, editionField],
  async check({ tx }, { on }) {
    if (!(await listSnapshotDays(tx)).includes(on)) throw invalid('on', NO_SNAPSHOT);
  },
  columns: columnsOf,
  async *rows(context, { on, edition }) {
    const { tx } = context;
    const rows = await listSnapshot(tx, on, await schoolScope(context));
    const shown = suppress(rows.map((row) => [row.agedFive, row.agedSix]), (await numbersOn(tx, context.today))['smallest-number'][0] ?? 0);
    const unitOf = await unitNamer(tx, on, edition);
    for (const [at, row] of rows.entries()) yield { ...row, unitOf, five: shown.cells[at]![0]!, six: shown.cells[at]![1]!, total: shown.rowTotals[at]! };
  },
  async about({ tx, today }, { on, edition }, lang) {
    return [
      { label: SNAPSHOT[lang], value: readableDay(on) },
      { label: DATA[lang], value: FROZEN[lang] },
      ...(await placeLines(tx, on, edition, lang)),
      { label: AGE[lang], value: AGE_ON_DAY[lang] },
      hiddenLine((await numbersOn(tx, today))['smallest-number'][0] ?? 0, lang),
    ];
  },
});

type Row = SnapshotRow & { readonly unitOf: UnitNamer; readonly five: Shown; readonly six: Shown; readonly total: Shown };

function columnsOf(lang: Lang): Column<Row>[] {
  return [
    { kind: 'text', header: W.regNr[lang], value: (row) => row.regNr },
    { kind: 'text', header: W.name[lang], value: (row) => row.name },
    { kind: 'text', header: W.kind[lang], value: (row) => (lang === 'lv' ? row.kindLv : row.kindEn) },
    { kind: 'text', header: W.municipality[lang], value: (row) => row.unitOf(row, lang) },
    { kind: 'integer', header: lang === 'lv' ? '5 gadi' : 'Aged 5', value: (row) => row.five },
    { kind: 'integer', header: lang === 'lv' ? '6 gadi' : 'Aged 6', value: (row) => row.six },
    { kind: 'integer', header: W.total[lang], value: (row) => row.total },
  ];
}

const FROZEN = { lv: 'momentuzņēmums: vēlāki labojumi to nemaina', en: 'snapshot: later corrections do not change it' } as const;
const AGE = { lv: 'Vecums', en: 'Age' } as const;
const AGE_ON_DAY = { lv: 'pilni gadi momentuzņēmuma dienā', en: 'full years on the day of the snapshot' } as const;
const NO_SNAPSHOT = { lv: 'Šādas dienas momentuzņēmuma nav. Momentuzņēmumu veido katra mēneša pirmajā datumā.', en: 'There is no snapshot of this day. One is taken on the first of each month.' };
