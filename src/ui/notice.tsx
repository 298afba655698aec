import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from './words.js';

export interface NoticeProps {
  readonly lang: Lang;
  readonly tone?: 'info' | 'success' | 'warning' | 'danger' | undefined;
  readonly title?: Words | undefined;
  /** Read out when the page opens. */
  readonly announced?: boolean | undefined;
  readonly children?: Children;
}

/** Something to know before going on. */
export const Notice = ({ lang, tone = 'info', title, announced = false, children }: NoticeProps): VNode => (
  <div class={`notice notice-${tone}`} role={announced ? 'status' : undefined}>
    <span class="visually-hidden">{`${KIND[tone][lang]}: `}</span>
    {title !== undefined && <p class="notice-title">{wordsIn(lang, title)}</p>}
    {children}
  </div>
);

const KIND = {
  info: { lv: 'Ziņai', en: 'Note' },
  success: { lv: 'Izdevās', en: 'Done' },
  warning: { lv: 'Uzmanību', en: 'Warning' },
  danger: { lv: 'Svarīgi', en: 'Important' },
};
