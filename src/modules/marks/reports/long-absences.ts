import { z } from 'zod';
import { daysOfYear, hiddenLine, liveLine, schoolScope, seeStatistics, type Shown, suppress, yearName } from '#modules/education/public.js';
import { editionField, EditionInput, PLACE_WORDS, placeLines, type UnitNamer, unitNamer } from '#modules/institutions/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { Lang, Text } from '#kernel/text.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { monthEnd, monthsOf, periodName } from '../domain/periods.js';
import { numbersOn } from '../store/completeness-parameters.js';
import { type AbsenceRow, countLongAbsences } from '../store/report-absences.js';
import { W, yearField } from './shared.js';

const SEMESTERS = ['S1', 'S2'] as const;

/** Pupils with long absences without justification by municipality; a municipality that entered nothing is told from one with none. */
export const longAbsences = reportKind({
  name: 'long-absences',
  title: { lv: 'Ilgstoši neattaisnoti kavējumi pa pašvaldībām', en: 'Long absences without justification by municipality' },
  summary: {
    lv: 'Cik izglītojamo semestrī kavējuši vairāk, nekā noteikts, un no kurām iestādēm nav ziņu. Mazi skaitļi ir slēpti.',
    en: 'How many learners were absent for more than the limit in a semester, and which institutions said nothing. Small numbers are hidden.',
  },
  permission: seeStatistics,
  input: z.object({ year: z.coerce.number().int(), semester: z.enum(SEMESTERS), edition: EditionInput }),
  fields: [yearField, { name: 'semester', label: W.semester, kind: 'choice', options: () => Promise.resolve(SEMESTERS.map((value) => ({ value, text: periodName(value) }))) }, editionField],
  columns: columnsOf,
  async *rows(context, { edition, ...of }) {
    const { tx, today } = context;
    const numbers = await numbersOn(tx, today);
    const limits = { lessons: numbers['long-absence-lessons'][0] ?? 0, days: numbers['long-absence-days'][0] ?? 0 };
    const first = (await daysOfYear(tx, of.year))?.firstSemesterEndsOn;
    // Groups of preschools have no grade, so the second semester ends for them with its last month.
    const lastDay = of.semester === 'S1' && first ? first : monthEnd(of.year, monthsOf(of.semester).at(-1)!);
    const counted = await countLongAbsences(tx, { ...of, ...limits, lastDay, today }, await schoolScope(context));
    const rows = byUnit(counted, await unitNamer(tx, today, edition));
    const shown = suppress(rows.map((row) => [row.preschool, row.basic, row.secondary]), numbers['smallest-number'][0] ?? 0);
    for (const [at, row] of rows.entries()) yield { ...row, entry: entryOf(row), shown: shown.cells[at]!, total: shown.rowTotals[at]! };
  },
  async about({ tx, today }, { year, semester, edition }, lang) {
    const numbers = await numbersOn(tx, today);
    return [
      { label: W.year[lang], value: yearName(year)[lang] },
      { label: W.semester[lang], value: periodName(semester)[lang] },
      liveLine(lang),
      { label: LIMITS[lang], value: limitWords(numbers['long-absence-lessons'][0] ?? 0, numbers['long-absence-days'][0] ?? 0)[lang] },
      { label: ENTRY[lang], value: ENTRY_MEANS[lang] },
      ...(await placeLines(tx, today, edition, lang)),
      hiddenLine(numbers['smallest-number'][0] ?? 0, lang),
    ];
  },
});

interface UnitAbsences {
  readonly unit: Text;
  readonly institutions: number;
  readonly without: number;
  readonly nil: number;
  readonly preschool: number;
  readonly basic: number;
  readonly secondary: number;
}

