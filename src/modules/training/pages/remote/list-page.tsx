import type { VNode } from 'preact';
import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { OwnParticipationRow } from '../../actions/my-training.js';
import type { RemoteDetails, RemoteList, RemoteRow } from '../../actions/remote-courses.js';
import { organiseCourses } from '../../permissions.js';
import { CANCELLED } from '../../texts.js';
import { mayGiveUp, type Seat, seatOf } from '../own-seat.js';
import { titleOf, WORDS } from '../words.js';

export function RemoteListPage({ view, list }: { view: View; list: RemoteList }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.remote)} width="work" breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: WORDS.remote }]}>
      <h1>{t(WORDS.remote)}</h1>
      {!isNowhere(scopeOf(view.actor, organiseCourses)) && (
        <ButtonRow>
          <ButtonLink href="/training/remote/new">{t(NEW)}</ButtonLink>
        </ButtonRow>
      )}
      <Tabs
        lang={lang}
        label={WORDS.remote}
        items={[
          { href: '/training/remote', text: COMING, current: !list.past },
          { href: '/training/remote?past=yes', text: PAST, current: list.past },
        ]}
      />
      <DataTable
        lang={lang}
        caption={WORDS.remote}
        captionHidden
        rows={list.courses}
        rowKey={(course) => course.id}
        empty={{ title: list.past ? NO_PAST : NO_COMING }}
        paging={pagingByKey(view, { shown: list.courses.length, next: list.next })}
        columns={[
          { key: 'title', header: WORDS.course, rowHeader: true, cell: (course) => <a href={`/training/remote/${course.id}`}>{t(titleOf(course))}</a> },
          { key: 'when', header: WORDS.when, cell: (course) => whenOf(course) },
          { key: 'organiser', header: ORGANISER, cell: (course) => course.organiser ?? t(THE_STATE) },
          { key: 'seats', header: WORDS.seats, cell: (course) => <SeatState view={view} remote={course} /> },
          { key: 'until', header: APPLY_UNTIL, cell: (course) => readableDay(course.applyUntil) },
        ]}
      />
    </Page>
  );
}

function SeatState({ view: { t }, remote }: { view: View; remote: RemoteRow }): VNode {
  if (remote.cancelled) return <StatusTag tone="danger">{t(CALLED_OFF)}</StatusTag>;
  const free = remote.seats - remote.confirmed;
  if (free > 0) return <StatusTag tone="success">{t(fill(FREE, { free, seats: remote.seats }))}</StatusTag>;
  return <StatusTag tone="warning">{t(fill(FULL, { waiting: remote.waiting }))}</StatusTag>;
}

/** From when to when, naming the day once where it is one. */
export function whenOf({ startsAt, endsAt }: RemoteRow): string {
  const [from, to] = [instant(startsAt), instant(endsAt)];
  return dayInRiga(startsAt) === dayInRiga(endsAt) ? `${from}–${to.slice(-5)}` : `${from} – ${to}`;
}

/** Where a page about one remote course stands. */
export const crumbsOf = (remote: RemoteRow, last: Text) => [{ text: WORDS.remote, href: '/training/remote' }, { text: titleOf(remote), href: `/training/remote/${remote.id}` }, { text: last }];

export function RemotePage({ view, details: { remote, organises, delegates, own } }: { view: View; details: RemoteDetails }): VNode {
  const { lang, t } = view;
  const title = titleOf(remote);
  const about = lang === 'en' && remote.aboutEn ? remote.aboutEn : remote.aboutLv;
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: WORDS.training, href: '/training' }, { text: WORDS.remote, href: '/training/remote' }, { text: title }]}>
      <h1>{t(title)}</h1>
      {remote.cancelled && <Notice lang={lang} tone="danger" title={CANCELLED}>{remote.cancelledWhy && <p>{t(fill(WHY, { why: remote.cancelledWhy }))}</p>}</Notice>}
      {own && !remote.cancelled && <OwnSeat view={view} own={own} />}
      {about && <p lang={lang === 'en' && !remote.aboutEn ? 'lv' : undefined}>{about}</p>}
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.when, value: whenOf(remote) },
          { key: ONLINE, value: /^https:\/\/[^\s/]+\S*$/.test(remote.venue) ? <a href={remote.venue} rel="noreferrer">{remote.venue}</a> : remote.venue },
          { key: ORGANISER, value: remote.organiser ?? t(THE_STATE) },
          { key: WORDS.seats, value: <SeatState view={view} remote={remote} /> },
          { key: APPLY_UNTIL, value: readableDay(remote.applyUntil) },
          ...(remote.courseId ? [{ key: COUNTS_AS, value: <a href={`/training/courses/${remote.courseId}`}>{t(LINKED_COURSE)}</a> }] : []),
        ]}
      />
      <ButtonRow>
        {delegates && <ButtonLink href={`/training/remote/${remote.id}/delegate`}>{t(DELEGATE)}</ButtonLink>}
        {organises && (
          <ButtonLink href={`/training/remote/${remote.id}/participants`} variant="secondary">
            {t(PARTICIPANTS)}
          </ButtonLink>
        )}
        {organises && !remote.cancelled && (
          <ButtonLink href={`/training/remote/${remote.id}/edit`} variant="secondary">
            {t(EDIT)}
          </ButtonLink>
        )}
        {organises && !remote.cancelled && (
          <ButtonLink href={`/training/remote/${remote.id}/cancel`} variant="danger">
            {t(CANCEL)}
          </ButtonLink>
        )}
      </ButtonRow>
      {!delegates && !organises && !own && !remote.cancelled && <p>{t(HOW_TO_COME)}</p>}
    </Page>
  );
}

