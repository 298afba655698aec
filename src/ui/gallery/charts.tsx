import type { VNode } from 'preact';
import { isoDate } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { BarChart } from '../chart/bar-chart.js';
import { ColumnChart } from '../chart/column-chart.js';
import { FlowDiagram } from '../chart/flow-diagram.js';
import { LineChart } from '../chart/line-chart.js';
import { PeriodChart } from '../chart/period-chart.js';
import { same } from '#kernel/text.js';

const EDITIONS = [
  { label: { lv: 'robežas 30.06.2021.', en: 'boundaries of 30.06.2021.' } },
  { label: { lv: 'robežas 01.07.2021.', en: 'boundaries of 01.07.2021.' } },
];
const REGIONS = [
  { label: { lv: 'Kurzeme', en: 'Kurzeme' }, values: [20, 6] },
  { label: { lv: 'Latgale', en: 'Latgale' }, values: [21, 9] },
  { label: { lv: 'Vidzeme', en: 'Vidzeme' }, values: [26, 9] },
  { label: { lv: 'Zemgale', en: 'Zemgale' }, values: [22, 6] },
];
const OGRE = { id: 'ogre', label: same('Ogres novads'), href: '#ogre' };
const AIZKRAUKLE = { id: 'aizkraukle', label: same('Aizkraukles novads'), href: '#aizkraukle' };
const unit = (name: string) => ({ id: name, label: same(name), href: `#${name}` });

export const Charts = ({ lang }: { lang: Lang }): VNode => (
  <>
    <BarChart lang={lang} title={{ lv: 'Pašvaldības reģionos', en: 'Municipalities by region' }} series={EDITIONS} rows={REGIONS} />
    <ColumnChart lang={lang} title={{ lv: 'Pašvaldības reģionos (stabiņi)', en: 'Municipalities by region (columns)' }} series={EDITIONS} rows={REGIONS} />
    <LineChart
      lang={lang}
      title={{ lv: 'Pieteikumi pa mēnešiem', en: 'Requests by month' }}
      points={['01.', '02.', '03.', '04.', '05.', '06.', '07.', '08.', '09.', '10.', '11.', '12.']}
      series={[
        { label: { lv: 'saņemti', en: 'received' }, values: [120, 134, 151, 190, 260, 811, 640, 320, 210, 180, 160, 140] },
        { label: { lv: 'atteikti', en: 'refused' }, values: [12, 9, 14, 21, null, 88, 61, 30, 18, 15, 16, 11], tone: 'series-3' },
      ]}
    />
    <PeriodChart
      lang={lang}
      title={{ lv: 'Ikšķiles vidusskolas dibinātāji un nosaukumi', en: 'Founders and names of Ikšķile secondary school' }}
      from={isoDate('2005-01-01')}
      to={isoDate('2027-01-01')}
      marker={{ day: isoDate('2021-07-01'), label: { lv: 'parādītā diena', en: 'shown day' } }}
      rows={[
        {
          label: { lv: 'Dibinātājs', en: 'Founder' },
          periods: [
            { period: { from: isoDate('2005-01-01'), to: isoDate('2009-07-01') }, label: same('Ikšķiles pilsēta'), tone: 'faded' },
            { period: { from: isoDate('2009-07-01'), to: isoDate('2021-07-01') }, label: same('Ikšķiles novads'), tone: 'series-2' },
            { period: { from: isoDate('2021-07-01'), to: null }, label: same('Ogres novads') },
          ],
        },
        { label: { lv: 'Nosaukums', en: 'Name' }, href: '#names', periods: [{ period: { from: isoDate('2005-01-01'), to: null }, label: same('Ikšķiles vidusskola'), tone: 'series-4' }] },
      ]}
    />
    <FlowDiagram
      lang={lang}
      title={{ lv: 'Kas ar ko apvienots', en: 'What merged into what' }}
      left={{ lv: 'līdz 30.06.2021.', en: 'until 30.06.2021.' }}
      right={{ lv: 'no 01.07.2021.', en: 'from 01.07.2021.' }}
      flows={[
        { from: unit('Ogres novads'), to: OGRE, weight: 33 },
        { from: unit('Ikšķiles novads'), to: OGRE, weight: 10 },
        { from: unit('Lielvārdes novads'), to: OGRE, weight: 9 },
        { from: unit('Ķeguma novads'), to: OGRE, weight: 5 },
        { from: unit('Aizkraukles novads'), to: AIZKRAUKLE, weight: 8, tone: 'series-2' },
        { from: unit('Jaunjelgavas novads'), to: AIZKRAUKLE, weight: 5, tone: 'series-2' },
      ]}
    />
  </>
);
