import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { number } from './format.js';
import { type Link, type Words, wordsIn } from './words.js';

export interface Tab extends Link {
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

/** Sides of one thing, each a page of its own. */
export const Tabs = ({ lang, label, items }: { lang: Lang; label: Words; items: readonly Tab[] }): VNode => (
  <nav class="tabs" aria-label={wordsIn(lang, label)}>
    <ul>
      {items.map(({ href, text, current, count }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {wordsIn(lang, text)}
            {count !== undefined && <span class="tab-count">{` (${number(count, lang)})`}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
