import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { fateOf, getReform, getReformInMotion, type Matter, type TerritorialReform, type UnitOfReform } from '#modules/territories/public.js';
import { readAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { PARTICIPANTS } from '../participants.js';
import { decide } from '../permissions.js';
import { findTask, type TaskRow } from '../store/tasks.js';

/** A task with what it is about. */
export type TaskWithMatter = TaskRow & { readonly matter: Matter | undefined };

const participantOf = ({ participant }: Pick<TaskRow, 'participant'>) => PARTICIPANTS.find((one) => one.name === participant);

/** How a choice is carried out for a task; undefined where a decision is only noted. */
export const choiceOf = (task: Pick<TaskRow, 'participant' | 'kind'>) => participantOf(task)?.choose?.[task.kind];

/** A parish or town that tells which municipality something came to. */
export interface PartChoice {
  readonly part: string;
  readonly to: UnitOfReform;
}

/** The parishes and towns by which the municipality was divided. */
export const partsOf = (reform: TerritorialReform, { unitId }: Pick<TaskRow, 'unitId'>): readonly PartChoice[] =>
  reform.moves.filter((move) => move.from.unitId === unitId).flatMap(({ parts, to }) => parts.map((part) => ({ part, to }))).toSorted((a, b) => inLatvianOrder(a.part, b.part));

/** The municipalities that what the task is about may have come to. */
export function candidatesOf(reform: TerritorialReform, { unitId }: Pick<TaskRow, 'unitId'>): readonly UnitOfReform[] {
  const fate = fateOf(reform, unitId, null);
  switch (fate.kind) {
    case 'undecided':
      return fate.candidates;
    case 'moves':
    case 'continues':
      return [fate.to];
    case 'untouched':
      return [];
  }
}

/** Tasks with what they are about: one query for each kind that is among them. */
export async function withMatters(tx: Read, tasks: readonly TaskRow[]): Promise<TaskWithMatter[]> {
  const found = new Map<string, Matter>();
  for (const [kind, ofKind] of Map.groupBy(tasks, ({ participant, kind: one }) => `${participant} ${one}`)) {
    const [first] = ofKind as [TaskRow, ...TaskRow[]];
    const matters = await participantOf(first)?.matters?.(tx, first.kind, ofKind.map((task) => task.key));
    for (const [key, matter] of matters ?? []) found.set(`${kind} ${key}`, matter);
  }
  return tasks.map((task) => ({ ...task, matter: found.get(`${task.participant} ${task.kind} ${task.key}`) }));
}

/** One task, for deciding it. */
export const showTask = readAction({
  name: 'reforms.show-task',
  title: { lv: 'Apskatīts reformas uzdevums', en: 'Looked at a task of a reform' },
  permission: decide,
  input: z.object({ reformId: z.uuid(), taskId: z.uuid() }),
  async run({ tx, scope }, { reformId, taskId }) {
    const row = await findTask(tx, scope, taskId);
    if (row?.reformId !== reformId) throw new NotFound('no-such-task', { lv: 'Šāda uzdevuma nav.', en: 'There is no such task.' });
    const [task] = (await withMatters(tx, [row])) as [TaskWithMatter];
    const reform = await getReformInMotion(tx, reformId);
    return { task, reform: await getReform(tx, reformId), candidates: candidatesOf(reform, task), parts: partsOf(reform, task), by: choiceOf(task)?.by ?? null };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId, task: input.taskId } }),
});
