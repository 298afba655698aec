import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from './words.js';

export interface Card {
  readonly href: string;
  readonly title: Words;
  readonly text?: Words | undefined;
  readonly detail?: Children;
}

/** Ways on from a start page. */
export const CardGrid = ({ lang, cards }: { lang: Lang; cards: readonly Card[] }): VNode => (
  <ul class="cards">
    {cards.map(({ href, title, text, detail }) => (
      <li key={href} class="card">
        <a class="card-title" href={href}>
          {wordsIn(lang, title)}
        </a>
        {text !== undefined && <p>{wordsIn(lang, text)}</p>}
        {detail}
      </li>
    ))}
  </ul>
);
