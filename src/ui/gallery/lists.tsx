import type { VNode } from 'preact';
import { isoDate } from '#kernel/iso-date.js';
import type { Lang } from '#kernel/text.js';
import { StatusTag } from '../status-tag.js';
import { SummaryList } from '../summary-list.js';
import { Timeline } from '../timeline.js';
import { Tree } from '../tree.js';

const change = { lv: 'Mainīt', en: 'Change' };

export const Lists = ({ lang }: { lang: Lang }): VNode => (
  <>
    <SummaryList
      lang={lang}
      items={[
        { key: { lv: 'Nosaukums', en: 'Name' }, value: 'Ikšķiles vidusskola', action: { href: '#name', text: change, about: { lv: 'nosaukumu', en: 'the name' } } },
        { key: { lv: 'Reģistrācijas numurs', en: 'Registration number' }, value: '4713900001' },
        { key: { lv: 'Faktiskais dibinātājs', en: 'Actual founder' }, value: <a href="#ogre">Ogres novads</a>, action: { href: '#founder', text: change, about: { lv: 'dibinātāju', en: 'the founder' } } },
        { key: { lv: 'Stāvoklis', en: 'State' }, value: <StatusTag tone="success">{lang === 'lv' ? 'Darbojas' : 'Active'}</StatusTag> },
      ]}
    />
    <h3>{lang === 'lv' ? 'Vēsture' : 'History'}</h3>
    <Timeline
      lang={lang}
      on={isoDate('2021-07-01')}
      entries={[
        { period: { from: isoDate('2021-07-01'), to: null }, title: <a href="#ogre">Ogres novads</a>, children: <p>{lang === 'lv' ? 'Dibinātājs mainījās līdz ar reformu.' : 'The founder changed with the reform.'}</p> },
        { day: isoDate('2021-06-30'), title: lang === 'lv' ? 'Ikšķiles novads beidz pastāvēt' : 'Ikšķile municipality ceases' },
        { period: { from: isoDate('2009-07-01'), to: isoDate('2021-07-01') }, title: 'Ikšķiles novads' },
      ]}
    />
    <h3>{lang === 'lv' ? 'Sastāvs' : 'Composition'}</h3>
    <Tree
      nodes={[
        { key: 'ogre', content: <a href="#ogre">Ogres novads</a>, children: [
          { key: 'ikskile', content: 'Ikšķile', children: [{ key: 'tinuzi', content: 'Tīnūžu pagasts' }] },
          { key: 'kegums', content: 'Ķegums' },
          { key: 'lielvarde', content: 'Lielvārde' },
        ] },
      ]}
    />
  </>
);
