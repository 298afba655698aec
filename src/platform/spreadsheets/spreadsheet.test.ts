import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import type { Column } from './column.js';
import { type Spreadsheet, spreadsheet } from './spreadsheet.js';
import { workbookParts } from './workbook.js';
import { zip } from './zip.js';

interface Learner {
  name: string | null;
  code: string;
  year: number;
  mark: string | number;
  born: ReturnType<typeof isoDate>;
  at: Date;
  present: boolean;
}

const columns: Column<Learner>[] = [
  { header: 'Vārds', kind: 'text', value: (row) => row.name },
  { header: 'Reģistrācijas numurs', kind: 'text', value: (row) => row.code },
  { header: 'Gads', kind: 'integer', value: (row) => row.year },
  { header: 'Vērtējums', kind: 'decimal', value: (row) => row.mark },
  { header: 'Dzimis', kind: 'date', value: (row) => row.born },
  { header: 'Iesniegts', kind: 'instant', value: (row) => row.at },
  { header: 'Klātienē', kind: 'boolean', value: (row) => row.present },
];

const learner: Learner = {
  name: 'Ģirts Šķēle', code: '0413900133', year: 2026, mark: '7.50', born: isoDate('2011-02-28'), at: new Date('2026-07-01T09:05:07.900Z'), present: true,
};

const file = (format: 'xlsx' | 'csv', lang: 'lv' | 'en' = 'lv'): Spreadsheet<Learner> => ({
  format, lang, columns, title: 'Izglītojamie', about: [{ label: 'Dati uz', value: '01.07.2026.' }, { label: 'Teritoriju redakcija', value: 'no 01.07.2025.' }],
});

const readBack = async (rows: Learner[]) => readXlsx(await buffer(spreadsheet(file('xlsx'), rows)), { readStyles: true });
const csv = async (row: Partial<Learner>, lang: 'lv' | 'en' = 'lv') => (await buffer(spreadsheet(file('csv', lang), [{ ...learner, ...row }]))).toString();
/** What stands before the second cell of the only row. */
const firstCell = async (name: string) => {
  const written = await csv({ name });
  return written.slice(written.indexOf('\r\n') + 2, written.indexOf(';0413900133;'));
};

describe('a workbook', () => {
  it('holds text as text, numbers as numbers, days and instants as dates on Riga’s clocks', async () => {
    const [data] = (await readBack([learner])).sheets;
    expect(data?.name).toBe('Dati');
    expect(data?.rows).toEqual([
      columns.map((column) => column.header),
      ['Ģirts Šķēle', '0413900133', 2026, 7.5, new Date('2011-02-28T00:00:00Z'), new Date('2026-07-01T12:05:07Z'), true],
    ]);
  });

  it('says on its last sheet what it is', async () => {
    const about = (await readBack([learner])).sheets.at(-1);
    expect(about?.name).toBe('Par pārskatu');
    expect(about?.rows.filter((row) => row.some((cell) => cell !== null && cell !== '')).map((row) => row.join('|'))).toEqual([
      expect.stringMatching(/^Izglītojamie/), 'Dati uz|01.07.2026.', 'Teritoriju redakcija|no 01.07.2025.',
    ]);
  });

  it('has a bold, frozen header with a filter over all rows', async () => {
    const [data] = (await readBack([learner, learner])).sheets;
    expect(data?.freezePane).toMatchObject({ rows: 1 });
    expect(data?.autoFilter).toMatchObject({ range: 'A1:G3' });
    expect(data?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  });

  it('keeps what looks like a formula, markup or an escape as the text it is', async () => {
    for (const name of ['=1+1', '@SUM(A1)', '<b>&amp;</b>', '_x000D_', ' tukšums ', 'divas\nrindas', '😀', '"\'']) {
      expect((await readBack([{ ...learner, name }])).sheets[0]?.rows[1]?.[0]).toBe(name);
    }
  });

  it('drops control characters and marks a text cut at the limit of a cell', async () => {
    const [, row, long] = (await readBack([{ ...learner, name: 'a\u0000b\u001fc\ud800' }, { ...learner, name: 'ž'.repeat(40_000) }])).sheets[0]!.rows;
    expect(row?.[0]).toBe('abc\ufffd');
    expect(long?.[0]).toBe(`${'ž'.repeat(32_766)}…`);
  });

  it('leaves the cell of a missing value empty', async () => {
    expect((await readBack([{ ...learner, name: null }])).sheets[0]?.rows[1]?.slice(0, 2)).toEqual([null, '0413900133']);
  });

  it('keeps a day before March 1900 and a number of more than 15 digits exact, as text', async () => {
    const [, row] = (await readBack([{ ...learner, born: isoDate('1899-12-31'), mark: '12345678901234.56' }])).sheets[0]!.rows;
    expect([row?.[3], row?.[4]]).toEqual(['12345678901234.56', '31.12.1899.']);
  });

  it('without rows has its header', async () => {
    const [data] = (await readBack([])).sheets;
    expect(data?.rows).toHaveLength(1);
    expect(data?.autoFilter).toMatchObject({ range: 'A1:G1' });
  });

  it('goes on over further sheets, each with the header, when one is full', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({ ...learner, year: at }));
    const bytes = await buffer(zip(workbookParts(file('xlsx'), rows, 3)));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Dati', 'Dati 2', 'Dati 3', 'Par pārskatu']);
    expect(sheets.slice(0, 3).map((sheet) => sheet.rows.map((row) => row[2]))).toEqual([['Gads', 0, 1], ['Gads', 2, 3], ['Gads', 4]]);
  });

  it('made twice from the same rows is the same, byte for byte', async () => {
    const [a, b] = await Promise.all([buffer(spreadsheet(file('xlsx'), [learner])), buffer(spreadsheet(file('xlsx'), [learner]))]);
    expect(a.equals(b)).toBe(true);
  });
});

