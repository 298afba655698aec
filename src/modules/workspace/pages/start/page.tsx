import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Announcement as Announced } from '#platform/announcements/announcements.js';
import { CardGrid } from '#ui/card-grid.js';
import type { FirstStep } from '#platform/actions/first-step.js';
import { hrefOfRoom } from '#platform/actions/room.js';
import type { ToldAtStart } from '#platform/actions/start-notice.js';
import { EmptyState } from '#ui/empty-state.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { type Stat, StatTiles } from '#ui/stat-tiles.js';
import type { View } from '#web/view.js';
import type { Told } from '../../domain/told.js';
import type { ShownReform } from '../../actions/show-reform.js';
import { Announcement } from '../announcements/announcement.js';
import { ReformShown } from './reform-shown.js';

interface Mine {
  readonly unread: number;
  /** What waits and nothing else, the most urgent first. */
  readonly work: readonly { readonly href: string; readonly title: Text; readonly count: number; readonly due: IsoDate | null }[];
  /** What has happened to them and is not put right yet. */
  readonly told: readonly ToldAtStart[];
  /** They hold some right; who holds none comes for what is about themselves. */
  readonly works: boolean;
}

interface Start {
  readonly announcements: readonly Told<Announced>[];
  /** Where to begin, the most useful first. */
  readonly steps: readonly FirstStep[];
  readonly mine: Mine | null;
  readonly shown: ShownReform | null;
}

/** Where everyone arrives: their work if they have some, then the way into the registers, then what is new. */
export const StartPage = ({ view, start: { announcements, steps, mine, shown } }: { view: View; start: Start }): VNode => (
  <Page {...view.frame} title={view.t(titleOf(mine))} {...(shown && { width: 'work' as const, islands: ['day-travel' as const] })}>
    <h1>{view.t(titleOf(mine))}</h1>
    <Lead>{view.t(mine && !mine.works ? WORDS.ownLead : WORDS.lead)}</Lead>
    {announcements.filter(isOutage).map((one) => (
      <Announcement key={one.id} view={view} one={one} />
    ))}
    {mine?.told.map(({ key, title, text, todo }) => (
      <Notice key={key} lang={view.lang} tone="warning" title={title}>
        <p>{view.t(text)}</p>
        <p>
          <a href={todo.href}>{view.t(todo.text)}</a>
        </p>
      </Notice>
    ))}
    {mine && <MyWork view={view} mine={mine} />}
    {shown && <ReformShown view={view} shown={shown} />}
    {steps.length > 0 && (
      <section>
        <h2>{view.t(mine && !mine.works ? WORDS.own : WORDS.first)}</h2>
        <CardGrid lang={view.lang} cards={steps.map((step) => ({ ...step, href: hrefOfRoom(step, view.lang) }))} />
      </section>
    )}
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

function MyWork({ view: { lang, t, today }, mine: { unread, work, works } }: { view: View; mine: Mine }): VNode | null {
  const tiles: Stat[] = work.map(({ href, title, count, due }) => ({ value: number(count, lang), label: title, href, detail: due ? fill(due < today ? WORDS.overdue : WORDS.due, { day: readableDay(due) }) : undefined }));
  if (unread > 0) tiles.push({ value: number(unread, lang), label: WORDS.unread, href: '/my/notices' });
  if (!works && tiles.length === 0) return null;
  return (
    <section>
      <h2>{t(works ? WORDS.work : WORDS.waits)}</h2>
      {tiles.length > 0 ? (
        <StatTiles lang={lang} tiles={tiles} />
      ) : (
        <EmptyState lang={lang} title={WORDS.done} />
      )}
    </section>
  );
}

/** Whoever does no work here comes for what is about themselves. */
const titleOf = (mine: Mine | null): Text => (mine && !mine.works ? WORDS.ownTitle : WORDS.title);

const isOutage = (one: Announced) => one.kind === 'outage';

const WORDS = {
  title: { lv: 'Valsts un pašvaldību reģistri vienkopus', en: 'State and municipal registers in one place' },
  lead: {
    lv: 'Teritorijas, iestādes, personas un tiesības – jebkurā dienā un jebkurā teritoriālajā dalījumā.',
    en: 'Territories, institutions, people and rights: on any day and in any territorial division.',
  },
  ownTitle: { lv: 'Jūsu dati un dokumenti', en: 'Your data and documents' },
  ownLead: { lv: 'Ko par jums zina skola un valsts reģistri, un kas to ir skatījies.', en: 'What the school and registers of the state know of you, and who looked at it.' },
  own: { lv: 'Ko šeit varat darīt', en: 'What you can do here' },
  waits: { lv: 'Jūs gaida', en: 'Waiting for you' },
  work: { lv: 'Mans darbs', en: 'My work' },
  due: { lv: 'līdz {day}', en: 'by {day}' },
  overdue: { lv: 'termiņš bija {day}', en: 'was due {day}' },
  done: { lv: 'Termiņu un lūgumu, kas jūs gaidītu, pašlaik nav.', en: 'No deadline and no request waits for you now.' },
  unread: { lv: 'Neizlasīti paziņojumi', en: 'Unread notices' },
  first: { lv: 'Ar ko sākt', en: 'Where to begin' },
  news: { lv: 'Jaunumi', en: 'What is new' },
  all: { lv: 'Visi jaunumi', en: 'All announcements' },
} as const satisfies Record<string, Text>;
