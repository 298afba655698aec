import { runTool } from './setup/programs.mjs';

/** What imports what below `src`, and which imports the rules of .dependency-cruiser.cjs forbid: read once, since it takes long. */
export async function cruise() {
  const { code, said } = await runTool('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { quiet: true });
  if (code !== 0) throw new Error(said);
  return JSON.parse(said);
}

/** The forbidden imports, one a line; '' when there are none. */
export const crossings = ({ summary }) =>
  summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to, cycle }) => `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → ')}`)
    .join('\n');
