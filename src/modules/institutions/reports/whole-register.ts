import { z } from 'zod';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { getEditionOn, listEditionChoices } from '#modules/territories/public.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { FOUNDER_TYPE_WORDS, PROGRAMME_WORDS, WORDS } from '../pages/words.js';
import { nameHeads } from '../actions/name-heads.js';
import { countOpen, listHeadsOn, type RegisterRow, streamRegister } from '../store/whole-register.js';
import { REPORT_WORDS } from './words.js';

/** The public register of a day as one file; made for a known asker, as everything made in the background is. */
export const wholeRegister = reportKind({
  name: 'institution-register',
  title: REPORT_WORDS.title,
  summary: REPORT_WORDS.summary,
  permission: SIGNED_IN,
  input: z.object({ on: IsoDateInput.optional(), edition: IsoDateInput }),
  fields: [
    { name: 'on', label: REPORT_WORDS.on, hint: REPORT_WORDS.onHint, kind: 'day', optional: true },
    { name: 'edition', label: REPORT_WORDS.edition, hint: REPORT_WORDS.editionHint, kind: 'choice', options: ({ tx }) => listEditionChoices(tx) },
  ],
  columns: columnsOf,
  total: ({ tx, today }, { on = today }) => countOpen(tx, on),
  async *rows({ tx, today }, { on = today, edition }) {
    const heads = new Map((await nameHeads(tx, await listHeadsOn(tx, on), today)).map((head) => [head.regNr, head.name]));
    for await (const row of streamRegister(tx, on, await getEditionOn(tx, 'edition', edition))) yield { ...row, head: heads.get(row.regNr) ?? null };
  },
  async about({ tx, today }, { on = today, edition }, lang) {
    return [
      { label: REPORT_WORDS.on[lang], value: readableDay(on) },
      { label: REPORT_WORDS.edition[lang], value: `${REPORT_WORDS.editionFrom[lang]} ${readableDay(await getEditionOn(tx, 'edition', edition))}` },
      { label: REPORT_WORDS.basis[lang], value: REPORT_WORDS.byLegalAddress[lang] },
      { label: REPORT_WORDS.founderNames[lang], value: REPORT_WORDS.ofTheDay[lang] },
      { label: REPORT_WORDS.headNames[lang], value: REPORT_WORDS.borneToday[lang] },
      { label: REPORT_WORDS.contacts[lang], value: REPORT_WORDS.ofToday[lang] },
      { label: REPORT_WORDS.total[lang], value: String(await countOpen(tx, on)) },
    ];
  },
});

type Row = RegisterRow & { readonly head: string | null };

function columnsOf(lang: Lang): Column<Row>[] {
  const lv = lang === 'lv';
  return [
    { kind: 'text', header: WORDS.regNr[lang], value: (row) => row.regNr },
    { kind: 'text', header: WORDS.entNr[lang], value: (row) => row.entNr },
    { kind: 'text', header: WORDS.name[lang], value: (row) => row.name },
    { kind: 'text', header: WORDS.kind[lang], value: (row) => (lv ? row.kindLv : row.kindEn) },
    { kind: 'text', header: WORDS.type[lang], value: (row) => (lv ? row.typeLv : row.typeEn) },
    { kind: 'text', header: WORDS.legalStatus[lang], value: (row) => (lv ? row.legalStatusLv : row.legalStatusEn) },
    { kind: 'text', header: WORDS.subordination[lang], value: (row) => (lv ? row.subordinationLv : row.subordinationEn) },
    { kind: 'text', header: REPORT_WORDS.stateGymnasium[lang], value: (row) => (row.isStateGymnasium ? REPORT_WORDS.yes[lang] : '') },
    { kind: 'text', header: WORDS.pageNr[lang], value: (row) => row.pageNr },
    { kind: 'date', header: REPORT_WORDS.pageFrom[lang], value: (row) => row.pageFrom },
    { kind: 'date', header: REPORT_WORDS.pageTo[lang], value: (row) => row.pageTo },
    { kind: 'text', header: REPORT_WORDS.founders[lang], value: (row) => row.founders },
    { kind: 'text', header: WORDS.actualFounder[lang], value: (row) => row.actualFounder },
    { kind: 'text', header: REPORT_WORDS.actualFounderType[lang], value: (row) => row.actualFounderType && FOUNDER_TYPE_WORDS[row.actualFounderType][lang] },
    { kind: 'text', header: WORDS.head[lang], value: (row) => row.head },
    { kind: 'text', header: REPORT_WORDS.atvk[lang], value: (row) => row.atvk },
    { kind: 'text', header: WORDS.municipality[lang], value: (row) => row.unit },
    { kind: 'text', header: WORDS.part[lang], value: (row) => row.part },
    { kind: 'text', header: WORDS.street[lang], value: (row) => row.street },
    { kind: 'text', header: WORDS.addressCode[lang], value: (row) => row.addressCode },
    { kind: 'text', header: REPORT_WORDS.actualAddress[lang], value: (row) => row.actualAddress },
    { kind: 'text', header: REPORT_WORDS.deliveryPlaces[lang], value: (row) => row.deliveryPlaces.map(({ programme, place }) => `${PROGRAMME_WORDS[programme][lang]}: ${place}`).join('; ') },
    { kind: 'text', header: REPORT_WORDS.phone[lang], value: (row) => row.phone },
    { kind: 'text', header: REPORT_WORDS.email[lang], value: (row) => row.email },
    { kind: 'text', header: REPORT_WORDS.website[lang], value: (row) => row.website },
    { kind: 'date', header: WORDS.foundedOn[lang], value: (row) => row.foundedOn },
  ];
}
