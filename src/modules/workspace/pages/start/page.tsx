import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Announcement as Announced } from '#platform/announcements/announcements.js';
import { CardGrid } from '#ui/card-grid.js';
import { EmptyState } from '#ui/empty-state.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { type Stat, StatTiles } from '#ui/stat-tiles.js';
import type { View } from '#web/view.js';
import type { Told } from '../../domain/told.js';
import { ASK_FOR_RIGHTS, FIRST_STEPS, FURTHER_STEPS } from '../../domain/first-steps.js';
import type { ShownReform } from '../../actions/show-reform.js';
import { Announcement } from '../announcements/announcement.js';
import { ReformShown } from './reform-shown.js';

interface Mine {
  readonly unread: number;
  /** What waits and nothing else, the most urgent first. */
  readonly work: readonly { readonly href: string; readonly title: Text; readonly count: number; readonly due: IsoDate | null }[];
  /** The rooms that are needed most often. */
  readonly rooms: readonly { readonly href: string; readonly text: Text }[];
  /** They may nothing at work today, and nothing that they would do for it waits, such as a course. */
  readonly seeksRights: boolean;
}

interface Start {
  readonly announcements: readonly Told<Announced>[];
  readonly mine: Mine | null;
  readonly shown: ShownReform | null;
}

/** Where everyone arrives: their work if they have some, then the way into the registers, then what is new. */
export const StartPage = ({ view, start: { announcements, mine, shown } }: { view: View; start: Start }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)} {...(shown && { width: 'work' as const, islands: ['day-travel' as const] })}>
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    {announcements.filter(isOutage).map((one) => (
      <Announcement key={one.id} view={view} one={one} />
    ))}
    {mine && <MyWork view={view} mine={mine} />}
    {shown && <ReformShown view={view} shown={shown} />}
    <section>
      <h2>{view.t(WORDS.first)}</h2>
      <CardGrid lang={view.lang} cards={shown ? FURTHER_STEPS : mine?.seeksRights ? [ASK_FOR_RIGHTS, ...FIRST_STEPS] : FIRST_STEPS} />
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

function MyWork({ view: { lang, t, today }, mine: { unread, work, rooms } }: { view: View; mine: Mine }): VNode {
  const tiles: Stat[] = work.map(({ href, title, count, due }) => ({ value: number(count, lang), label: title, href, detail: due ? fill(due < today ? WORDS.overdue : WORDS.due, { day: readableDay(due) }) : undefined }));
  if (unread > 0) tiles.push({ value: number(unread, lang), label: WORDS.unread, href: '/my/notices' });
  return (
    <section>
      <h2>{t(WORDS.work)}</h2>
      {tiles.length > 0 ? (
        <StatTiles lang={lang} tiles={tiles} />
      ) : (
        <EmptyState lang={lang} title={WORDS.done} hint={WORDS.doneHint}>
          <ul class="rooms">
            {rooms.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{t(text)}</a>
              </li>
            ))}
          </ul>
        </EmptyState>
      )}
    </section>
  );
}

const isOutage = (one: Announced) => one.kind === 'outage';

const WORDS = {
  title: { lv: 'Valsts un pašvaldību reģistri vienkopus', en: 'State and municipal registers in one place' },
  lead: {
    lv: 'Teritorijas, iestādes, personas un tiesības – jebkurā dienā un jebkurā teritoriālajā dalījumā.',
    en: 'Territories, institutions, people and rights: on any day and in any territorial division.',
  },
  work: { lv: 'Mans darbs', en: 'My work' },
  due: { lv: 'līdz {day}', en: 'by {day}' },
  overdue: { lv: 'termiņš bija {day}', en: 'was due {day}' },
  done: { lv: 'Termiņu un lūgumu, kas jūs gaidītu, pašlaik nav.', en: 'No deadline and no request waits for you now.' },
  doneHint: { lv: 'Biežāk vajadzīgās sadaļas:', en: 'What you need most often:' },
  unread: { lv: 'Neizlasīti paziņojumi', en: 'Unread notices' },
  first: { lv: 'Ar ko sākt', en: 'Where to begin' },
  news: { lv: 'Jaunumi', en: 'What is new' },
  all: { lv: 'Visi jaunumi', en: 'All announcements' },
} as const satisfies Record<string, Text>;
