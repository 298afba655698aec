import type { Lang } from '#kernel/text.js';
import type { Spreadsheet } from './spreadsheet.js';
import { STYLES_XML } from './styles.js';
import { aboutSheet, columnLetters, dataSheet, MOST_ROWS, type RowCursor } from './worksheet.js';
import type { ZipEntry } from './zip.js';

interface Sheet {
  readonly name: string;
  /** The cells under the filter; the sheet about the file has none. */
  area?: string;
}

const NAMES = {
  lv: { data: 'Dati', about: 'Par pārskatu' },
  en: { data: 'Data', about: 'About' },
} as const satisfies Record<Lang, unknown>;

/**
 * The parts of an XLSX workbook (ECMA-376, SpreadsheetML): as many sheets of rows as they need, each with the header,
 * then the sheet about the file. What lists the sheets comes last, when their number is known.
 */
export async function* workbookParts<Row>(
  { lang, title, about, columns }: Spreadsheet<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  mostRows = MOST_ROWS,
): AsyncGenerator<ZipEntry> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const sheets: Sheet[] = [];
  const partOf = (sheet: Sheet, content: ZipEntry['content']): ZipEntry => ({ path: `xl/worksheets/sheet${sheets.push(sheet)}.xml`, content });
  try {
    yield { path: '_rels/.rels', content: [ROOT_RELATIONS] };
    yield { path: 'xl/styles.xml', content: [STYLES_XML] };
    const cursor: RowCursor<Row> = {
      current: await iterator.next(),
      async advance() {
        cursor.current = await iterator.next();
      },
    };
    do {
      const sheet: Sheet = { name: sheets.length === 0 ? NAMES[lang].data : `${NAMES[lang].data} ${sheets.length + 1}` };
      const done = (lastRow: number) => void (sheet.area = `$A$1:$${columnLetters(columns.length - 1)}$${lastRow}`);
      yield partOf(sheet, dataSheet(columns, cursor, { mostRows, done }));
    } while (cursor.current.done !== true);
    yield partOf({ name: NAMES[lang].about }, aboutSheet(title, about));
  } finally {
    await iterator.return?.();
  }
  yield { path: 'xl/workbook.xml', content: [workbookXml(sheets)] };
  yield { path: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(sheets.length)] };
  yield { path: '[Content_Types].xml', content: [contentTypes(sheets.length)] };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const each = (count: number, write: (number: number) => string) => Array.from({ length: count }, (_, at) => write(at + 1)).join('');

const relations = (inner: string) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

const ROOT_RELATIONS = relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'));

const workbookRelations = (count: number) =>
  relations(each(count, (n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) + relation('styles', 'styles', 'styles.xml'));

/** The filter's area must also stand as a hidden name; the header is printed on every page. */
function workbookXml(sheets: readonly Sheet[]): string {
  const names = (name: string, hidden: string, areaOf: (area: string) => string) =>
    sheets.map((sheet, at) => (sheet.area ? `<definedName name="_xlnm.${name}" localSheetId="${at}"${hidden}>'${sheet.name}'!${areaOf(sheet.area)}</definedName>` : '')).join('');
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
    sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
    `</sheets><definedNames>${names('_FilterDatabase', ' hidden="1"', (area) => area)}${names('Print_Titles', '', () => '$1:$1')}</definedNames></workbook>`
  );
}

const contentTypes = (count: number) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEETML}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEETML}.styles+xml"/>` +
  `${each(count, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SPREADSHEETML}.worksheet+xml"/>`)}</Types>`;
