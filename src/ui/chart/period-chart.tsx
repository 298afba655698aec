import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { type Period, readablePeriod } from '#kernel/period.js';
import type { Lang } from '#kernel/text.js';
import { type Words, wordsIn } from '../words.js';
import { Figure } from './figure.js';
import { partOfSpan, shareOfDay, type Span, yearMarks } from './period-axis.js';
import { at } from './series.js';
import type { Tone } from './tone.js';

export interface PeriodChartProps {
  readonly lang: Lang;
  readonly title: Words;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The shown day. */
  readonly marker?: { readonly day: IsoDate; readonly label: Words } | undefined;
  readonly rows: readonly PeriodRow[];
}

export interface PeriodRow {
  readonly label: Words;
  readonly href?: string | undefined;
  readonly periods: readonly LabelledPeriod[];
}

export interface LabelledPeriod {
  readonly period: Period;
  readonly label: Words;
  readonly tone?: Tone | undefined;
}

/** Rows of periods on one axis of time, with the shown day across all of them. */
export const PeriodChart = ({ lang, title, from, to, marker, rows }: PeriodChartProps): VNode => {
  const span = { from, to };
  return (
    <Figure lang={lang} title={title} asText={<PeriodList lang={lang} rows={rows} />}>
      <div class="period-rows">
        <div class="period-row period-axis" aria-hidden="true">
          <svg class="period-line" width="100%" height="22">
            {yearMarks(span).map(({ year, share }) => (
              <text key={year} x={at(share)} dx="3" y="15">
                {year}
              </text>
            ))}
          </svg>
        </div>
        {rows.map((row, index) => (
          <div key={index} class="period-row">
            <div class="period-label">{row.href === undefined ? wordsIn(lang, row.label) : <a href={row.href}>{wordsIn(lang, row.label)}</a>}</div>
            <PeriodLine lang={lang} span={span} row={row} day={marker?.day} />
          </div>
        ))}
      </div>
      {marker && (
        <p class="period-marker-words">
          <svg width="14" height="14" aria-hidden="true">
            <line class="period-marker" x1="7" x2="7" y1="0" y2="14" />
          </svg>
          {`${wordsIn(lang, marker.label)} ${readableDay(marker.day)}`}
        </p>
      )}
    </Figure>
  );
};

/** One row. Each bar is a picture of its own, so that its words are cut at its end. */
const PeriodLine = ({ lang, span, row, day }: { lang: Lang; span: Span; row: PeriodRow; day: IsoDate | undefined }): VNode => (
  <svg class="period-line" width="100%" height="30" aria-hidden="true">
    {yearMarks(span).map(({ year, share }) => (
      <line key={year} class="grid" x1={at(share)} x2={at(share)} y1="0" y2="30" />
    ))}
    {row.periods.map(({ period, label, tone = 'series-1' }, index) => {
      const part = partOfSpan(span, period);
      return (
        part && (
          <svg key={index} x={at(part.start)} width={at(part.width)} y="4" height="22">
            <title>{`${wordsIn(lang, label)}, ${readablePeriod(period, lang)}`}</title>
            <rect class={`tone ${tone}`} width="100%" height="22" />
            <text class="on-tone" x="6" y="15.5">
              {wordsIn(lang, label)}
            </text>
          </svg>
        )
      );
    })}
    {day !== undefined && <line class="period-marker" x1={at(shareOfDay(span, day))} x2={at(shareOfDay(span, day))} y1="0" y2="30" />}
  </svg>
);

const PeriodList = ({ lang, rows }: Pick<PeriodChartProps, 'lang' | 'rows'>): VNode => (
  <ul>
    {rows.map(({ label, periods }, index) => (
      <li key={index}>
        {`${wordsIn(lang, label)}: `}
        {periods.map(({ period, label: what }) => `${wordsIn(lang, what)}, ${readablePeriod(period, lang)}`).join('; ')}
      </li>
    ))}
  </ul>
);
