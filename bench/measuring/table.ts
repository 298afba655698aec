import { type Goal, ratioOf, reached, type Report, type Result } from './result.js';

const HEADINGS = ['what', 'ours', 'unit', 'beside', 'ratio', 'p50 ms', 'p95 ms', 'p99 ms', 'peak MB', 'goal'];

/** A report as a Markdown table that also reads well in a terminal. */
export function tableOf(report: Report): string {
  const rows = [HEADINGS, ...report.results.map((result) => cells(result, report.peakMb))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body, `(${report.seconds.toFixed(0)} s)`].join('\n');
}

function cells(result: Result, peakMb: number): string[] {
  const { what, ours, unit, beside, timings, goal } = result;
  const times = timings ? [timings.p50, timings.p95, timings.p99] : [undefined, undefined, undefined];
  return [
    what,
    digits(ours),
    unit,
    beside ? `${beside.name}: ${digits(beside.value)}` : '',
    digits(ratioOf(result)),
    ...times.map(digits),
    String(result.peakMb ?? peakMb),
    goal ? `${goalWords(goal)}: ${reached(result) ? 'yes' : 'NO'}` : '',
  ];
}

const digits = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

const goalWords = ({ of, atMost, atLeast }: Goal): string =>
  `${of === 'ours' ? '' : `${of} `}${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`}`;
