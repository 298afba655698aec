import { readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { type ReportContext, reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { crosswalkOf, CrosswalkInput, type DatedCrosswalk } from '../actions/institutions-by-municipality.js';
import { sumOf } from '../domain/totals.js';
import { countByEditions, listKinds, type PlacedRow, streamByEditions } from '../store/institutions-by-municipality.js';
import { TEXTS, withoutWords } from '../texts.js';

/** Every institution that the page "by municipality" counts, with its unit on both maps; public, but made for a known asker. */
export const institutionsUnderTwoEditions = reportKind({
  name: 'institutions-under-two-editions',
  title: TEXTS.everyRow,
  summary: TEXTS.everyRowLead,
  permission: SIGNED_IN,
  input: CrosswalkInput,
  fields: [
    { name: 'on', label: TEXTS.on, hint: TEXTS.onHint, kind: 'day', optional: true },
    { name: 'old', label: TEXTS.old, hint: TEXTS.oldHint, kind: 'day', optional: true },
    { name: 'new', label: TEXTS.new, hint: TEXTS.newHint, kind: 'day', optional: true },
    { name: 'basis', label: TEXTS.basis, kind: 'choice', options: async () => (['address', 'founder'] as const).map((value) => ({ value, text: TEXTS[value] })) },
    { name: 'kind', label: TEXTS.kind, kind: 'choice', options: async ({ tx }) => [{ value: '', text: TEXTS.all }, ...(await kindChoices(tx))] },
  ],
  columns: columnsOf,
  total: async ({ tx, today }, input) => sumOf(await countByEditions(tx, await crosswalkOf(tx, input, today))),
  async *rows({ tx, today }, input) {
    yield* streamByEditions(tx, await crosswalkOf(tx, input, today));
  },
  async about({ tx, today }, input, lang) {
    const asked = await crosswalkOf(tx, input, today);
    return [...(await statedOf(tx, asked, lang)), ...(await totalsOf(tx, asked, lang))];
  },
});

function columnsOf(lang: Lang): Column<PlacedRow>[] {
  return [
    { kind: 'text', header: TEXTS.regNr[lang], value: (row) => row.regNr },
    { kind: 'text', header: TEXTS.institution[lang], value: (row) => row.name },
    { kind: 'text', header: atvkOf(TEXTS.oldUnit, lang), value: (row) => row.oldAtvk },
    { kind: 'text', header: TEXTS.oldUnit[lang], value: (row) => row.oldName ?? withoutWords(row.oldWithout)[lang] },
    { kind: 'text', header: atvkOf(TEXTS.newUnit, lang), value: (row) => row.newAtvk },
    { kind: 'text', header: TEXTS.newUnit[lang], value: (row) => row.newName ?? withoutWords(row.newWithout)[lang] },
  ];
}

const kindChoices = async (tx: ReportContext['tx']) => (await listKinds(tx)).map(({ kind, kindLv, kindEn }) => ({ value: kind, text: { lv: kindLv, en: kindEn } }));

const atvkOf = (unit: Text, lang: Lang) => `${unit[lang]}: ${TEXTS.atvk[lang]}`;

async function statedOf(tx: ReportContext['tx'], { on, oldDay, oldEdition, newDay, newEdition, basis, kind }: DatedCrosswalk, lang: Lang) {
  const chosen = (await kindChoices(tx)).find(({ value }) => value === kind);
  const map = (day: typeof on, edition: typeof on) => `${readableDay(day)} (${TEXTS.editionFrom[lang]} ${readableDay(edition)})`;
  return [
    { label: TEXTS.on[lang], value: readableDay(on) },
    { label: TEXTS.old[lang], value: map(oldDay, oldEdition) },
    { label: TEXTS.new[lang], value: map(newDay, newEdition) },
    { label: TEXTS.basis[lang], value: TEXTS[basis][lang] },
    ...(basis === 'founder' ? [{ label: TEXTS.note[lang], value: TEXTS.byFounderNote[lang] }] : []),
    ...(kind ? [{ label: TEXTS.kind[lang], value: chosen?.text[lang] ?? kind }] : []),
  ];
}

/** The totals of both maps are one number, as each institution stands in each of them once; those without a unit are told apart. */
async function totalsOf(tx: ReportContext['tx'], asked: DatedCrosswalk, lang: Lang) {
  const counted = await countByEditions(tx, asked);
  return [
    { label: TEXTS.totalBoth[lang], value: String(sumOf(counted)) },
    { label: TEXTS.withoutOld[lang], value: String(sumOf(counted.filter((row) => row.oldAtvk === null))) },
    { label: TEXTS.withoutNew[lang], value: String(sumOf(counted.filter((row) => row.newAtvk === null))) },
  ];
}
