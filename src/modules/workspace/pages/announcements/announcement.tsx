import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Announcement as Announced, AnnouncementKind } from '#platform/announcements/announcements.js';
import { Notice } from '#ui/notice.js';
import { Paragraphs } from '#ui/paragraphs.js';
import type { View } from '#web/view.js';
import type { Told } from '../../domain/told.js';

export const KINDS: Readonly<Record<AnnouncementKind, Text>> = {
  news: { lv: 'Jaunums', en: 'News' },
  fixed: { lv: 'Novērsta kļūda', en: 'Fixed' },
  outage: { lv: 'Plānots pārtraukums', en: 'Planned outage' },
};

const TONES = { news: 'info', fixed: 'success', outage: 'warning' } as const;

/** One announcement as everybody sees it. */
export const Announcement = ({ view, one }: { view: View; one: Told<Announced> }): VNode => (
  <Notice lang={view.lang} tone={TONES[one.kind]} title={view.lang === 'lv' ? one.titleLv : one.titleEn}>
    <Paragraphs text={view.lang === 'lv' ? one.bodyLv : one.bodyEn} />
    <p class="hint">{[KINDS[one.kind], ...(one.about ? [one.about] : [])].map(view.t).join(' · ')} · {readableDay(one.validFrom)}</p>
  </Notice>
);
