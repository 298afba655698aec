import { parseCsv } from 'hucre/csv';
import { fill, type Text } from '#kernel/text.js';

export type CourseLevel = 'general' | 'optimal' | 'highest' | 'none';

export interface SubjectLine {
  readonly id: number;
  readonly name: string;
}

export interface CourseLine {
  readonly subjectId: number;
  readonly name: string;
  /** As the source words it (Kursa_veids). */
  readonly kind: string;
  readonly level: CourseLevel;
  readonly authorship: 'standard' | 'own';
  readonly area: string;
}

/** What is wrong in a file, by the line as a spreadsheet numbers it. */
export interface FileProblem {
  readonly line: number;
  readonly words: Text;
}

export interface ReadFile<Line> {
  readonly lines: readonly Line[];
  readonly problems: readonly FileProblem[];
}

/** Open data of VIIS is UTF-8, and was seen in the Baltic code page too; which one it is tells whether it is valid UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1257').decode(bytes);
  }
}

const SUBJECT_COLUMNS = ['Macibu_prieksmeta_ID', 'Macibu_prieksmeta_nosaukums'] as const;
const COURSE_COLUMNS = ['Macibu_prieksmeta_ID', 'Macibu_prieksmeta_kursa_nosaukums', 'Kursa_veids', 'Autoriba', 'Macibu_joma'] as const;

/** Subjects of data.gov.lv (one line for each identifier). */
export function readSubjects(bytes: Uint8Array): ReadFile<SubjectLine> {
  const seen = new Map<number, string>();
  return readLines(bytes, SUBJECT_COLUMNS, (cells): SubjectLine | null | Text => {
    const id = identifierOf(cells.Macibu_prieksmeta_ID);
    const name = oneSpaced(cells.Macibu_prieksmeta_nosaukums);
    if (id === null) return NO_IDENTIFIER;
    if (name === '') return NO_NAME;
    const before = seen.get(id);
    if (before !== undefined) return before === name ? null : fill(TWICE, { id });
    seen.set(id, name);
    return { id, name };
  });
}

/** Courses of data.gov.lv: they bear no identifier of their own, and are known by their subject and name. */
export function readCourses(bytes: Uint8Array): ReadFile<CourseLine> {
  const seen = new Set<string>();
  return readLines(bytes, COURSE_COLUMNS, (cells): CourseLine | null | Text => {
    const subjectId = identifierOf(cells.Macibu_prieksmeta_ID);
    const name = oneSpaced(cells.Macibu_prieksmeta_kursa_nosaukums);
    if (subjectId === null) return NO_IDENTIFIER;
    if (name === '') return NO_NAME;
    if (seen.has(`${subjectId} ${name}`)) return null;
    seen.add(`${subjectId} ${name}`);
    const kind = oneSpaced(cells.Kursa_veids);
    return { subjectId, name, kind, level: levelOf(kind), authorship: /^standarta kurss$/i.test(oneSpaced(cells.Autoriba)) ? 'standard' : 'own', area: oneSpaced(cells.Macibu_joma) };
  });
}

/** Where the source names the level itself; other words of the source say nothing of it. */
function levelOf(kind: string): CourseLevel {
  if (/vispārīg/i.test(kind)) return 'general';
  if (/optimāl/i.test(kind)) return 'optimal';
  return /augstāk/i.test(kind) ? 'highest' : 'none';
}

function readLines<Column extends string, Line extends object>(bytes: Uint8Array, columns: readonly Column[], read: (cells: Record<Column, string>) => Line | null | Text): ReadFile<Line> {
  const rows = parseCsv(textOf(bytes)).map((row) => row.map((cell) => String(cell ?? '').trim()));
  const header = rows[0] ?? [];
  const places = columns.map((column) => header.findIndex((name) => name.toLowerCase() === column.toLowerCase()));
  const missing = columns.filter((_, at) => places[at] === -1);
  if (missing.length > 0) return { lines: [], problems: [{ line: 1, words: fill(NO_COLUMNS, { columns: missing.join(', ') }) }] };
  const lines: Line[] = [];
  const problems: FileProblem[] = [];
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.every((cell) => cell === '')) continue;
    const found = read(Object.fromEntries(columns.map((column, n) => [column, row[places[n]!] ?? ''])) as Record<Column, string>);
    if (found === null) continue;
    if (isText(found)) problems.push({ line: at + 1, words: found });
    else lines.push(found);
  }
  return { lines, problems };
}

const isText = (found: object): found is Text => 'lv' in found && 'en' in found;
const identifierOf = (cell: string): number | null => (/^[1-9]\d{0,8}$/.test(cell) ? Number(cell) : null);
const oneSpaced = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

const NO_COLUMNS: Text = { lv: 'Datnē nav kolonnu: {columns}', en: 'The file lacks the columns: {columns}' };
const NO_IDENTIFIER: Text = { lv: 'identifikators nav skaitlis', en: 'the identifier is no number' };
const NO_NAME: Text = { lv: 'nav nosaukuma', en: 'there is no name' };
const TWICE: Text = { lv: 'identifikatoram {id} ir divi nosaukumi', en: 'identifier {id} has two names' };