/** How the reader stands with it, and the way out while it has not begun. */
function OwnSeat({ view: { lang, t }, own }: { view: View; own: OwnParticipationRow }): VNode {
  const state = seatOf(own);
  return (
    <Notice lang={lang} tone={state === 'confirmed' || state === 'came' ? 'success' : 'warning'} title={OWN_SEATS[state]}>
      {mayGiveUp(own) && (
        <p>
          <a href={`/training/participations/${own.id}/withdraw`}>{t(GIVE_UP)}</a>
        </p>
      )}
    </Notice>
  );
}

const OWN_SEATS: Readonly<Record<Seat, Text>> = {
  cancelled: { lv: 'Mācības ir atceltas.', en: 'The course has been cancelled.' },
  came: { lv: 'Jūs piedalījāties.', en: 'You were present.' },
  missed: { lv: 'Jūs nepiedalījāties.', en: 'You were not present.' },
  confirmed: { lv: 'Jums ir vieta.', en: 'You have a seat.' },
  waiting: { lv: 'Jūs gaidāt vietu. Kad tā atbrīvosies, saņemsiet paziņojumu.', en: 'You wait for a seat. You will be told when one becomes free.' },
  none: { lv: 'Jums vietas nepietika.', en: 'You got no seat.' },
};
const GIVE_UP: Text = { lv: 'Atteikties no mācībām', en: 'Give up the course' };
export const WHY: Text = { lv: 'Iemesls: {why}', en: 'Reason: {why}' };
export const NEW: Text = { lv: 'Jaunas mācības', en: 'New course' };
export const PARTICIPANTS: Text = { lv: 'Dalībnieki', en: 'Participants' };
export const DELEGATE: Text = { lv: 'Deleģēt dalībnieku', en: 'Send a participant' };
export const APPLY_UNTIL: Text = { lv: 'Deleģēšana līdz (ieskaitot)', en: 'Participants sent until (included)' };
export const ORGANISER: Text = { lv: 'Rīkotājs', en: 'Organiser' };
export const EDIT: Text = { lv: 'Labot', en: 'Change' };
export const THE_STATE: Text = { lv: 'Valsts', en: 'The State' };
export const ONLINE: Text = { lv: 'Tiešsaistes adrese', en: 'Online address' };
const COMING: Text = { lv: 'Gaidāmās', en: 'To come' };
const PAST: Text = { lv: 'Notikušās', en: 'Past' };
const NO_COMING: Text = { lv: 'Pagaidām nekas nav izsludināts.', en: 'Nothing is announced at present.' };
const NO_PAST: Text = { lv: 'Vēl nekas nav noticis.', en: 'Nothing has taken place yet.' };
export const CALLED_OFF: Text = { lv: 'atceltas', en: 'cancelled' };
export const NO_SEAT: Text = { lv: 'vietas nepietika', en: 'got no seat' };
const FREE: Text = { lv: 'brīvas {free} no {seats}', en: '{free} of {seats} free' };
const FULL: Text = { lv: 'visas aizņemtas, gaida {waiting}', en: 'all taken, {waiting} waiting' };
const COUNTS_AS: Text = { lv: 'Ieskaita kā kursu', en: 'Counts as a course' };
const LINKED_COURSE: Text = { lv: 'Skatīt kursu', en: 'See the course' };
export const CANCEL: Text = { lv: 'Atcelt mācības', en: 'Cancel the course' };
const HOW_TO_COME: Text = { lv: 'Dalībniekus deleģē iestādes vai pašvaldības lietotāju administrators.', en: 'Participants are sent by the user administrator of the institution or municipality.' };
