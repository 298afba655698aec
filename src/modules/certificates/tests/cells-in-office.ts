import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { whyNoVerifiers } from '#test/setup/verifiers.js';

/** A cell as LibreOffice understood it. */
export interface OfficeCell {
  readonly type: string;
  readonly text: string;
}

/** The first sheet of a workbook as LibreOffice reads it, each cell with its type. */
export async function cellsInOffice(workbook: Buffer): Promise<OfficeCell[][]> {
  const missing = await whyNoVerifiers('soffice');
  if (missing !== null) throw new Error(`LibreOffice is needed: ${missing}`);
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-office-'));
  try {
    await writeFile(join(folder, 'report.xlsx'), workbook);
    // A profile of its own: two of them at once would otherwise wait for each other.
    await promisify(execFile)('/usr/bin/soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'fods', '--outdir', folder, join(folder, 'report.xlsx')]);
    const [, sheet = ''] = /<table:table [^>]*>([^]*?)<\/table:table>/.exec(await readFile(join(folder, 'report.fods'), 'utf8')) ?? [];
    return [...sheet.matchAll(/<table:table-row[^>]*>([^]*?)<\/table:table-row>/g)].map(([, row]) => cellsOf(row!)).filter((cells) => cells.some(({ text }) => text !== ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function cellsOf(row: string): OfficeCell[] {
  return [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([^]*?)<\/table:table-cell>)/g)].flatMap(([, attributes = '', content = '']) => {
    const repeated = Number(/table:number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    const cell = { type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '', text: /<text:p>([^]*?)<\/text:p>/.exec(content)?.[1]?.replaceAll(/<[^>]+>/g, '') ?? '' };
    return Array.from({ length: repeated > 100 ? 0 : repeated }, () => cell);
  });
}
