import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { DayTravel } from './form/day-travel.js';
import { TextField } from './form/text-field.js';
import { PageHeader } from './page/page-header.js';
import { ExportLinks } from './table/export-links.js';
import { Paging, rowsWords } from './table/paging.js';
import { Progress } from './progress.js';
import { SummaryList } from './summary-list.js';
import { Tabs } from './tabs.js';

/** The words as a screen reader or a copy to the clipboard gets them: JSX drops spaces at line ends. */
const wordsOf = (node: VNode): string => renderToString(node).replace(/<[^>]+>/g, '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ').trim();

test('rows are counted in words of each language', () => {
  const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(rowsWords('lv', 1, 50, 2713))).toBe('1.–50. rinda no 2 713');
  expect(rowsWords('en', 51, 50, 2713)).toBe('Rows 51–100 of 2,713');
  expect(rowsWords('en', 1, 1)).toBe('Row 1');
  expect(plain(rowsWords('lv', undefined, 21, 2713))).toBe('21 no 2 713 rindām');
  expect([rowsWords('lv', undefined, 21), rowsWords('en', undefined, 50)].map(plain)).toEqual(['21 rinda', '50 rows']);
});

test('export links stand apart', () => {
  expect(wordsOf(<ExportLinks lang="en" xlsx="/x" csv="/c" />)).toBe('Download all rows: XLSX CSV');
  expect(wordsOf(<Paging lang="lv" first={1} shown={1} />)).toBe('1. rinda');
});

test('counts, marks and hidden words stand apart from what they belong to', () => {
  expect(wordsOf(<Tabs lang="lv" label="" items={[{ href: '#a', text: 'Vēsture', count: 7 }]} />)).toBe('Vēsture (7)');
  expect(wordsOf(<TextField lang="lv" name="a" label="Iela" optional error="Ievadiet ielu." />)).toBe('Iela (nav obligāti)Kļūda: Ievadiet ielu.');
  expect(wordsOf(<Progress lang="en" label="Preparing" done={1} total={4} />)).toBe('Preparing 25%1 of 4');
  expect(wordsOf(<SummaryList lang="en" items={[{ key: 'Name', value: 'Ogre', action: { href: '#', text: 'Change', about: 'the name' } }]} />)).toContain('Change the name');
});

test('a stop in time reads as its day and its words', () => {
  const travel = <DayTravel lang="en" name="on" day={isoDate('2021-07-01')} href={(day) => day} stops={[{ day: isoDate('2021-07-01'), label: '43 municipalities' }]} />;
  expect(wordsOf(travel)).toContain('01.07.2021. 43 municipalities');
});

test('the name of the place reads apart from what it is', () => {
  const frame = {
    lang: 'en', assets: { stylesheet: '', icon: '', alone: {}, islands: {} }, langHref: '', csrf: '', signInHref: '/sign-in', session: null, navigation: [], allRooms: null, environment: [], notice: null,
    account: { name: 'Ilze Paraudziņa', href: '/my', detail: 'Ogre', signOutHref: '/sign-out' }, footer: { links: [], version: '1' },
  } as const;
  expect(wordsOf(<PageHeader {...frame} />)).toContain('Vienkopus state and municipal registers');
  expect(wordsOf(<PageHeader {...frame} />)).toContain('Ilze Paraudziņa · Ogre');
});
