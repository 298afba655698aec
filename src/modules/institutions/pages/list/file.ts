import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { FILE_KINDS, spreadsheet, type SpreadsheetFormat } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import type { Download } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { FoundInstitutions } from '../../actions/find-institutions.js';
import { FOUNDER_TYPE_WORDS, named, WORDS } from '../words.js';

type Row = FoundInstitutions['institutions'][number];

interface Exported {
  readonly format: SpreadsheetFormat;
  readonly search: { readonly on: Parameters<typeof readableDay>[0]; readonly edition: Parameters<typeof readableDay>[0]; readonly words: readonly string[] };
  readonly now: Date;
  readonly rows: AsyncIterable<Row>;
}

/** The list as a file of the very rows that the screen draws. */
export function institutionsFile({ format, search, now, rows }: Exported, view: View): Download {
  const { t, lang } = view;
  const about = [
    { label: t(AS_OF), value: readableDay(search.on) },
    { label: t(MADE_AT), value: instant(now) },
    ...(search.words.length > 0 ? [{ label: t(SEARCHED), value: search.words.join(' ') }] : []),
    { label: t(PLACE), value: t(fill(PLACE_BY_LEGAL_ADDRESS, { edition: readableDay(search.edition) })) },
  ];
  const { mediaType, ending } = FILE_KINDS[format];
  return {
    name: `${t(FILE_NAME)}-${search.on}${ending}`,
    type: mediaType,
    content: spreadsheet({ format, lang, title: t(WORDS.institutions), about, columns: columnsOf(view) }, rows),
  };
}

const columnsOf = ({ t, lang }: View): Column<Row>[] => [
  { kind: 'text', header: t(WORDS.regNr), value: (row) => row.regNr },
  { kind: 'text', header: t(WORDS.name), value: (row) => row.name },
  { kind: 'text', header: t(WORDS.type), value: (row) => named({ nameLv: row.typeLv, nameEn: row.typeEn }, lang) },
  { kind: 'text', header: t(ATVK), value: (row) => row.unitAtvk },
  { kind: 'text', header: t(WORDS.municipality), value: (row) => row.unit },
  { kind: 'text', header: t(WORDS.part), value: (row) => row.part },
  { kind: 'text', header: t(FOUNDER_TYPE), value: (row) => row.founderType && t(FOUNDER_TYPE_WORDS[row.founderType]) },
  { kind: 'text', header: t(WORDS.actualFounder), value: (row) => row.founder },
  { kind: 'date', header: t(WORDS.foundedOn), value: (row) => row.foundedOn },
  { kind: 'date', header: t(WORDS.closedOn), value: (row) => row.closedOn },
];

const FILE_NAME: Text = { lv: 'izglitibas-iestades', en: 'education-institutions' };
const AS_OF: Text = { lv: 'Reģistrs dienā', en: 'Register as of' };
const MADE_AT: Text = { lv: 'Fails izveidots', en: 'File made at' };
const SEARCHED: Text = { lv: 'Meklēts', en: 'Searched for' };
const PLACE: Text = { lv: 'Vieta', en: 'Place' };
const PLACE_BY_LEGAL_ADDRESS: Text = { lv: 'pēc juridiskās adreses, pašvaldību kartē no {edition}', en: 'by legal address, on the map from {edition}' };
const ATVK: Text = { lv: 'ATVK kods', en: 'ATVK code' };
const FOUNDER_TYPE: Text = { lv: 'Dibinātāja veids', en: 'Founder type' };
