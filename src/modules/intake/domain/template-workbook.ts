import { type CellStyle, cellRef, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Text } from '#kernel/text.js';

/** A sheet of the template: a table of pupils and columns, as the entry grid shows it. */
export interface TemplateTable {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly { readonly membershipId: string; readonly name: string; readonly values: readonly string[] }[];
}

export interface TemplateColumn {
  readonly code: string;
  readonly title: string;
  /** What may be written; null for numbers of lessons. */
  readonly allowed: readonly string[] | null;
}

export interface Template {
  readonly classId: string;
  readonly period: string;
  readonly title: string;
  readonly tables: readonly TemplateTable[];
  readonly guide: readonly string[];
  readonly guideName: string;
  readonly notAllowed: (values: string) => string;
}

/** A value found in a file, with the place where a spreadsheet shows it. */
export interface TemplateCell {
  readonly sheet: string;
  /** Such as C7. */
  readonly place: string;
  readonly membershipId: string;
  readonly column: string;
  readonly value: string;
}

export interface ReadTemplate {
  /** Which class and period the template was made for; null where the workbook is none of ours. */
  readonly of: { readonly classId: string; readonly period: string } | null;
  readonly cells: readonly TemplateCell[];
}

/** The codes of columns stand in the second row and the references of pupils in the first column, both small and grey, so that rows and columns may be moved. */
const MARK = 'vienkopus';
const FIRST_ROW = 2;
const FIRST_COLUMN = 2;
const MOST_ROWS = 600;
const QUIET: CellStyle = { font: { size: 8, color: { rgb: '8A8A8A' } } };
const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'bottom' } };

/** The workbook: a sheet for each table, filled with what is known, and one that says how to go on. */
export function templateWorkbook(template: Template): Promise<Uint8Array> {
  const { tables, guide, guideName, title } = template;
  const guideSheet: WriteSheet = { name: guideName, columns: [{ width: 100 }], rows: [[title], [], ...guide.map((line) => [line])] };
  return writeXlsx({ sheets: [...tables.map((table) => tableSheet(template, table)), guideSheet] });
}

function tableSheet({ classId, period, title, notAllowed }: Template, { name, columns, rows }: TemplateTable): WriteSheet {
  const last = FIRST_ROW + rows.length - 1;
  return {
    name,
    columns: [{ width: 4, hidden: true, style: QUIET }, { width: 30 }, ...columns.map(() => ({ width: 12 }))],
    rows: [
      [`${MARK}:${classId}:${period}`, title, ...columns.map((column) => column.title)],
      ['', '', ...columns.map(({ code }) => code)],
      ...rows.map(({ membershipId, name: pupil, values }) => [membershipId, pupil, ...values.map(cellValue)]),
    ],
    cells: new Map(columns.flatMap(({ title: head, code }, at) => [styled(0, at, head, HEAD), styled(1, at, code, QUIET)])),
    freezePane: { rows: FIRST_ROW, columns: FIRST_COLUMN },
    dataValidations: rows.length === 0 ? [] : columns.map(({ allowed }, at) => {
      const range = `${cellRef(FIRST_ROW, at + FIRST_COLUMN)}:${cellRef(last, at + FIRST_COLUMN)}`;
      const told = { range, allowBlank: true, showErrorMessage: true };
      return allowed
        ? { ...told, type: 'list' as const, values: [...allowed], errorMessage: notAllowed(allowed.join(', ')) }
        : { ...told, type: 'whole' as const, operator: 'between' as const, formula1: '0', formula2: '999', errorMessage: notAllowed('0–999') };
    }),
  };
}

const styled = (row: number, at: number, value: string, style: CellStyle): [string, { value: string; style: CellStyle }] => [`${row},${at + FIRST_COLUMN}`, { value, style }];

/** Numbers stay numbers, so that a spreadsheet can count with them. */
const cellValue = (value: string): string | number | null => (value === '' ? null : /^\d+$/.test(value) ? Number(value) : value);

/** The filled cells of a workbook that began as a template, wherever its rows and columns were moved to. Sheets of other things are passed over. */
export async function readTemplate(content: Uint8Array): Promise<ReadTemplate> {
  const { sheets } = await readXlsx(content, { range: `A1:IV${MOST_ROWS}`, maxInputBytes: content.length });
  let of: ReadTemplate['of'] = null;
  const cells: TemplateCell[] = [];
  for (const { name, rows } of sheets) {
    const [mark, classId, period] = String(rows[0]?.[0] ?? '').split(':');
    if (mark !== MARK || !classId || !period) continue;
    of ??= { classId, period };
    const codes = rows[1] ?? [];
    for (const [at, row] of rows.entries()) {
      const membershipId = typeof row[0] === 'string' ? row[0].trim() : '';
      if (at < FIRST_ROW || membershipId === '') continue;
      for (const [column, found] of row.entries()) {
        const code = codes[column];
        const value = found === null || found === undefined ? '' : String(found instanceof Date ? found.toISOString().slice(0, 10) : found).trim();
        if (column >= FIRST_COLUMN && typeof code === 'string' && code !== '' && value !== '') cells.push({ sheet: name, place: cellRef(at, column), membershipId, column: code, value });
      }
    }
  }
  return { of, cells };
}

export const GUIDE: readonly Text[] = [
  { lv: '1. Katrā lapā ir klases izglītojamie un tas, kas par viņiem jau ir reģistrā.', en: '1. Each sheet has the learners of the class and what the register has of them already.' },
  { lv: '2. Ierakstiet trūkstošo. Atļautās vērtības šūna piedāvā pati; tukšas šūnas nozīmē “nav ko iesniegt”.', en: '2. Write what is missing. Each cell offers what is allowed; empty cells mean “nothing to send”.' },
  { lv: '3. Otro rindu un paslēpto A kolonnu nemainiet: pēc tām atpazīst priekšmetu un izglītojamo. Rindas un kolonnas drīkst pārvietot un dzēst.', en: '3. Leave the second row and the hidden column A as they are: by them subjects and learners are known. Rows and columns may be moved and deleted.' },
  { lv: '4. Saglabājiet failu un augšupielādējiet to Vienkopus lapā, no kuras to lejupielādējāt. Pirms pieņemšanas redzēsiet, kas mainīsies.', en: '4. Save the file and upload it on the page of Vienkopus that it came from. You will see what would change before it is taken.' },
  { lv: 'Personas kodu failā nav un nevajag.', en: 'There are no personal codes in the file, and none are needed.' },
];
