import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';
import { Legend } from './legend.js';
import { at, type Format, measure, type Series, type SeriesRow, wholeNumbers } from './series.js';
import { valueWords } from './series-table.js';
import { toneOf } from './tone.js';

export interface ChartProps {
  readonly lang: Lang;
  readonly title: Words;
  readonly series: readonly Series[];
  readonly rows: readonly SeriesRow[];
  readonly format?: Format | undefined;
}

/** Lying bars for any number of rows, several beside each other where there are several series. It is a table, so it reads as one. */
export const BarChart = ({ lang, title, series, rows, format = wholeNumbers(lang) }: ChartProps): VNode => {
  const { share } = measure(rows.flatMap(({ values }) => values));
  return (
    <Figure lang={lang} title={title}>
      {series.length > 1 && <Legend lang={lang} items={series.map(({ label, tone }, index) => ({ label, tone: tone ?? toneOf(index) }))} />}
      <table class="bars" aria-label={wordsIn(lang, title)}>
        {rows.map((row, index) => (
          <tbody key={index}>
            {series.map(({ label, tone }, place) => (
              <tr key={place}>
                {place === 0 && (
                  <th scope="rowgroup" rowspan={series.length}>
                    {wordsIn(lang, row.label)}
                  </th>
                )}
                <td class="bar-place">
                  <svg width="100%" height="14" aria-hidden="true">
                    <rect class={`tone ${tone ?? toneOf(place)}`} width={at(share(row.values[place] ?? 0))} height="14" />
                  </svg>
                </td>
                <td class="num">
                  {series.length > 1 && <span class="visually-hidden">{`${wordsIn(lang, label)}: `}</span>}
                  {valueWords(row.values[place], format)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Figure>
  );
};
