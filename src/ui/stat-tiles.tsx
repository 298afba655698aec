import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from './words.js';

export interface Stat {
  /** The number as people read it. */
  readonly value: string;
  readonly label: Words;
  readonly href?: string | undefined;
  readonly detail?: Words | undefined;
}

/** A few numbers that say how things stand. */
export const StatTiles = ({ lang, tiles }: { lang: Lang; tiles: readonly Stat[] }): VNode => (
  <dl class="stats">
    {tiles.map(({ value, label, href, detail }, index) => (
      <div key={index} class="stat">
        <dt>{href === undefined ? wordsIn(lang, label) : <a href={href}>{wordsIn(lang, label)}</a>}</dt>
        <dd class="stat-value">{value}</dd>
        {detail !== undefined && <dd class="hint">{wordsIn(lang, detail)}</dd>}
      </div>
    ))}
  </dl>
);
