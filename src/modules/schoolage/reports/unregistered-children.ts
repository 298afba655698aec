import { z } from 'zod';
import { DATA, hiddenLine, type Shown, suppress } from '#modules/education/public.js';
import { getEditionOn, listEditionChoices } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { Lang, Text } from '#kernel/text.js';
import { type ReportContext, reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { GROUP_WORDS, GROUPS, NO_STATUS } from '../domain/words.js';
import { seeInquiries } from '../permissions.js';
import { numberOn } from '../store/parameters.js';
import { type AgeSpan, countUnregistered, findExtractBefore, type ReportRow } from '../store/report.js';
import { DAY_TO_COME } from '../texts.js';

/** Columns of the table: no status, then each group. */
const KINDS = [null, ...GROUPS] as const;
const AGES = ['all', 'preparation', 'school'] as const;
/** From this age on children are no longer prepared for school but in it. */
const SCHOOL_FROM = 7;

type Context = Pick<ReportContext, 'tx' | 'today'>;

async function spanOf({ tx }: Context, ages: (typeof AGES)[number], on: IsoDate): Promise<AgeSpan> {
  const [from, until] = [await numberOn(tx, 'from-age', on), await numberOn(tx, 'until-age', on)];
  return ages === 'all' ? [from, until] : ages === 'preparation' ? [from, SCHOOL_FROM] : [SCHOOL_FROM, until];
}
const mapOf = ({ tx }: Context, on: IsoDate, edition: IsoDate | null): Promise<IsoDate> => getEditionOn(tx, 'edition', edition ?? on);

/** Children in no institution at the end of a day, by municipality and status; small numbers hidden. */
export const unregisteredChildren = reportKind({
  name: 'unregistered-children',
  title: { lv: 'Bērni, kas nav reģistrēti nevienā izglītības iestādē', en: 'Children registered in no education institution' },
  summary: {
    lv: 'Cik obligātās izglītības vecuma bērnu dienas beigās nebija nevienā iestādē, pa pašvaldībām un statusiem. Mazi skaitļi ir slēpti.',
    en: 'How many children of compulsory school age were in no institution at the end of a day, by municipality and status. Small numbers are hidden.',
  },
  permission: seeInquiries,
  input: z.object({ on: IsoDateInput.optional(), ages: z.enum(AGES).default('all'), edition: emptyAsNull(IsoDateInput) }),
  fields: [
    { name: 'on', label: { lv: 'Diena', en: 'Day' }, hint: { lv: 'Stāvoklis dienas beigās; tukšs – šodiena.', en: 'As it stood at the end of the day; empty: today.' }, kind: 'day', optional: true },
    { name: 'ages', label: { lv: 'Vecums', en: 'Age' }, kind: 'choice', options: () => Promise.resolve(AGES.map((value) => ({ value, text: AGE_WORDS[value] }))) },
    { name: 'edition', label: { lv: 'Pašvaldību karte', en: 'Map of municipalities' }, kind: 'choice', options: ({ tx }) => listEditionChoices(tx) },
  ],
  check: async ({ today }, { on = today }) => {
    if (on > today) throw invalid('on', DAY_TO_COME);
  },
  columns: columnsOf,
  async *rows(context, { on = context.today, ages, edition }) {
    const { tx, scope, today } = context;
    const counted = await countUnregistered(tx, on, await mapOf(context, on, edition), await spanOf(context, ages, on), scope, today);
    const rows = byUnit(counted);
    const shown = suppress(rows.map(({ numbers }) => numbers), await numberOn(tx, 'smallest-number', today));
    for (const [at, { unit }] of rows.entries()) yield { unit, shown: shown.cells[at]!, total: shown.rowTotals[at]! };
  },
  async about(context, { on = context.today, ages, edition }, lang) {
    const extract = await findExtractBefore(context.tx, on);
    return [
      { label: DAY[lang], value: readableDay(on) },
      { label: AGE[lang], value: AGE_WORDS[ages][lang] },
      { label: DATA[lang], value: extract ? `${STATE[lang]} ${readableDay(extract)}` : NO_EXTRACT[lang] },
      { label: EDITION[lang], value: `${FROM[lang]} ${readableDay(await mapOf(context, on, edition))}` },
      { label: BASIS[lang], value: DECLARED[lang] },
      hiddenLine(await numberOn(context.tx, 'smallest-number', context.today), lang),
    ];
  },
});

interface UnitNumbers {
  /** Null where the map cannot tell. */
  readonly unit: string | null;
  readonly numbers: readonly number[];
}

/** By municipality in Latvian order; what cannot be told comes last. */
function byUnit(counted: readonly ReportRow[]): UnitNumbers[] {
  const units = Map.groupBy(counted, ({ unit }) => unit);
  return [...units].map(([unit, rows]) => ({ unit, numbers: KINDS.map((kind) => rows.find((row) => row.groupCode === kind)?.n ?? 0) }))
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || inLatvianOrder(a.unit ?? '', b.unit ?? ''));
}

interface Row {
  readonly unit: string | null;
  readonly shown: readonly Shown[];
  readonly total: Shown;
}

function columnsOf(lang: Lang): Column<Row>[] {
  return [
    { kind: 'text', header: MUNICIPALITY[lang], value: ({ unit }) => unit ?? UNDECIDED[lang] },
    ...KINDS.map((kind, at): Column<Row> => ({ kind: 'integer', header: (kind === null ? NO_STATUS : GROUP_WORDS[kind])[lang], value: ({ shown }) => shown[at] })),
    { kind: 'integer', header: TOTAL[lang], value: ({ total }) => total },
  ];
}

const AGE_WORDS: Readonly<Record<(typeof AGES)[number], Text>> = {
  all: { lv: 'viss obligātās izglītības vecums', en: 'all of compulsory school age' },
  preparation: { lv: '5–6 gadi', en: 'aged 5–6' },
  school: { lv: '7–17 gadi', en: 'aged 7–17' },
};
const DAY: Text = { lv: 'Diena', en: 'Day' };
const AGE: Text = { lv: 'Vecums', en: 'Age' };
const STATE: Text = { lv: 'stāvoklis dienas beigās; pēdējais izraksts par', en: 'as it stood at the end of the day; last extract of' };
const NO_EXTRACT: Text = { lv: 'līdz šai dienai nebija piemērots neviens izraksts', en: 'no extract had been applied by that day' };
const EDITION: Text = { lv: 'Pašvaldību karte', en: 'Map of municipalities' };
const FROM: Text = { lv: 'redakcija no', en: 'edition from' };
const BASIS: Text = { lv: 'Pašvaldību nosaka', en: 'Municipality by' };
const DECLARED: Text = { lv: 'izrakstā deklarētā dzīvesvieta', en: 'home declared in the extract' };
const MUNICIPALITY: Text = { lv: 'Pašvaldība', en: 'Municipality' };
const UNDECIDED: Text = { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' };
const TOTAL: Text = { lv: 'Kopā', en: 'Total' };
