import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { wordsIn } from '../words.js';
import type { Format, Series, SeriesRow } from './series.js';

interface SeriesTableProps {
  readonly lang: Lang;
  readonly series: readonly Series[];
  readonly rows: readonly SeriesRow[];
  readonly format: Format;
}

/** The numbers behind a chart. */
export const SeriesTable = ({ lang, series, rows, format }: SeriesTableProps): VNode => (
  <table class="plain-table">
    <thead>
      <tr>
        <td />
        {series.map(({ label }, index) => (
          <th key={index} scope="col" class="num">
            {wordsIn(lang, label)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ label, values }, index) => (
        <tr key={index}>
          <th scope="row">{wordsIn(lang, label)}</th>
          {series.map((_, place) => (
            <td key={place} class="num">
              {valueWords(values[place], format)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** A value as people read it; a dash where there is none. */
export const valueWords = (value: number | null | undefined, format: Format): string => (value === null || value === undefined ? '–' : format(value));
