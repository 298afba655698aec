import type { VNode } from 'preact';
import { fill, type Lang } from '#kernel/text.js';
import { counted, type Forms, number } from '../format.js';

/** Where the shown rows stand among all. */
export interface PagingPlace {
  /** Number of the first shown row, from 1; left out where only the key of the row before is known. */
  readonly first?: number | undefined;
  /** How many are shown, where some of them stand in several lines of the table. */
  readonly shown?: number | undefined;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
  /** The first page of the list, where this is not it: a list paged by key knows no page before. */
  readonly start?: string | undefined;
  readonly next?: string | undefined;
}

/** "Rows 1–50 of 2 713" and the ways back and on. */
export const Paging = ({ lang, first, shown, total, start, next }: PagingPlace & { lang: Lang; shown: number }): VNode => (
  <nav class="paging" aria-label={PAGES[lang]}>
    <p>{rowsWords(lang, first, shown, total)}</p>
    {start !== undefined && <a href={start}>{`← ${START[lang]}`}</a>}
    {next !== undefined && (
      <a href={next} rel="next">
        {`${NEXT[lang]} →`}
      </a>
    )}
  </nav>
);

/** `1.–50. rinda no 2 713` or `Rows 1–50 of 2,713`; `50 no 2 713 rindām` where it is not known how many stand before them. */
export function rowsWords(lang: Lang, first: number | undefined, shown: number, total?: number): string {
  if (first === undefined) return total === undefined ? counted(shown, ROWS, lang) : fill(COUNTED_OF, { shown: number(shown, lang), total: number(total, lang) })[lang];
  const last = first + shown - 1;
  const rows = shown === 1 ? place(lang, first) : `${place(lang, first)}–${place(lang, last)}`;
  const all = total === undefined ? '' : ` ${lang === 'lv' ? 'no' : 'of'} ${number(total, lang)}`;
  return lang === 'lv' ? `${rows} rinda${all}` : `${shown === 1 ? 'Row' : 'Rows'} ${rows}${all}`;
}

const place = (lang: Lang, row: number): string => `${number(row, lang)}${lang === 'lv' ? '.' : ''}`;

const PAGES = { lv: 'Lappuses', en: 'Pages' };
const START = { lv: 'Uz sākumu', en: 'To the beginning' };
const ROWS: Forms = { lv: ['rinda', 'rindas'], en: ['row', 'rows'] };
const COUNTED_OF = { lv: '{shown} no {total} rindām', en: '{shown} of {total} rows' };
const NEXT = { lv: 'Nākamās', en: 'Next' };
