import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Link, type Words, wordsIn } from './words.js';

export interface SummaryItem {
  readonly key: Words;
  readonly value: Children;
  /** What can be done about it; `about` completes a bare "Change" for those who only hear it. */
  readonly action?: (Link & { readonly about?: Words | undefined }) | undefined;
}

/** The facts about one thing, each with its name. */
export const SummaryList = ({ lang, items }: { lang: Lang; items: readonly SummaryItem[] }): VNode => (
  <dl class="summary">
    {items.map(({ key, value, action }, index) => (
      <div key={index} class="summary-row">
        <dt>{wordsIn(lang, key)}</dt>
        <dd>{value}</dd>
        {action && (
          <dd class="summary-action">
            <a href={action.href}>
              {wordsIn(lang, action.text)}
              {action.about !== undefined && <span class="visually-hidden">{` ${wordsIn(lang, action.about)}`}</span>}
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
