import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { Announcement as Announced } from '#platform/announcements/announcements.js';
import { CardGrid } from '#ui/card-grid.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import type { View } from '#web/view.js';
import type { Told } from '../../domain/told.js';
import { FIRST_STEPS } from '../../domain/first-steps.js';
import { Announcement } from '../announcements/announcement.js';

interface Start {
  readonly announcements: readonly Told<Announced>[];
  readonly mine: { readonly unread: number; readonly work: readonly { href: string; title: Text; count: number }[] } | null;
}

/** Where everyone arrives: their work if they have some, then the way into the registers, then what is new. */
export const StartPage = ({ view, start: { announcements, mine } }: { view: View; start: Start }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)}>
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    {announcements.filter(isOutage).map((one) => (
      <Announcement key={one.id} view={view} one={one} />
    ))}
    {mine && (
      <section>
        <h2>{view.t(WORDS.work)}</h2>
        <StatTiles
          lang={view.lang}
          tiles={[
            { value: number(mine.unread, view.lang), label: WORDS.unread, href: '/my/notices' },
            ...mine.work.map(({ href, title, count }) => ({ value: number(count, view.lang), label: title, href })),
          ]}
        />
      </section>
    )}
    <section>
      <h2>{view.t(WORDS.first)}</h2>
      <CardGrid lang={view.lang} cards={FIRST_STEPS} />
    </section>
    {announcements.length > 0 && (
      <section>
        <h2>{view.t(WORDS.news)}</h2>
        {announcements.filter((one) => !isOutage(one)).map((one) => (
          <Announcement key={one.id} view={view} one={one} />
        ))}
        <p>
          <a href="/announcements">{view.t(WORDS.all)}</a>
        </p>
      </section>
    )}
  </Page>
);

const isOutage = (one: Announced) => one.kind === 'outage';

const WORDS = {
  title: { lv: 'Valsts un pašvaldību reģistri vienkopus', en: 'State and municipal registers in one place' },
  lead: {
    lv: 'Teritorijas, iestādes, personas un tiesības – jebkurā dienā un jebkurā teritoriālajā dalījumā.',
    en: 'Territories, institutions, people and rights: on any day and in any territorial division.',
  },
  work: { lv: 'Mans darbs', en: 'My work' },
  unread: { lv: 'Neizlasīti paziņojumi', en: 'Unread notices' },
  first: { lv: 'Ar ko sākt', en: 'Where to begin' },
  news: { lv: 'Jaunumi', en: 'What is new' },
  all: { lv: 'Visi jaunumi', en: 'All announcements' },
} as const satisfies Record<string, Text>;
