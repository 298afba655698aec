import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';

export interface ExportLinksProps {
  readonly lang: Lang;
  readonly xlsx?: string | undefined;
  readonly csv?: string | undefined;
}

/** Files of all rows of the very query that draws the screen. */
export const ExportLinks = ({ lang, xlsx, csv }: ExportLinksProps): VNode => (
  <p class="exports">
    <span>{ALL_ROWS[lang]}</span>{' '}
    {xlsx !== undefined && (
      <a href={xlsx} download>
        XLSX
      </a>
    )}{' '}
    {csv !== undefined && (
      <a href={csv} download>
        CSV
      </a>
    )}
  </p>
);

const ALL_ROWS = { lv: 'Lejupielādēt visas rindas:', en: 'Download all rows:' };
