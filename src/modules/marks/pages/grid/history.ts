/** One thing done to the grid: what cells were before it and after it. */
export interface Step {
  readonly cells: readonly { readonly cell: string; readonly before: string; readonly after: string }[];
}

/** What can be undone and redone, the latest last. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const NO_HISTORY: History = { done: [], undone: [] };
const MOST = 200;

/** Remembers a step; what was undone before it can no longer be redone. */
export function did({ done }: History, step: Step): History {
  const changed = step.cells.filter(({ before, after }) => before !== after);
  return changed.length === 0 ? { done, undone: [] } : { done: [...done, { cells: changed }].slice(-MOST), undone: [] };
}

/** The last step taken back: what each cell becomes. Nothing where there is none. */
export function undo({ done, undone }: History): { history: History; becomes: readonly { cell: string; value: string }[] } {
  const step = done.at(-1);
  if (!step) return { history: { done, undone }, becomes: [] };
  return { history: { done: done.slice(0, -1), undone: [...undone, step] }, becomes: step.cells.map(({ cell, before }) => ({ cell, value: before })) };
}

/** The step taken back last, done again. */
export function redo({ done, undone }: History): { history: History; becomes: readonly { cell: string; value: string }[] } {
  const step = undone.at(-1);
  if (!step) return { history: { done, undone }, becomes: [] };
  return { history: { done: [...done, step], undone: undone.slice(0, -1) }, becomes: step.cells.map(({ cell, after }) => ({ cell, value: after })) };
}
