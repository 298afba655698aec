import type { VNode } from 'preact';
import { wordsIn } from '../words.js';
import type { ChartProps } from './bar-chart.js';
import { Figure } from './figure.js';
import { Legend } from './legend.js';
import { across, down, Plot, PLOT } from './plot.js';
import { at, measure, wholeNumbers } from './series.js';
import { SeriesTable, valueWords } from './series-table.js';
import { toneOf } from './tone.js';

/** The part of its place that a group of columns takes. */
const FILLED = 0.72;

/** Standing bars, for up to eight short names; for more use `BarChart`. */
export const ColumnChart = ({ lang, title, series, rows, format = wholeNumbers(lang) }: ChartProps): VNode => {
  const scale = measure(rows.flatMap(({ values }) => values));
  const place = 1 / rows.length;
  const width = (place * FILLED) / series.length;
  const left = (row: number, one: number) => place * (row + (1 - FILLED) / 2) + width * one;
  return (
    <Figure lang={lang} title={title} asText={<SeriesTable {...{ lang, series, rows, format }} />}>
      {series.length > 1 && <Legend lang={lang} items={series.map(({ label, tone }, index) => ({ label, tone: tone ?? toneOf(index) }))} />}
      <Plot label={wordsIn(lang, title)} scale={scale} format={format} places={rows.map(({ label }, index) => ({ share: place * (index + 0.5), label: wordsIn(lang, label) }))}>
        {rows.map(({ values }, row) =>
          series.map(({ tone }, one) => {
            const share = scale.share(values[one] ?? 0);
            return (
              <g key={`${row}-${one}`}>
                <rect class={`tone ${tone ?? toneOf(one)}`} x={across(left(row, one))} y={down(share)} width={at(PLOT.width * width)} height={at(PLOT.height * share)} />
                <text class="value-words" x={across(left(row, one) + width / 2)} y={down(share)} dy="-0.35em" text-anchor="middle">
                  {valueWords(values[one], format)}
                </text>
              </g>
            );
          }),
        )}
      </Plot>
    </Figure>
  );
};