describe('CSV', () => {
  it('in Latvian has semicolons and decimal commas, after a byte order mark', async () => {
    expect(await csv({})).toBe(
      '\ufeffVārds;Reģistrācijas numurs;Gads;Vērtējums;Dzimis;Iesniegts;Klātienē\r\n' +
        'Ģirts Šķēle;0413900133;2026;7,50;2011-02-28;2026-07-01 12:05:07;jā\r\n',
    );
  });

  it('in English has commas and points', async () => {
    expect((await csv({ present: false }, 'en')).split('\r\n')[1]).toBe('Ģirts Šķēle,0413900133,2026,7.50,2011-02-28,2026-07-01 12:05:07,no');
  });

  it.each([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+371 20000000', "'+371 20000000"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['a=b', 'a=b'],
    ['Rīga; Jelgava', '"Rīga; Jelgava"'],
    ['divas\r\nrindas', '"divas\r\nrindas"'],
  ])('writes the text %j as %j', async (name, written) => {
    expect(await firstCell(name)).toBe(written);
  });

  it('keeps the minus of a number and the emptiness of a missing value', async () => {
    expect((await csv({ name: null, mark: -0.5 })).split('\r\n')[1]).toMatch(/^;0413900133;2026;-0,5;/);
  });
});

describe.each(['xlsx', 'csv'] as const)('a stream of %s', (format) => {
  it('asks for rows no faster than it is read, and stops the source when destroyed', async () => {
    let made = 0;
    const ended = Promise.withResolvers<void>();
    async function* endless() {
      try {
        for (;;) yield { ...learner, name: `${made++} ${Math.random()}` };
      } finally {
        ended.resolve();
      }
    }
    const stream = spreadsheet(file(format), endless());
    let read = 0;
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) if ((read += chunk.length) > 50_000) break;
    // However slow the machine: it comes to a stand, where it would else go on for ever.
    for (let asked = -1; asked !== made; await setTimeout(100)) {
      asked = made;
      expect(made).toBeLessThan(200_000);
    }
    stream.destroy();
    await ended.promise;
  });

  it('fails with the error of its source', async () => {
    async function* broken() {
      yield learner;
      throw new Error('the database went away');
    }
    await expect(buffer(spreadsheet(file(format), broken()))).rejects.toThrow('the database went away');
  });

  it('fails for a number that is none', async () => {
    await expect(buffer(spreadsheet(file(format), [{ ...learner, mark: 'NaN' }]))).rejects.toThrow('column "Vērtējums"');
  });
});
