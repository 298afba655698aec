import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';

/** A step on the way here; the last one, this page, has no address. */
export interface Crumb {
  readonly text: Words;
  readonly href?: string | undefined;
}

/** The way from the start page to this one. */
export const Breadcrumbs = ({ lang, crumbs }: { lang: Lang; crumbs: readonly Crumb[] }): VNode | null =>
  crumbs.length === 0 ? null : (
    <nav class="breadcrumbs" aria-label={LABEL[lang]}>
      <ol>
        <li>
          <a href="/">{START[lang]}</a>
        </li>
        {crumbs.map(({ text, href }) => (
          <li key={href}>
            {href === undefined ? <span aria-current="page">{wordsIn(lang, text)}</span> : <a href={href}>{wordsIn(lang, text)}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );

const LABEL = { lv: 'Ceļš līdz šai lapai', en: 'The way to this page' };
const START = { lv: 'Sākums', en: 'Start' };
