import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readTemplate, type Template, templateWorkbook } from './template-workbook.js';

const TEMPLATE: Template = {
  classId: 'class-1', period: 'S1', title: '5.a, 1. semestris', guide: ['Aizpildiet.'], guideName: 'Lasi mani', notAllowed: (values) => `Drīkst: ${values}`,
  tables: [
    {
      name: 'Vērtējumi',
      columns: [{ code: 'mark:900018:S1', title: 'Matemātika', allowed: ['1', '10', 'nv'] }, { code: 'mark:900004:S1', title: 'Angļu valoda', allowed: ['1', '10', 'nv'] }],
      rows: [{ membershipId: 'm-1', name: 'Bērziņa Anna', values: ['7', ''] }, { membershipId: 'm-2', name: 'Ozols Jānis', values: ['', 'nv'] }],
    },
  ],
};

test('a template read back untouched holds what it was filled with, cell by cell', async () => {
  expect(await readTemplate(await templateWorkbook(TEMPLATE))).toEqual({
    of: { classId: 'class-1', period: 'S1' },
    cells: [
      { sheet: 'Vērtējumi', place: 'C3', membershipId: 'm-1', column: 'mark:900018:S1', value: '7' },
      { sheet: 'Vērtējumi', place: 'D4', membershipId: 'm-2', column: 'mark:900004:S1', value: 'nv' },
    ],
  });
});

test('the workbook offers what may be written, and hides the references', async () => {
  const [sheet, guide] = (await readXlsx(await templateWorkbook(TEMPLATE))).sheets;
  expect(sheet!.dataValidations?.map(({ type, range }) => `${type} ${range}`)).toEqual(['list C3:C4', 'list D3:D4']);
  expect(sheet!.columns?.[0]?.hidden).toBe(true);
  expect(guide!.name).toBe('Lasi mani');
});

test('moved columns and sorted rows are still known; sheets of other things are passed over', async () => {
  const rows = [['vienkopus:class-1:S1', '', 'Angļu', 'Matemātika'], ['', '', 'mark:900004:S1', 'mark:900018:S1'], ['m-2', 'Ozols', 9, null], ['m-1', 'Bērziņa', null, '10']];
  const { cells } = await readTemplate(await writeXlsx({ sheets: [{ name: 'Cits', rows: [['x'], ['y']] }, { name: 'A', rows }] }));
  expect(cells.map(({ place, membershipId, column, value }) => [place, membershipId, column, value])).toEqual([['C3', 'm-2', 'mark:900004:S1', '9'], ['D4', 'm-1', 'mark:900018:S1', '10']]);
});

test('a workbook that is none of ours has no class', async () => {
  expect(await readTemplate(await writeXlsx({ sheets: [{ name: 'A', rows: [['Vārds', 'Atzīme']] }] }))).toEqual({ of: null, cells: [] });
});
