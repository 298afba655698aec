import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import type { Announcement as Announced } from '#platform/announcements/announcements.js';
import { ButtonLink } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { PageOf } from '../../domain/page-of.js';
import type { Told } from '../../domain/told.js';
import { publishAnnouncements } from '../../permissions.js';
import { Older } from '../older.js';
import { KINDS } from './announcement.js';

/** Everything that was announced; those who publish can also take back. */
export function AnnouncementsPage({ view, found: { rows, next } }: { view: View; found: PageOf<Told<Announced>> }): VNode {
  const { lang, t } = view;
  const mayPublish = !isNowhere(scopeOf(view.actor, publishAnnouncements));
  return (
    <Page {...view.frame} title={t(WORDS.title)} width="work">
      <h1>{t(WORDS.title)}</h1>
      {mayPublish && <ButtonLink href="/announcements/new">{t(WORDS.write)}</ButtonLink>}
      <DataTable
        lang={lang}
        caption={WORDS.title}
        captionHidden
        rows={rows}
        rowKey={(one) => one.id}
        empty={{ title: WORDS.none }}
        columns={[
          { key: 'kind', header: WORDS.kind, cell: (one) => <Kind view={view} one={one} /> },
          { key: 'title', header: WORDS.words, rowHeader: true, cell: (one) => (lang === 'lv' ? one.titleLv : one.titleEn) },
          { key: 'body', header: WORDS.body, cell: (one) => (lang === 'lv' ? one.bodyLv : one.bodyEn) },
          { key: 'about', header: WORDS.about, cell: (one) => (one.about ? t(one.about) : '') },
          { key: 'shown', header: WORDS.shown, cell: shownDays },
          ...(mayPublish ? [{ key: 'withdraw', header: WORDS.action, cell: (one: Announced) => <Withdraw view={view} one={one} /> }] : []),
        ]}
      />
      <Older view={view} by="before" next={next} />
    </Page>
  );
}

const Kind = ({ view, one }: { view: View; one: Announced }): VNode =>
  one.withdrawnAt ? <StatusTag tone="ended">{view.t(WORDS.withdrawn)}</StatusTag> : <StatusTag tone={one.kind === 'outage' ? 'warning' : 'info'}>{view.t(KINDS[one.kind])}</StatusTag>;

const Withdraw = ({ view, one }: { view: View; one: Announced }): VNode | null =>
  one.withdrawnAt ? null : (
    <PostButton action={`/announcements/${one.id}/withdraw`} csrf={view.csrf} variant="quiet">
      {view.t(WORDS.withdraw)}
    </PostButton>
  );

const shownDays = (one: Announced) => `${readableDay(one.validFrom)} –${one.validTo ? ` ${readableDay(addDays(one.validTo, -1))}` : ''}`;

const WORDS = {
  title: { lv: 'Jaunumi', en: 'Announcements' },
  write: { lv: 'Jauns ieraksts', en: 'New announcement' },
  none: { lv: 'Nekas vēl nav publicēts', en: 'Nothing has been announced yet' },
  kind: { lv: 'Veids', en: 'Kind' },
  words: { lv: 'Virsraksts', en: 'Title' },
  body: { lv: 'Teksts', en: 'Text' },
  about: { lv: 'Uz ko attiecas', en: 'What it is about' },
  shown: { lv: 'Redzams', en: 'Shown' },
  action: { lv: 'Darbība', en: 'Action' },
  withdraw: { lv: 'Atsaukt', en: 'Withdraw' },
  withdrawn: { lv: 'atsaukts', en: 'withdrawn' },
} as const satisfies Record<string, Text>;
