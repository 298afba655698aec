import { z } from 'zod';
import { fillGrid, type Grid, GRID_PERIODS, columnCode, periodName } from '#modules/marks/public.js';
import { Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { jsonInput } from '#kernel/json-input.js';
import { fill, type Lang, same, type Text } from '#kernel/text.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { openArchive } from '../domain/package-archive.js';
import { GUIDE, readTemplate, type ReadTemplate, type TemplateTable, templateWorkbook } from '../domain/template-workbook.js';
import { type TakenTemplate, takeCells } from './template-take.js';
import { type TemplateTables, readTables } from './template-tables.js';

const Period = z.enum(GRID_PERIODS);

/** The template of a class, to be filled in where there is no e-journal, or no connection. */
export const makeTemplate = readAction({
  name: 'intake.make-template',
  title: { lv: 'Lejupielādēta klases vērtējumu un kavējumu veidne', en: 'Template of marks and absences of a class downloaded' },
  permission: fillGrid,
  input: z.object({ class: z.uuid(), period: Period, lang: z.enum(['lv', 'en']).default('lv') }),
  reasonNeeded: true,
  async run(context, { class: classId, period, lang }): Promise<{ workbook: Uint8Array; name: string; persons: readonly string[] }> {
    const tables = await readTables(context, classId, period);
    const title = `${tables.grid.own.one.title} ${periodName(period)[lang]}`;
    const workbook = await templateWorkbook({ classId, period, title, tables: sheetsOf(tables, lang), guide: GUIDE.map((line) => line[lang]), guideName: GUIDE_NAME[lang], notAllowed: (values) => fill(ALLOWED, { values })[lang] });
    return { workbook, name: `${title}.xlsx`, persons: [...tables.grid.rows, ...(tables.absences?.rows ?? [])].map(({ personId }) => personId) };
  },
  audit: ({ input, output }) => ({ subjects: [...new Set(output.persons)], facts: { class: input.class, period: input.period } }),
});

function sheetsOf({ grid, absences }: TemplateTables, lang: Lang): TemplateTable[] {
  const table = (name: string, { columns, rows }: Grid): TemplateTable => ({
    name,
    columns: columns.map(({ column, group, title, allowed }) => ({ code: columnCode(column), title: [group, title].flatMap((words) => words?.[lang] ?? []).join(': '), allowed })),
    rows: rows.map(({ membershipId, family, given, cells }) => ({ membershipId, name: `${family} ${given}`, values: cells.map(({ value }) => value) })),
  });
  return [table(MARKS[lang], grid), ...(absences ? [table(ABSENCES[lang], absences)] : [])].filter(({ columns }) => columns.length > 0);
}

/** The page of a class's template, without looking at anyone. */
export const openTemplate = readAction({
  name: 'intake.open-template',
  title: { lv: 'Atvērta veidnes augšupielāde', en: 'Upload of a template opened' },
  permission: fillGrid,
  input: z.object({ class: z.union([z.uuid(), z.literal('')]).default('') }),
  audit: null,
  run: (_context, { class: classId }) => Promise.resolve({ classId }),
});

/** Reads a filled template and says what taking it would change: every row is checked as if it were taken, and nothing is. */
export const tryTemplate = writeAction({
  name: 'intake.try-template',
  title: { lv: 'Pārbaudīta aizpildīta klases veidne', en: 'Filled template of a class checked' },
  permission: fillGrid,
  input: z.object({ file: UploadedFileInput }),
  async run(context, { file }): Promise<TakenTemplate> {
    if (!file) throw invalid('file', CHOOSE);
    const { of, cells } = await readSafely(file.content);
    const period = Period.safeParse(of?.period);
    if (!of || !period.success || !z.uuid().safeParse(of.classId).success) throw invalid('file', NOT_OURS);
    if (cells.length === 0) throw invalid('file', EMPTY);
    try {
      return await takeCells(context, { classId: of.classId, period: period.data, cells, key: `try:${context.now.toISOString()}`, isDryRun: true });
    } catch (error) {
      // A template of a class that is not the person's: the file is what to change, not the page.
      throw error instanceof NotFound || error instanceof Forbidden ? invalid('file', OTHER_CLASS) : error;
    }
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { class: output.classId, period: output.period, rows: output.cells.length } }),
});

const Cell = z.object({ sheet: z.string().max(60), place: z.string().max(8), membershipId: z.string().max(60), column: z.string().max(40), value: z.string().max(40) });
const Cells = z.string().max(900_000).pipe(jsonInput(z.array(Cell).min(1).max(20_000)));

/** Takes what was shown: checked anew, since the register may have changed meanwhile. Sent twice, it is taken once. */
export const takeTemplate = writeAction({
  name: 'intake.take-template',
  title: { lv: 'Pieņemta aizpildīta klases veidne', en: 'Filled template of a class taken' },
  permission: fillGrid,
  input: z.object({ class: z.uuid(), period: Period, key: z.string().min(1).max(80), cells: Cells }),
  run: (context, { class: classId, period, key, cells }): Promise<TakenTemplate> => takeCells(context, { classId, period, cells, key: `template:${key}`, isDryRun: false }),
  audit: ({ output }) => ({ subjects: output.persons, facts: { class: output.classId, period: output.period, saved: output.counts.taken + output.counts.corrected, notSaved: output.counts.refused } }),
});

/** Far beyond a class; what unpacks to more is no template. */
const TEMPLATE_LIMITS = { entries: 80, bytes: 20_000_000, ratio: 150 };

/** Judges the archive before a spreadsheet is made of it: sizes, bombs, links. @throws InvalidInput */
async function readSafely(content: Buffer): Promise<ReadTemplate> {
  try {
    const archive = await openArchive(content, TEMPLATE_LIMITS);
    // Read to the end once: an entry longer than it says of itself stops here.
    for (const name of archive.names) for await (const _ of archive.read(name));
    return await readTemplate(content);
  } catch {
    throw invalid('file', UNREADABLE);
  }
}

const CHOOSE: Text = { lv: 'Izvēlieties aizpildīto veidni (.xlsx).', en: 'Choose the filled template (.xlsx).' };
const NOT_OURS: Text = { lv: 'Šī nav Vienkopus veidne, vai no tās izdzēsta pirmā rinda. Lejupielādējiet veidni un aizpildiet to.', en: 'This is no template of Vienkopus, or its first row was deleted. Download the template and fill it in.' };
const EMPTY: Text = { lv: 'Veidnē nekas nav ierakstīts. Ierakstiet vērtējumus, saglabājiet failu un izvēlieties to vēlreiz.', en: 'Nothing is written in the template. Write the marks, save the file and choose it again.' };
const OTHER_CLASS: Text = { lv: 'Šī ir citas klases veidne, ko jūs nedrīkstat aizpildīt. Lejupielādējiet savas klases veidni un aizpildiet to.', en: 'This is the template of a class that is not yours to fill in. Download that of your class and fill it in.' };
const UNREADABLE: Text = { lv: 'Failu nevar izlasīt: tas ir bojāts, aizslēgts vai nav Excel (.xlsx) fails. Saglabājiet to kā .xlsx bez paroles.', en: 'The file cannot be read: it is damaged, locked or no Excel (.xlsx) file. Save it as .xlsx without a password.' };
const ALLOWED: Text = { lv: 'Drīkst rakstīt: {values}', en: 'May be written: {values}' };
const MARKS = same('Vērtējumi');
const ABSENCES = same('Kavējumi');
const GUIDE_NAME: Text = { lv: 'Lasi mani', en: 'Read me' };
