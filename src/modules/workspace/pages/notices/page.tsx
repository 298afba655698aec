import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { InboxNotice } from '#platform/notices/inbox.js';
import { EmptyState } from '#ui/empty-state.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import type { PageOf } from '../../domain/page-of.js';
import { Older } from '../older.js';

/** A user's inbox. */
export const NoticesPage = ({ view, notices: { rows, next } }: { view: View; notices: PageOf<InboxNotice> }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)}>
    <h1>{view.t(WORDS.title)}</h1>
    {rows.some((one) => !one.readAt) && (
      <PostButton action="/my/notices/read" csrf={view.csrf}>
        {view.t(WORDS.markAll)}
      </PostButton>
    )}
    {rows.length === 0 && <EmptyState lang={view.lang} title={WORDS.none} hint={WORDS.noneHint} />}
    {rows.map((one) => (
      <OneNotice key={one.id} view={view} one={one} />
    ))}
    <Older view={view} by="before" next={next} />
  </Page>
);

const OneNotice = ({ view: { lang, t, csrf }, one }: { view: View; one: InboxNotice }): VNode => (
  <article>
    <h2>
      {lang === 'lv' ? one.subjectLv : one.subjectEn} {!one.readAt && <StatusTag tone="info">{t(WORDS.unread)}</StatusTag>}
    </h2>
    <p>{lang === 'lv' ? one.bodyLv : one.bodyEn}</p>
    <p class="hint">
      {instant(one.toldAt)}
      {one.mailState && ` · ${t(MAIL[one.mailState])}`}
    </p>
    <ButtonRow>
      {one.link && (
        <ButtonLink href={one.link} variant="secondary">
          {t(WORDS.open)}
        </ButtonLink>
      )}
      {!one.readAt && (
        <PostButton action="/my/notices/read" csrf={csrf} hidden={{ id: one.id }} variant="quiet">
          {t(WORDS.markOne)}
        </PostButton>
      )}
    </ButtonRow>
  </article>
);

const WORDS = {
  title: { lv: 'Mani paziņojumi', en: 'My notices' },
  unread: { lv: 'neizlasīts', en: 'unread' },
  markAll: { lv: 'Atzīmēt visus kā izlasītus', en: 'Mark all as read' },
  markOne: { lv: 'Atzīmēt kā izlasītu', en: 'Mark as read' },
  open: { lv: 'Atvērt', en: 'Open' },
  none: { lv: 'Paziņojumu nav', en: 'There are no notices' },
  noneHint: { lv: 'Šeit redzēsiet, ja mainīsies jūsu tiesības vai kāds no jums kaut ko gaidīs.', en: 'You will see here when your rights change, or somebody waits for you.' },
} as const satisfies Record<string, Text>;

const MAIL: Readonly<Record<NonNullable<InboxNotice['mailState']>, Text>> = {
  queued: { lv: 'e-pasts vēl nav nosūtīts', en: 'mail is on its way' },
  sent: { lv: 'nosūtīts arī e-pastā', en: 'also sent by mail' },
  failed: { lv: 'e-pastu neizdevās nosūtīt: pārbaudiet savu adresi', en: 'mail could not be sent: check your address' },
  kept: { lv: 'e-pasts netiek sūtīts (nav pasta servera)', en: 'mail is not sent (no mail server)' },
};
