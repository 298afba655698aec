import type { VNode } from 'preact';
import { addDays, type IsoDate, isoDate, readableDay } from '#kernel/iso-date.js';
import { type Period, readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Figure } from '#ui/chart/figure.js';
import { partOfSpan, shareOfDay, type Span } from '#ui/chart/period-axis.js';
import { at } from '#ui/chart/series.js';
import type { Tone } from '#ui/chart/tone.js';
import type { View } from '#web/view.js';
import type { ShownYear } from '../../actions/show-school-years.js';
import { gradesByEnd, gradeWords } from '../../domain/school-year.js';
import { MATTER_WORDS, SEASON_WORDS } from '../classifiers/words.js';
import { yearTitle } from './words.js';

interface Bar {
  readonly period: Period;
  readonly label: string;
  readonly tone: Tone;
}

interface Line {
  readonly label: string;
  readonly bars: readonly Bar[];
}

/** The school year as a picture: semesters, holidays, the end of each grade, and from when until when entries are awaited. */
export function YearPicture({ view, shown }: { view: View; shown: ShownYear }): VNode {
  const { year } = shown.year;
  const span: Span = { from: isoDate(`${year}-08-15`), to: isoDate(`${year + 1}-09-10`) };
  const lines = linesOf(view, shown);
  const today = view.today >= span.from && view.today <= span.to ? view.today : null;
  return (
    <Figure lang={view.lang} title={yearTitle(year)} asText={<AsText view={view} lines={lines} />}>
      <div class="period-rows">
        <div class="period-row period-axis" aria-hidden="true">
          <svg class="period-line" width="100%" height="22">
            {monthsOf(span).filter((month, index) => index % 2 === 0 && shareOfDay(span, month) < 0.95).map((month) => (
              <text key={month} x={at(shareOfDay(span, month))} dx="3" y="15">
                {monthWords(month, view)}
              </text>
            ))}
          </svg>
        </div>
        {lines.map((line) => (
          <div key={line.label} class="period-row">
            <div class="period-label">{line.label}</div>
            <BarLine view={view} span={span} line={line} today={today} />
          </div>
        ))}
      </div>
      {today && (
        <p class="period-marker-words">
          <svg width="14" height="14" aria-hidden="true">
            <line class="period-marker" x1="7" x2="7" y1="0" y2="14" />
          </svg>
          {`${view.t(TODAY)} ${readableDay(today)}`}
        </p>
      )}
    </Figure>
  );
}

function linesOf(view: View, { year, ends, breaks, deadlines }: ShownYear): Line[] {
  const { t } = view;
  const ending = gradesByEnd(ends);
  const last = ending.at(-1)?.endsOn ?? year.secondSemesterStartsOn;
  const through = (from: IsoDate, lastDay: IsoDate): Period => ({ from, to: addDays(lastDay, 1) });
  const awaited = deadlines.flatMap(({ rule, due, grades }) =>
    due && rule.opensOn && rule.opensOn <= due.day && rule.matter !== 'S2' ? [{ period: through(rule.opensOn, due.day), label: [t(MATTER_WORDS[rule.matter]), grades && `(${gradeWords(grades)})`].filter(Boolean).join(' '), tone: 'series-3' as const }] : [],
  );
  return [
    {
      label: t(SEMESTERS),
      bars: [
        { period: through(year.startsOn, year.firstSemesterEndsOn), label: t(FIRST), tone: 'series-1' },
        { period: through(year.secondSemesterStartsOn, last), label: t(SECOND), tone: 'series-2' },
      ],
    },
    { label: t(BREAKS), bars: breaks.map((one) => ({ period: through(one.startsOn, one.endsOn), label: t(SEASON_WORDS[one.season]), tone: 'series-5' })) },
    ...ending.map(({ endsOn, grades }) => ({
      label: `${gradeWords(grades)}. ${t(GRADE)}`,
      bars: [{ period: through(year.startsOn, endsOn), label: `${t(UNTIL)} ${readableDay(endsOn)}`, tone: 'faded' as const }],
    })),
    ...awaited.map((bar) => ({ label: bar.label, bars: [{ ...bar, label: `${t(UNTIL)} ${readableDay(addDays(bar.period.to!, -1))}` }] })),
  ];
}

/** Each bar is a picture of its own, so that its words are cut at its end. */
const BarLine = ({ view, span, line, today }: { view: View; span: Span; line: Line; today: IsoDate | null }): VNode => (
  <svg class="period-line" width="100%" height="30" aria-hidden="true">
    {monthsOf(span).map((month) => (
      <line key={month} class="grid" x1={at(shareOfDay(span, month))} x2={at(shareOfDay(span, month))} y1="0" y2="30" />
    ))}
    {line.bars.map(({ period, label, tone }) => {
      const part = partOfSpan(span, period);
      return part && (
        <svg key={label} x={at(part.start)} width={at(part.width)} y="4" height="22">
          <title>{`${label}, ${readablePeriod(period, view.lang)}`}</title>
          <rect class={`tone ${tone}`} width="100%" height="22" />
          {part.width > 0.12 && (
            <text class="on-tone" x="6" y="15.5">
              {label}
            </text>
          )}
        </svg>
      );
    })}
    {today && <line class="period-marker" x1={at(shareOfDay(span, today))} x2={at(shareOfDay(span, today))} y1="0" y2="30" />}
  </svg>
);

const AsText = ({ view, lines }: { view: View; lines: readonly Line[] }): VNode => (
  <ul>
    {lines.map(({ label, bars }) => (
      <li key={label}>{`${label}: ${bars.map((bar) => `${bar.label}, ${readablePeriod(bar.period, view.lang)}`).join('; ')}`}</li>
    ))}
  </ul>
);

/** The first days of the months that begin within the span. */
function monthsOf({ from, to }: Span): IsoDate[] {
  const months: IsoDate[] = [];
  for (let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7)) + 1; ; month += 1) {
    const day = isoDate(`${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`);
    if (day > to) return months;
    months.push(day);
  }
}

const monthWords = (day: IsoDate, { lang }: View): string => new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const SEMESTERS: Text = { lv: 'Semestri', en: 'Semesters' };
const FIRST: Text = { lv: '1. semestris', en: 'Semester 1' };
const SECOND: Text = { lv: '2. semestris', en: 'Semester 2' };
const BREAKS: Text = { lv: 'Brīvlaiki', en: 'School holidays' };
const GRADE: Text = { lv: 'klase', en: 'grade' };
const UNTIL: Text = { lv: 'līdz', en: 'until' };
const TODAY: Text = { lv: 'Šodien', en: 'Today' };
