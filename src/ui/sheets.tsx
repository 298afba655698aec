import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import type { Children } from './words.js';

export interface SheetsProps {
  readonly lang: Lang;
  /** What the pages are of, said with each picture. */
  readonly label: string;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Pages of a paper as pictures, one below the other. Each is an anchor to jump to, and opens by itself, where the browser enlarges it. */
export const Sheets = ({ lang, label, pages, hrefOf }: SheetsProps): VNode => {
  const numbers = Array.from({ length: pages }, (_, at) => at + 1);
  const named = (page: number) => (lang === 'lv' ? `${page}. lapa no ${pages}` : `page ${page} of ${pages}`);
  return (
    <div class="sheets">
      {pages > 1 && (
        <nav class="sheet-numbers" aria-label={lang === 'lv' ? 'Lapas' : 'Pages'}>
          <span aria-hidden="true">{lang === 'lv' ? 'Lapas:' : 'Pages:'}</span>
          {numbers.map((page) => (
            <a key={page} href={`#sheet-${page}`} aria-label={named(page)}>
              {String(page)}
            </a>
          ))}
        </nav>
      )}
      {numbers.map((page) => (
        <figure key={page} class="sheet" id={`sheet-${page}`} tabIndex={-1}>
          <img src={hrefOf(page)} alt={`${label}: ${named(page)}`} loading={page > 2 ? 'lazy' : 'eager'} />
          <figcaption>
            <a href={hrefOf(page)}>{lang === 'lv' ? `Atvērt ${page}. lapu atsevišķi` : `Open page ${page} by itself`}</a>
          </figcaption>
        </figure>
      ))}
    </div>
  );
};

/** Sheets with a form that stays in sight while they are read; below each other where there is no room. */
export const SheetsWithForm = ({ sheets, form }: { sheets: Children; form: Children }): VNode => (
  <div class="sheets-with-form">
    <div class="flow-text sheets-form">{form}</div>
    {sheets}
  </div>
);
