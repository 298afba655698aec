import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import type { Tone } from './tone.js';

/** What each colour of a picture means. */
export const Legend = ({ lang, items }: { lang: Lang; items: readonly { readonly tone: Tone; readonly label: Words }[] }): VNode => (
  <ul class="legend">
    {items.map(({ tone, label }) => (
      <li key={tone}>
        <svg width="14" height="14" aria-hidden="true">
          <rect class={`tone ${tone}`} width="14" height="14" />
        </svg>
        {wordsIn(lang, label)}
      </li>
    ))}
  </ul>
);
