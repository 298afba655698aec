import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol } from '../../education/actions/enrol.js';
import { BASIC, refusalOf, type Schools, schools } from '../../education/tests/made-up-schools.js';
import { saveGrid } from '../../marks/actions/save-grid.js';
import type { InvalidInput } from '#kernel/errors.js';
import { makeTemplate, takeTemplate, tryTemplate } from '../actions/template.js';
import { zipOf } from './zip-writer.js';

const NOW = '2026-12-16T10:00:00+02:00';
let s: Schools;
let classId: string;
let members: string[];
beforeAll(async () => {
  s = await schools({ now: NOW });
  classId = await s.aClass(s.regNrs[0]!, '5.a');
  await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, 900018), ($1, 900004)', [classId]);
  members = [];
  for (let n = 0; n < 3; n += 1) {
    const child = await s.child();
    members.push((await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary)).id);
  }
  await s.t.perform(saveGrid, { classId, cells: [{ membershipId: members[0], column: 'mark:900018:S1', value: '7', seenAt: NOW, key: 'k' }] }, s.secretary);
});
afterAll(() => s.t.close());

const template = async () => Buffer.from((await s.t.perform(makeTemplate, { class: classId, period: 'S1' }, s.secretary, 'own-pupils')).workbook);
const file = (content: Uint8Array) => ({ name: '5.a.xlsx', type: '', content: Buffer.from(content) });
const attempt = (content: Uint8Array) => s.t.perform(tryTemplate, { file: file(content) }, s.secretary);
const refusedField = async (content: Uint8Array) => ((await refusalOf(attempt(content))) as InvalidInput).fields[0]!.message.lv;

/** The template as somebody fills it: cells by their place on the first sheet. */
async function filled(values: Readonly<Record<string, string | number>>, sheetName = 'Vērtējumi'): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await template());
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, at) => Array.from({ length: Math.max(row.length, 12) }, (_, column) => (name === sheetName ? values[`${String.fromCharCode(65 + column)}${at + 1}`] : undefined) ?? row[column] ?? null)),
    })),
  });
}
const held = () => s.rows<{ value: string; channel: string }>('select m.value, coalesce(m.channel, a.channel) as channel from marks.mark m left join marks.arrival a on a.id = m.arrival_id order by m.subject_id, m.value');

test('a template of a class that is not one’s own is refused as a file, with what to do', async () => {
  const { sheets } = await readXlsx(await template());
  const others = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row, at) => row.map((value, column) => (at === 0 && column === 0 ? String(value ?? '').replace(classId, crypto.randomUUID()) : value))) }));
  expect(await refusedField(await writeXlsx({ sheets: others }))).toContain('citas klases veidne');
});

test('the template has the class’s pupils and what is known of them, and no personal codes', async () => {
  const { sheets } = await readXlsx(await template());
  expect(sheets.map(({ name }) => name)).toEqual(['Vērtējumi', 'Kavējumi', 'Lasi mani']);
  expect(sheets[0]!.rows[0]!.slice(2)).toEqual(['Angļu valoda', 'Matemātika']);
  expect(sheets[0]!.rows.slice(2).map((row) => row[3])).toContain(7);
  expect(JSON.stringify(sheets)).not.toMatch(/4505\d{7}/);
});

test('what would change is shown first, with the wrong cells by their place; then it is taken, once', async () => {
  const content = await filled({ C3: 8, C4: '11', D5: 'nv' });
  const tried = await attempt(content);
  expect(tried.counts).toMatchObject({ taken: 2, refused: 1 });
  expect(tried.problems.map(({ place, code, value }) => ({ place, code, value }))).toEqual([{ place: 'C4', code: 'VI-204', value: '11' }]);
  expect(tried.changes.map(({ place, was, value }) => [place, was, value])).toEqual([['C3', '', '8'], ['D5', '', 'nv']]);
  expect(await held()).toHaveLength(1);
  const take = () => s.t.perform(takeTemplate, { class: classId, period: 'S1', key: NOW, cells: JSON.stringify(tried.cells) }, s.secretary);
  expect((await take()).counts).toMatchObject({ taken: 2, refused: 1 });
  expect(await held()).toEqual([{ value: '8', channel: 'file' }, { value: '7', channel: 'manual' }, { value: 'nv', channel: 'file' }]);
  expect((await take()).counts.taken).toBe(0);
  expect(await s.rows('select distinct format, channel, is_dry_run from intake.batch order by is_dry_run')).toEqual([{ format: 'xlsx', channel: 'file', is_dry_run: false }, { format: 'xlsx', channel: 'file', is_dry_run: true }]);
});

test('what a person entered is not put over by a file; nor what an e-journal sent, and no value is proposed', async () => {
  const tried = await attempt(await filled({ D3: 9, D4: 9, D5: 9 }));
  expect(tried.problems.map(({ code }) => code)).toContain('VI-208');
  await s.rows(`update marks.mark set channel = 'service' where channel = 'manual'`);
  const clash = (await attempt(await filled({ D3: 10, D4: 10, D5: 10 }))).problems.find(({ code }) => code === 'VI-208')!;
  expect([clash.expected.lv, clash.nearest]).toEqual(['reģistrā ir 7, ko atsūtīja e-žurnāls', []]);
  await s.rows(`update marks.mark set channel = 'manual' where channel = 'service'`);
});

test('letters are shown as the register writes them, and are no change where it has them so', async () => {
  const tried = await attempt(await filled({ C5: 'NV', D5: 'NV' }));
  expect(tried.changes.map(({ place, was, value }) => [place, was, value])).toEqual([['C5', '', 'nv']]);
});

test('what is warned of is taken and not among what is refused, whose number is that of the cells told', async () => {
  const [{ person_id: exempt }] = (await s.rows<{ person_id: string }>('select person_id from education.membership where id = $1', [members[1]])) as [{ person_id: string }];
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, 900004, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [exempt]);
  const { sheets } = await readXlsx(await template());
  const row = sheets[0]!.rows.findIndex(([id]) => id === members[1]) + 1;
  const tried = await attempt(await filled({ [`C${row}`]: 6, [`D${row}`]: 'x' }));
  expect(tried.problems.map(({ place, code, isWarning }) => [place, code, isWarning])).toEqual(expect.arrayContaining([[`C${row}`, 'VI-209', true]]));
  expect(tried.counts.refused).toBe(tried.problems.filter(({ isWarning }) => !isWarning).length);
  const wrong = await attempt(await filled({ C3: 4 , D3: 'x' }, 'Kavējumi'));
  expect([wrong.problems.length, wrong.counts.refused]).toEqual([2, 2]);
});

test('both numbers of a month are one record', async () => {
  const tried = await attempt(await filled({ C3: 4, D3: 1, C4: 2 }, 'Kavējumi'));
  expect(tried.counts).toMatchObject({ taken: 2, refused: 0 });
});

test('another pupil’s row, a workbook of somebody else, a damaged file and a bomb are refused', async () => {
  const stranger = await attempt(await filled({ A3: '00000000-0000-7000-8000-000000000001', C3: 8 }));
  expect(stranger.problems.find(({ place }) => place === 'C3')!.code).toBe('VI-201');
  expect(await refusedField(await writeXlsx({ sheets: [{ name: 'A', rows: [['Vārds', 'Atzīme'], ['Anna', 7]] }] }))).toContain('nav Vienkopus veidne');
  expect(await refusedField(Buffer.from('PK nothing'))).toContain('nevar izlasīt');
  expect(await refusedField(zipOf([{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(40_000_000) }]))).toContain('nevar izlasīt');
});
