import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { systemActor } from '#platform/actions/actor.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { closeSettled } from '../store/changes.js';
import { type Ages, advance, carryOut, drawLines, findAtWork, findExtract, judge, listChanged, recognise } from '../store/extracts.js';
import { schoolageParameters } from '../store/parameters.js';
import { recordingOf } from './recording.js';

/** Judges an extract that was handed in, or carries out one that is to be applied: each in one transaction, so that whatever is cut short begins anew and nothing is done twice. */
export const workOff = writeAction({
  name: 'schoolage.work-off-extract',
  title: { lv: 'Izrakstā salīdzināti bērni ar izglītības iestādēm', en: 'Children of an extract compared with institutions' },
  permission: JOBS_ALONE,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, today } = context;
    const extract = await findExtract(tx, id);
    const by = recordingOf(context);
    const numbers = extract && (await schoolageParameters.on(tx, extract.asOf));
    if (extract?.state === 'judging' && (await advance(tx, id, 'judging', 'proposed', by))) {
      const ages: Ages = [numbers!['from-age'][0]!, numbers!['until-age'][0]!];
      await (extract.source === 'register' ? drawLines(tx, id, ages) : recognise(tx, id, ages));
      await judge(tx, id);
      return { persons: [], state: 'proposed' as const };
    }
    if (extract?.state === 'applying' && (await advance(tx, id, 'applying', 'applied', by))) {
      // What was enrolled or given a status since the proposal counts.
      await judge(tx, id);
      await carryOut(tx, id, numbers!['due-days'][0]!, by);
      const changed = await listChanged(tx, id);
      return { persons: [...new Set([...changed, ...(await closeSettled(tx, numbers!['until-age'][0]!, today, by))])], state: 'applied' as const };
    }
    return { persons: [], state: 'unchanged' as const };
  },
  audit: ({ input, output }) => ({ subjects: output.persons, facts: { import: input.id, done: output.state === 'applied', concerned: output.persons.length } }),
});

export const workOffExtract = job({
  name: 'schoolage.work-off-extract',
  input: z.object({ id: z.string() }),
  expireMinutes: 30,
  run: async ({ platform }, { id }) => void (await perform(platform, workOff, { id }, { actor: systemActor('schoolage.work-off-extract') })),
});

/** Every few minutes: an extract whose work was cut off goes on. */
export const takeUpExtracts = job({
  name: 'schoolage.take-up-extracts',
  input: z.object({}),
  schedule: '*/5 * * * *',
  async run(context) {
    const waiting = await findAtWork(context.platform.database.primary);
    if (waiting && waiting.state !== 'proposed') await workOffExtract.run(context, { id: waiting.id });
  },
});
