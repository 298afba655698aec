import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';
import { Legend } from './legend.js';
import { across, down, Plot, PLOT } from './plot.js';
import { at, type Format, type Measure, measure, type Series, wholeNumbers } from './series.js';
import { SeriesTable } from './series-table.js';
import { type Tone, toneOf } from './tone.js';

export interface LineChartProps {
  readonly lang: Lang;
  readonly title: Words;
  readonly series: readonly (Series & { readonly values: readonly (number | null)[] })[];
  /** Names along the bottom, one for each value. */
  readonly points: readonly Words[];
  readonly format?: Format | undefined;
}

/** How values went on from point to point; a missing one leaves a gap. */
export const LineChart = ({ lang, title, series, points, format = wholeNumbers(lang) }: LineChartProps): VNode => {
  const scale = measure(series.flatMap(({ values }) => values));
  const toned = series.map((one, index) => ({ ...one, tone: one.tone ?? toneOf(index) }));
  const rows = points.map((label, index) => ({ label, values: series.map(({ values }) => values[index] ?? null) }));
  const places = points.map((label, index) => ({ share: shareOf(index, points.length), label: wordsIn(lang, label) })).filter((_, index) => isNamed(index, points.length));
  return (
    <Figure lang={lang} title={title} asText={<SeriesTable {...{ lang, series, rows, format }} />}>
      {series.length > 1 && <Legend lang={lang} items={toned} />}
      <Plot label={wordsIn(lang, title)} scale={scale} format={format} places={places}>
        <svg x={across(0)} y={at(PLOT.top)} width={at(PLOT.width)} height={at(PLOT.height)} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
          {toned.map(({ values, tone }) => (
            <path key={tone} class={`line ${tone}`} d={linePath(values, scale)} />
          ))}
        </svg>
        {toned.map(({ values, tone }) => (
          <Dots key={tone} values={values} tone={tone} scale={scale} />
        ))}
      </Plot>
    </Figure>
  );
};

const Dots = ({ values, tone, scale }: { values: readonly (number | null)[]; tone: Tone; scale: Measure }): VNode => (
  <g>
    {values.map((value, index) => value !== null && <circle key={index} class={`tone ${tone}`} cx={across(shareOf(index, values.length))} cy={down(scale.share(value))} r="4" />)}
  </g>
);

/** The line in a drawing of 100 by 100; it starts anew after a gap. */
export const linePath = (values: readonly (number | null)[], { share }: Pick<Measure, 'share'>): string =>
  values
    .map((value, index) => {
      if (value === null) return '';
      const start = index === 0 || values[index - 1] === null;
      return `${start ? 'M' : 'L'}${round(shareOf(index, values.length) * 100)} ${round(100 - share(value) * 100)}`;
    })
    .join('');

const round = (value: number): number => Math.round(value * 100) / 100;

/** Points stand in the middles of equal places, so the first and the last have room for their names. */
const shareOf = (index: number, count: number): number => (index + 0.5) / count;

/** About six names fit on a narrow screen. */
const isNamed = (index: number, count: number): boolean => index % Math.ceil(count / 6) === 0;
