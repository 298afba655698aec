import type { VNode } from 'preact';
import { isoDate, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { DateField } from '../form/date-field.js';
import { LiveResults } from '../form/live-results.js';
import { SearchField } from '../form/search-field.js';
import { SelectField } from '../form/select-field.js';
import { counted, number } from '../format.js';
import { StatusTag, type StatusTone } from '../status-tag.js';
import { type Column, DataTable } from '../table/data-table.js';
import { FilterForm } from '../table/filter-form.js';
import { wordsIn } from '../words.js';

interface Example {
  readonly regNo: string;
  readonly name: string;
  readonly founder: string;
  readonly since: string;
  readonly pupils: number;
  readonly tone: StatusTone;
  readonly state: Text;
}

const IN_FORCE = { tone: 'success', state: { lv: 'Darbojas', en: 'Active' } } as const;
const ROWS: readonly Example[] = [
  { regNo: '4713900001', name: 'Ikšķiles vidusskola', founder: 'Ogres novads', since: '2021-07-01', pupils: 1214, ...IN_FORCE },
  { regNo: '4701900002', name: 'Ķekavas pirmsskolas izglītības iestāde „Zvaigznīte”', founder: 'Ķekavas novads', since: '2009-07-01', pupils: 286, ...IN_FORCE },
  { regNo: '4713900003', name: 'Varakļānu vidusskola', founder: 'Madonas novads', since: '2025-07-01', pupils: 341, tone: 'warning', state: { lv: 'Jāpārbauda', en: 'To be checked' } },
  { regNo: '4715900004', name: 'Jaunjelgavas mūzikas skola', founder: 'Aizkraukles novads', since: '2021-07-01', pupils: 97, tone: 'ended', state: { lv: 'Likvidēta', en: 'Closed' } },
];

const columnsIn = (lang: Lang): readonly Column<Example>[] => [
  { key: 'name', header: { lv: 'Nosaukums', en: 'Name' }, sort: true, rowHeader: true, cell: ({ name, regNo }) => <a href={`#${regNo}`}>{name}</a> },
  { key: 'regNo', header: { lv: 'Reģ. nr.', en: 'Reg. no.' }, cell: ({ regNo }) => <span class="num">{regNo}</span> },
  { key: 'founder', header: { lv: 'Faktiskais dibinātājs', en: 'Actual founder' }, sort: true, cell: ({ founder }) => founder },
  { key: 'since', header: { lv: 'Kopš', en: 'Since' }, sort: true, cell: ({ since }) => <time dateTime={since}>{readableDay(isoDate(since))}</time> },
  { key: 'pupils', header: { lv: 'Izglītojamie', en: 'Learners' }, sort: true, number: true, cell: ({ pupils }) => number(pupils, lang) },
  { key: 'state', header: { lv: 'Stāvoklis', en: 'State' }, cell: ({ tone, state }) => <StatusTag tone={tone}>{wordsIn(lang, state)}</StatusTag> },
];

export const Tables = ({ lang }: { lang: Lang }): VNode => (
  <>
    <SearchField lang={lang} name="q" value="vidus" label={{ lv: 'Meklēt iestādi', en: 'Find an institution' }} hint={{ lv: 'Nosaukums vai reģistrācijas numurs; garumzīmes nav obligātas.', en: 'Name or registration number; diacritics may be left out.' }} live="institutions-found" />
    <FilterForm lang={lang} clearHref="#tables">
      <SelectField lang={lang} name="kind" label={{ lv: 'Veids', en: 'Kind' }} emptyOption={{ lv: 'Visi veidi', en: 'All kinds' }} options={[{ value: 'school', label: { lv: 'Skola', en: 'School' } }]} />
      <DateField lang={lang} name="since" label={{ lv: 'Diena', en: 'Day' }} value="2025-07-01" />
    </FilterForm>
    <LiveResults id="institutions-found" count={FOUND(lang)}>
      <DataTable
        lang={lang}
        caption={{ lv: 'Izglītības iestādes', en: 'Educational institutions' }}
        columns={columnsIn(lang)}
        rows={ROWS}
        rowKey={({ regNo }) => regNo}
        sort={{ by: 'name', descending: false, href: (by, descending) => `#sort-${by}-${descending ? 'down' : 'up'}` }}
        paging={{ first: 1, total: 2713, next: '#next' }}
        exports={{ xlsx: '#xlsx', csv: '#csv' }}
      />
    </LiveResults>
    <DataTable lang={lang} caption={{ lv: 'Tukša tabula', en: 'An empty table' }} columns={columnsIn(lang)} rows={[]} rowKey={({ regNo }) => regNo} empty={{ title: { lv: 'Neviena iestāde neatbilst atlasei', en: 'No institution matches the filter' }, hint: { lv: 'Notīriet atlasi vai izvēlieties citu dienu.', en: 'Clear the filter or choose another day.' } }} />
  </>
);

const FOUND = (lang: Lang): string =>
  `${lang === 'lv' ? 'Atrastas' : 'Found'} ${counted(2713, { lv: ['iestāde', 'iestādes'], en: ['institution', 'institutions'] }, lang)}`;
