import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { getReformInMotion } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { lacksFounder } from '#modules/institutions/public.js';
import { decide } from '../permissions.js';
import { decideTask as note, findTask, settleTasks } from '../store/tasks.js';
import { candidatesOf, choiceOf } from './read-task.js';

/**
 * A person's word on what a reform could not decide. Where a choice of the successor is what was missing, it is carried out as the
 * reform would have; elsewhere the word says what was decided and where it is recorded.
 */
export const decideTask = writeAction({
  name: 'reforms.decide-task',
  title: { lv: 'Izlemts reformas uzdevums', en: 'Decided a task of a reform' },
  permission: decide,
  input: z.object({ taskId: z.uuid(), reformId: z.uuid(), successor: emptyAsNull(z.coerce.number().int().positive()), decision: z.string().trim().min(3).max(1_000) }),
  async run(context, { taskId, successor, decision }) {
    const { tx, actor, now } = context;
    const task = await findTask(tx, taskId);
    if (!task) throw new NotFound('no-such-task', NO_SUCH_TASK);
    if (task.decidedAt !== null) throw new Conflict('task-decided', DECIDED);
    const choose = choiceOf(task);
    if (choose) {
      const reform = await getReformInMotion(tx, task.reformId);
      if (!candidatesOf(reform, task).some(({ unitId }) => unitId === successor) || successor === null) throw invalid('successor', CHOOSE_SUCCESSOR);
      if ((await choose(context, reform, task.key, successor, decision)) === 'settled') throw new Conflict('task-settled', SETTLED);
    }
    if ((await note(tx, taskId, decision, choose ? successor : null, actor.name, now)) === 0) throw new Conflict('task-decided', DECIDED);
  },
  audit: ({ input }) => ({ facts: { task: input.taskId, reform: input.reformId } }),
});

/** Closes the tasks about an institution's founder once its register lacks none any more. */
export const settleFounderTasks = writeAction({
  name: 'reforms.settle-founder-tasks',
  title: { lv: 'Slēgti reformu uzdevumi, ko atrisināja iestāžu reģistrs', en: 'Tasks of reforms closed that the register of institutions settled' },
  permission: JOBS_ALONE,
  input: z.object({ institutionId: z.uuid() }),
  run: async ({ tx, actor, now }, { institutionId }) => ((await lacksFounder(tx, institutionId)) ? 0 : settleTasks(tx, 'institutions', 'actual-founder', institutionId, actor.name, now)),
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, found: output } }),
});

const NO_SUCH_TASK = { lv: 'Šāda uzdevuma nav.', en: 'There is no such task.' };
const DECIDED = { lv: 'Šis uzdevums jau ir izlemts.', en: 'This task has been decided already.' };
const CHOOSE_SUCCESSOR = { lv: 'Izvēlieties pašvaldību, kura to pārņem.', en: 'Choose the municipality that takes it over.' };
const SETTLED = {
  lv: 'Iestādei faktiskais dibinātājs jau ir norādīts iestāžu reģistrā; uzdevums drīz aizvērsies pats.',
  en: 'The institution’s actual founder has been recorded in its register meanwhile; the task closes by itself shortly.',
};
