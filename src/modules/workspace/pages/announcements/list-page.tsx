import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import type { Announcement as Announced } from '#platform/announcements/announcements.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Page } from '#ui/page.js';
import { Paragraphs } from '#ui/paragraphs.js';
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
          { key: 'body', header: WORDS.body, cell: (one) => <Paragraphs text={lang === 'lv' ? one.bodyLv : one.bodyEn} /> },
          { key: 'about', header: WORDS.about, cell: (one) => t(one.about ?? (one.module === null ? WORDS.wholeProgram : WORDS.formerPart)) },
          { key: 'shown', header: WORDS.shown, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
          ...(mayPublish ? [{ key: 'change', header: WORDS.action, cell: (one: Announced) => <Change view={view} one={one} /> }] : []),
        ]}
      />
      <Older view={view} by="before" next={next} />
    </Page>
  );
}

function Kind({ view, one }: { view: View; one: Announced }): VNode {
  if (one.withdrawnAt) return <StatusTag tone="ended">{view.t(one.replaced ? WORDS.corrected : WORDS.withdrawn)}</StatusTag>;
  return <StatusTag tone={one.kind === 'outage' ? 'warning' : 'info'}>{view.t(KINDS[one.kind])}</StatusTag>;
}

const Change = ({ view, one }: { view: View; one: Announced }): VNode | null =>
  one.withdrawnAt ? null : (
    <ButtonRow>
      <a href={`/announcements/${one.id}/correct`}>{view.t(WORDS.correct)}</a>
      <PostButton action={`/announcements/${one.id}/withdraw`} csrf={view.csrf} variant="quiet">
        {view.t(WORDS.withdraw)}
      </PostButton>
    </ButtonRow>
  );

const WORDS = {
  title: { lv: 'Jaunumi', en: 'Announcements' },
  write: { lv: 'Jauns ieraksts', en: 'New announcement' },
  none: { lv: 'Nekas vēl nav publicēts', en: 'Nothing has been announced yet' },
  kind: { lv: 'Veids', en: 'Kind' },
  words: { lv: 'Virsraksts', en: 'Title' },
  body: { lv: 'Teksts', en: 'Text' },
  about: { lv: 'Uz ko attiecas', en: 'What it is about' },
  wholeProgram: { lv: 'Visa programma', en: 'The whole program' },
  formerPart: { lv: 'Daļa, kuras vairs nav', en: 'A part that is no more' },
  shown: { lv: 'Redzams', en: 'Shown' },
  action: { lv: 'Darbība', en: 'Action' },
  correct: { lv: 'Labot', en: 'Correct' },
  withdraw: { lv: 'Atsaukt', en: 'Withdraw' },
  corrected: { lv: 'labots', en: 'corrected' },
  withdrawn: { lv: 'atsaukts', en: 'withdrawn' },
} as const satisfies Record<string, Text>;
