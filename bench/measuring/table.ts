import { type Goal, ratioOf, reached, type Report, type Result } from './result.js';

const HEADINGS = ['what', 'ours', 'unit', 'beside', 'ratio', 'p50 ms', 'p95 ms', 'p99 ms', 'own peak MB', 'goal'];

/** What every benchmark may hold in memory, in MB, without PostgreSQL. */
const MEMORY_GOAL = 600;

/** A report as a Markdown table that also reads well in a terminal. */
export function tableOf({ results, seconds, peakMb }: Report): string {
  const rows = [HEADINGS, ...results.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  const end = `${seconds.toFixed(0)} s; peak memory ${peakMb} MB (goal ≤ ${MEMORY_GOAL}: ${yesNo(peakMb <= MEMORY_GOAL)})`;
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body, '', end].join('\n');
}

function cells(result: Result): string[] {
  const { what, ours, unit, beside, timings, goal, peakMb } = result;
  const times = [timings?.p50, timings?.p95, timings?.p99].map(digits);
  const besideWords = beside ? `${beside.name}: ${digits(beside.value)}` : '';
  return [what, digits(ours), unit, besideWords, digits(ratioOf(result)), ...times, digits(peakMb), goal ? `${goalWords(goal)}: ${yesNo(reached(result))}` : ''];
}

const yesNo = (reachedIt: boolean | undefined) => (reachedIt ? 'yes' : 'NO');

const digits = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

const NAMES: Readonly<Record<Goal['of'], string>> = { ours: '', p95: 'p95 ', ratio: 'ratio ', peakMb: 'MB ' };

const goalWords = ({ of, atMost, atLeast }: Goal): string => NAMES[of] + (atMost === undefined ? `≥ ${digits(atLeast)}` : `≤ ${digits(atMost)}`);
