import { z } from 'zod';
import { countByGrade, type GradeCounts, hiddenLine, liveLine, schoolScope, seeStatistics, type Shown, suppress } from '#modules/education/public.js';
import { editionField, EditionInput, placeLines, type UnitNamer, unitNamer } from '#modules/institutions/public.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { numbersOn } from '../store/completeness-parameters.js';
import { refuseUnknownYear, W } from './shared.js';

const GRADES = Array.from({ length: 12 }, (_, at) => at + 1);

/** Learners by class (grade) and institution on a day, as the open data has it; small numbers hidden. */
export const learnersByGrade = reportKind({
  name: 'learners-by-grade',
  title: { lv: 'Izglītojamo skaits klasēs pa iestādēm', en: 'Numbers of learners in grades by institution' },
  summary: {
    lv: 'Cik izglītojamo dienā mācās 1.–12. klasē katrā iestādē. Mazi skaitļi ir slēpti.',
    en: 'How many learners are in grades 1 to 12 of each institution on a day. Small numbers are hidden.',
  },
  permission: seeStatistics,
  input: z.object({ on: IsoDateInput.optional(), edition: EditionInput }),
  fields: [{ name: 'on', label: W.on, hint: W.onToday, kind: 'day', optional: true }, editionField],
  check: ({ tx, today }, { on = today }) => refuseUnknownYear(tx, on),
  columns: columnsOf,
  async *rows(context, { on = context.today, edition }) {
    const { tx } = context;
    const counts = await countByGrade(tx, on, await schoolScope(context));
    const shown = suppress(counts.map((row) => row.grades), (await numbersOn(tx, context.today))['smallest-number'][0] ?? 0);
    const unitOf = await unitNamer(tx, on, edition);
    for (const [at, row] of counts.entries()) yield { ...row, unitOf, shown: shown.cells[at]!, total: shown.rowTotals[at]! };
  },
  async about({ tx, today }, { on = today, edition }, lang) {
    return [
      { label: W.on[lang], value: readableDay(on) },
      liveLine(lang),
      ...(await placeLines(tx, on, edition, lang)),
      hiddenLine((await numbersOn(tx, today))['smallest-number'][0] ?? 0, lang),
    ];
  },
});

type Row = GradeCounts & { readonly unitOf: UnitNamer; readonly shown: readonly Shown[]; readonly total: Shown };

function columnsOf(lang: Lang): Column<Row>[] {
  return [
    { kind: 'text', header: W.regNr[lang], value: (row) => row.regNr },
    { kind: 'text', header: W.name[lang], value: (row) => row.name },
    { kind: 'text', header: W.kind[lang], value: (row) => (lang === 'lv' ? row.kindLv : row.kindEn) },
    { kind: 'text', header: W.municipality[lang], value: (row) => row.unitOf(row, lang) },
    ...GRADES.map((grade, at): Column<Row> => ({ kind: 'integer', header: lang === 'lv' ? `${grade}. klase` : `Grade ${grade}`, value: (row) => row.shown[at] })),
    { kind: 'integer', header: W.total[lang], value: (row) => row.total },
  ];
}
