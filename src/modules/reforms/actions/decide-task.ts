import { z } from 'zod';
import { Conflict } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { decide } from '../permissions.js';
import { decideTask as note } from '../store/tasks.js';

/** A person's word on what a reform could not decide: what was decided and where it is recorded. */
export const decideTask = writeAction({
  name: 'reforms.decide-task',
  title: { lv: 'Izlemts reformas uzdevums', en: 'Decided a task of a reform' },
  permission: decide,
  input: z.object({ taskId: z.uuid(), reformId: z.uuid(), decision: z.string().trim().min(3).max(1_000) }),
  async run({ tx, actor, now }, { taskId, decision }) {
    if ((await note(tx, taskId, decision, actor.name, now)) === 0) throw new Conflict('task-decided', DECIDED);
  },
  audit: ({ input }) => ({ facts: { task: input.taskId, reform: input.reformId } }),
});

const DECIDED = { lv: 'Šis uzdevums jau ir izlemts vai tāda nav.', en: 'This task has been decided already, or there is none.' };
