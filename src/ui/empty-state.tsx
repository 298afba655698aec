import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from './words.js';

/** Nothing to show: says so, and what to do next. */
export const EmptyState = ({ lang, title, hint, children }: { lang: Lang; title: Words; hint?: Words | undefined; children?: Children }): VNode => (
  <div class="empty">
    <p class="empty-title">{wordsIn(lang, title)}</p>
    {hint !== undefined && <p>{wordsIn(lang, hint)}</p>}
    {children}
  </div>
);
