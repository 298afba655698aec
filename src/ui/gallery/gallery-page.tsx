import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { Assets } from '../assets.js';
import { Lead } from '../lead.js';
import { Page } from '../page.js';
import type { PageFrame } from '../page/frame.js';
import { Charts } from './charts.js';
import { Forms } from './forms.js';
import { Lists } from './lists.js';
import { MapAndTime } from './map-and-time.js';
import { Papers } from './papers.js';
import { Pieces } from './pieces.js';
import { Tables } from './tables.js';

const SECTIONS: readonly { readonly id: string; readonly title: Text; readonly Content: (props: { lang: Lang }) => VNode }[] = [
  { id: 'pieces', title: { lv: 'Sīkās daļas', en: 'Pieces' }, Content: Pieces },
  { id: 'forms', title: { lv: 'Formas', en: 'Forms' }, Content: Forms },
  { id: 'tables', title: { lv: 'Tabulas', en: 'Tables' }, Content: Tables },
  { id: 'lists', title: { lv: 'Saraksti', en: 'Lists' }, Content: Lists },
  { id: 'charts', title: { lv: 'Diagrammas', en: 'Charts' }, Content: Charts },
  { id: 'map', title: { lv: 'Karte un laiks', en: 'Map and time' }, Content: MapAndTime },
  { id: 'papers', title: { lv: 'Skenētas lapas', en: 'Scanned pages' }, Content: Papers },
];

/** Every part of the design system on one page, with made-up data; shown on `/_ui` in development. */
export const galleryPage = (lang: Lang, assets: Assets, width: 'text' | 'work' = 'text'): VNode => (
  <Page
    {...exampleFrame(lang, assets)}
    title={TITLE[lang]}
    width={width}
    breadcrumbs={[{ href: '/_ui', text: { lv: 'Izstrādātājiem', en: 'For developers' } }, { text: TITLE }]}
    islands={['live-search', 'day-travel', 'print-page']}
  >
    <h1>{TITLE[lang]}</h1>
    <Lead>{LEAD[lang]}</Lead>
    {SECTIONS.map(({ id, title, Content }) => (
      <section key={id} id={id} class="flow-text">
        <h2>{title[lang]}</h2>
        <Content lang={lang} />
      </section>
    ))}
  </Page>
);

const exampleFrame = (lang: Lang, assets: Assets): PageFrame => ({
  lang,
  assets,
  langHref: `/_ui?lang=${lang === 'lv' ? 'en' : 'lv'}`,
  csrf: 'example',
  account: { name: 'Ilze Paraudziņa', href: '#account', detail: lang === 'lv' ? 'Ogres novads' : 'Ogre municipality', signOutHref: '#sign-out' },
  signInHref: '#sign-in',
  session: null,
  navigation: [
    {
      title: { lv: 'Reģistri', en: 'Registers' },
      items: [
        { href: '#territories', text: { lv: 'Teritorijas', en: 'Territories' } },
        { href: '#institutions', text: { lv: 'Iestādes', en: 'Institutions' }, current: true },
        { href: '#persons', text: { lv: 'Personas', en: 'Persons' } },
      ],
    },
    {
      title: { lv: 'Mans darbs', en: 'My work' },
      items: [
        { href: '#requests', text: { lv: 'Pieteikumi', en: 'Requests' } },
        { href: '#reports', text: { lv: 'Pārskati', en: 'Reports' } },
      ],
    },
  ],
  allRooms: { href: '#', count: 23, current: false },
  environment: [
    { lv: 'Demonstrācijas dati: visas personas ir izdomātas.', en: 'Demonstration data: all persons are made up.' },
    { lv: 'Pulkstenis rāda 30.06.2021.', en: 'The clock shows 30.06.2021.' },
  ],
  notice: { lv: 'Iestādes ziņas ir saglabātas.', en: 'The institution has been saved.' },
  footer: {
    version: '0.1.0',
    dataMoment: new Date('2021-06-30T18:00:00Z'),
    links: [
      { href: '#accessibility', text: { lv: 'Piekļūstamības paziņojums', en: 'Accessibility statement' } },
      { href: '#api', text: { lv: 'API', en: 'API' } },
      { href: '#status', text: { lv: 'Darbības stāvoklis', en: 'Status' } },
      { href: '#source', text: { lv: 'Pirmkods un licence (EUPL-1.2)', en: 'Source and licence (EUPL-1.2)' } },
    ],
  },
});

const TITLE = { lv: 'Dizaina sistēma', en: 'Design system' };
const LEAD = { lv: 'Visas daļas, no kurām veidotas Vienkopus lapas, ar izdomātiem datiem.', en: 'All the parts that the pages of Vienkopus are made of, with made-up data.' };
