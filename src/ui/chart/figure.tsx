import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { Details } from '../details.js';
import { type Children, type Words, wordsIn } from '../words.js';

export interface FigureProps {
  readonly lang: Lang;
  readonly title: Words;
  /** The same facts as a list or a table. */
  readonly asText?: Children;
  readonly children: Children;
}

/** A picture with its title and, folded away below it, the same facts in words. */
export const Figure = ({ lang, title, asText, children }: FigureProps): VNode => (
  <figure class="chart">
    <figcaption>{wordsIn(lang, title)}</figcaption>
    {children}
    {asText !== undefined && <Details summary={AS_TEXT[lang]}>{asText}</Details>}
  </figure>
);

const AS_TEXT = { lv: 'Tas pats tekstā', en: 'The same as text' };