/** Added up by municipality of the edition, by name; what no municipality holds, or data cannot tell, comes last. */
function byUnit(schools: readonly AbsenceRow[], unitOf: UnitNamer): UnitAbsences[] {
  const rows = new Map<string, UnitAbsences>();
  for (const school of schools) {
    const unit = { lv: unitOf(school, 'lv'), en: unitOf(school, 'en') };
    const before = rows.get(unit.lv) ?? { unit, institutions: 0, without: 0, nil: 0, preschool: 0, basic: 0, secondary: 0 };
    rows.set(unit.lv, {
      unit, institutions: before.institutions + Number(school.awaited), without: before.without + Number(school.without), nil: before.nil + Number(school.nil),
      preschool: before.preschool + school.preschool, basic: before.basic + school.basic, secondary: before.secondary + school.secondary,
    });
  }
  const isLast = ({ unit }: UnitAbsences) => Number(unit.lv === PLACE_WORDS.otherFounders.lv || unit.lv === PLACE_WORDS.undecided.lv);
  return [...rows.values()].sort((a, b) => isLast(a) - isLast(b) || inLatvianOrder(a.unit.lv, b.unit.lv));
}

type Entry = 'all' | 'some' | 'none';
/** Institutions that were to enter absences and entered nothing make zero a guess. */
const entryOf = ({ institutions, without }: UnitAbsences): Entry => (without === 0 ? 'all' : without < institutions ? 'some' : 'none');

type Row = UnitAbsences & { readonly entry: Entry; readonly shown: readonly Shown[]; readonly total: Shown };

function columnsOf(lang: Lang): Column<Row>[] {
  const number = (header: Text, value: (row: Row) => Shown | undefined): Column<Row> => ({ kind: 'integer', header: header[lang], value: (row) => (row.entry === 'none' ? null : value(row)) });
  return [
    { kind: 'text', header: W.municipality[lang], value: (row) => row.unit[lang] },
    { kind: 'text', header: ENTRY[lang], value: (row) => ENTRY_WORDS[row.entry][lang] },
    number(PRESCHOOL, (row) => row.shown[0]),
    number(BASIC, (row) => row.shown[1]),
    number(SECONDARY, (row) => row.shown[2]),
    number(W.total, (row) => row.total),
    { kind: 'integer', header: INSTITUTIONS[lang], value: (row) => row.institutions },
    { kind: 'integer', header: WITHOUT[lang], value: (row) => row.without },
    { kind: 'integer', header: NIL[lang], value: (row) => row.nil },
  ];
}

const limitWords = (lessons: number, days: number): Text => ({
  lv: `vairāk nekā ${lessons} neattaisnotas mācību stundas semestrī; 5–6 gadu vecumā vairāk nekā ${days} neattaisnotas dienas`,
  en: `more than ${lessons} lessons without justification in a semester; at the age of 5–6 more than ${days} days`,
});
const LIMITS: Text = { lv: 'Robeža', en: 'Limit' };
const ENTRY: Text = { lv: 'Ievade', en: 'Entry' };
const ENTRY_WORDS: Readonly<Record<Entry, Text>> = {
  all: { lv: 'ievadīts', en: 'entered' },
  some: { lv: 'daļēji', en: 'partly' },
  none: { lv: 'nav ievadīts', en: 'not entered' },
};
const ENTRY_MEANS: Text = {
  lv: '“nav ievadīts” nav nulle: neviena iestāde neko nav ievadījusi un nav ziņojusi, ka kavējumu nav. Pirmsskolas skaita kopā ar skolām, ja tajās ir bērni obligātās sagatavošanas vecumā.',
  en: '“not entered” is not zero: no institution entered anything or filed a nil report. Preschools are counted with schools where they have children of the age of compulsory preparation.',
};
const PRESCHOOL: Text = { lv: '5–6 gadi pirmsskolā', en: 'Aged 5–6 in preschool' };
const BASIC: Text = { lv: '1.–9. klase', en: 'Grades 1–9' };
const SECONDARY: Text = { lv: '10.–12. klase', en: 'Grades 10–12' };
const INSTITUTIONS: Text = { lv: 'Iestādes, kam jāievada', en: 'Institutions that are to enter' };
const WITHOUT: Text = { lv: 'No tām neko nav ievadījušas', en: 'Of them entered nothing' };
const NIL: Text = { lv: 'No tām ziņojušas, ka kavējumu nav', en: 'Of them with a nil report' };
