import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { number } from '../format.js';

/** Where the shown rows stand among all. */
export interface PagingPlace {
  /** Number of the first shown row, from 1. */
  readonly first: number;
  /** How many are shown, where some of them stand in several lines of the table. */
  readonly shown?: number | undefined;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** "Rows 1–50 of 2 713" and the ways back and on. */
export const Paging = ({ lang, first, shown, total, previous, next }: PagingPlace & { lang: Lang; shown: number }): VNode => (
  <nav class="paging" aria-label={PAGES[lang]}>
    <p>{rowsWords(lang, first, shown, total)}</p>
    {previous !== undefined && (
      <a href={previous} rel="prev">
        {`← ${PREVIOUS[lang]}`}
      </a>
    )}
    {next !== undefined && (
      <a href={next} rel="next">
        {`${NEXT[lang]} →`}
      </a>
    )}
  </nav>
);

/** `1.–50. rinda no 2 713` or `Rows 1–50 of 2,713`. */
export function rowsWords(lang: Lang, first: number, shown: number, total?: number): string {
  const last = first + shown - 1;
  const rows = shown === 1 ? place(lang, first) : `${place(lang, first)}–${place(lang, last)}`;
  const all = total === undefined ? '' : ` ${lang === 'lv' ? 'no' : 'of'} ${number(total, lang)}`;
  return lang === 'lv' ? `${rows} rinda${all}` : `${shown === 1 ? 'Row' : 'Rows'} ${rows}${all}`;
}

const place = (lang: Lang, row: number): string => `${number(row, lang)}${lang === 'lv' ? '.' : ''}`;

const PAGES = { lv: 'Lappuses', en: 'Pages' };
const PREVIOUS = { lv: 'Iepriekšējās', en: 'Previous' };
const NEXT = { lv: 'Nākamās', en: 'Next' };
