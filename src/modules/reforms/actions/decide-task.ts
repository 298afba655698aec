import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { lacksFounder, listPutRight } from '#modules/institutions/public.js';
import { type Chosen, getReformInMotion, type TerritorialReform } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { PARTICIPANTS } from '../participants.js';
import { decide } from '../permissions.js';
import { decideTask as note, findTask, settleTasks, type TaskRow } from '../store/tasks.js';
import { candidatesOf, choiceOf, partsOf } from './read-task.js';

const Decision = z.object({
  taskId: z.uuid(),
  reformId: z.uuid(),
  successor: emptyAsNull(z.coerce.number().int().positive()),
  part: emptyAsNull(z.string().trim().max(100)),
  decision: z.string().trim().min(3).max(1_000),
});
type Decision = z.infer<typeof Decision>;

/**
 * A person's word on what a reform could not decide. Where a choice is what was missing, the successor or the parish that tells it,
 * the register is changed in the same transaction as the reform would have changed it; elsewhere the word says what was decided.
 */
export const decideTask = writeAction({
  name: 'reforms.decide-task',
  title: { lv: 'Izlemts reformas uzdevums', en: 'Decided a task of a reform' },
  permission: decide,
  input: Decision,
  async run(context, input) {
    const { tx, actor, now, scope } = context;
    const task = await findTask(tx, scope, input.taskId);
    if (task?.reformId !== input.reformId) throw new NotFound('no-such-task', NO_SUCH_TASK);
    if (task.decidedAt !== null) throw new Conflict('task-decided', DECIDED);
    const choice = choiceOf(task);
    if (!choice) return noteDecision(null);
    const reform = await getReformInMotion(tx, task.reformId);
    const chosen = choice.by === 'part' ? partChosen(reform, task, input) : successorChosen(reform, task, input);
    if ((await choice.carryOut(context, reform, task.key, chosen, input.decision)) === 'settled') throw new Conflict('task-settled', SETTLED);
    for (const { chosen: tell } of PARTICIPANTS) await tell?.(tx, reform, { participant: task.participant, kind: task.kind, key: task.key, unitId: task.unitId }, chosen);
    return noteDecision(chosen);

    async function noteDecision(what: Chosen | null) {
      if ((await note(tx, input.taskId, input.decision, what, actor.name, now)) === 0) throw new Conflict('task-decided', DECIDED);
      return what;
    }
  },
  audit: ({ input, output }) => ({ facts: { task: input.taskId, reform: input.reformId, ...(output && { unit: output.unitId }), ...(output?.part && { part: output.part }) } }),
});

function successorChosen(reform: TerritorialReform, task: TaskRow, { successor }: Decision): Chosen {
  if (successor === null || !candidatesOf(reform, task).some(({ unitId }) => unitId === successor)) throw invalid('successor', CHOOSE_SUCCESSOR);
  return { unitId: successor, part: null };
}

function partChosen(reform: TerritorialReform, task: TaskRow, { part }: Decision): Chosen {
  const unitId = partsOf(reform, task).find((one) => one.part === part)?.to.unitId;
  if (part === null || typeof unitId !== 'number') throw invalid('part', CHOOSE_PART);
  return { unitId, part };
}

/** Closes the tasks that the register of institutions has settled: about a founder once none is lacking, about founders recorded ahead and places whose rows were put right. */
export const settleInstitutionTasks = writeAction({
  name: 'reforms.settle-founder-tasks',
  title: { lv: 'Slēgti reformu uzdevumi, ko atrisināja iestāžu reģistrs', en: 'Tasks of reforms closed that the register of institutions settled' },
  permission: JOBS_ALONE,
  input: z.object({ institutionId: z.uuid() }),
  async run({ tx, actor, now }, { institutionId }) {
    const founders = (await lacksFounder(tx, institutionId)) ? 0 : await settleTasks(tx, 'institutions', 'actual-founder', [institutionId], actor.name, now);
    const rows = Map.groupBy(await listPutRight(tx, institutionId), ({ kind }) => kind);
    let settled = founders;
    for (const [table, kind] of [['founder', 'coming-founder'], ['address', 'address'], ['delivery_place', 'delivery-place']] as const) {
      settled += await settleTasks(tx, 'institutions', kind, (rows.get(table) ?? []).map(({ id }) => id), actor.name, now);
    }
    return settled;
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, found: output } }),
});

/** Closes the task about a request for a right that was decided or withdrawn in its register. */
export const settleRequestTask = writeAction({
  name: 'reforms.settle-request-task',
  title: { lv: 'Slēgts reformas uzdevums, ko atrisināja tiesību pieprasījuma lēmums', en: 'Task of a reform closed that the decision on a request for a right settled' },
  permission: JOBS_ALONE,
  input: z.object({ requestId: z.uuid() }),
  run: ({ tx, actor, now }, { requestId }) => settleTasks(tx, 'access', 'open-request', [requestId], actor.name, now),
  audit: ({ input, output }) => ({ facts: { request: input.requestId, found: output } }),
});

const NO_SUCH_TASK = { lv: 'Šāda uzdevuma nav.', en: 'There is no such task.' };
const DECIDED = { lv: 'Šis uzdevums jau ir izlemts.', en: 'This task has been decided already.' };
const CHOOSE_SUCCESSOR = { lv: 'Izvēlieties pašvaldību, kura to pārņem.', en: 'Choose the municipality that takes it over.' };
const CHOOSE_PART = { lv: 'Izvēlieties pagastu vai pilsētu, kurā tas atrodas.', en: 'Choose the parish or town in which it lies.' };
const SETTLED = {
  lv: 'Reģistrā šis ieraksts jau ir izlabots citādi; uzdevumā vairs nav, ko izlemt.',
  en: 'The entry has been put right in its register meanwhile; nothing is left to decide here.',
};
