import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { jsonInput } from '#kernel/json-input.js';
import { getReform, getReformStory, listReforms, listReformUnits, listSuccessionHistory, listSuccessionsOfReform } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { operate } from '../permissions.js';
import { type ChangeSet, listChanges, streamChanges, summariseChanges } from '../store/changes.js';
import { findApplication, findRehearsal, listRehearsals } from '../store/rehearsals.js';
import { listSteps } from '../store/steps.js';
import { listTasks } from '../store/tasks.js';
import { leftByCorrections } from './consequences.js';
import { withNames } from './correct-succession.js';
import { withMatters } from './read-task.js';

const PAGE = 100;

export const showReforms = readAction({
  name: 'reforms.list-reforms',
  title: { lv: 'Apskatītas reformas', en: 'Looked at the reforms' },
  permission: operate,
  input: z.object({}),
  run: ({ tx }) => listReforms(tx),
  audit: NOT_PERSONAL,
});

export const showReform = readAction({
  name: 'reforms.show-reform',
  title: { lv: 'Apskatīta reforma', en: 'Looked at a reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, today }, { reformId }) {
    const reform = await getReform(tx, reformId);
    const happened: ChangeSet = { reformId, rehearsalId: null };
    return {
      reform,
      due: today >= reform.effective,
      story: await getReformStory(tx, reformId),
      units: await listReformUnits(tx, reformId),
      successions: await listSuccessionsOfReform(tx, reformId),
      corrections: await withNames(tx, await listSuccessionHistory(tx, reformId)),
      left: await leftByCorrections(tx, reformId),
      steps: await listSteps(tx, reformId),
      rehearsals: await listRehearsals(tx, reformId),
      application: await findApplication(tx, reformId),
      happened: await summariseChanges(tx, happened),
      tasks: await withMatters(tx, await listTasks(tx, reformId, null, PAGE)),
    };
  },
  audit: NOT_PERSONAL,
});

const Changes = z.object({
  reformId: z.uuid(),
  rehearsalId: z.uuid().nullish().transform((id) => id ?? null),
  participant: z.string().optional().transform((word) => word || undefined),
  kind: z.string().optional().transform((word) => word || undefined),
  effect: z.enum(['', 'changes', 'ends', 'continues', 'starts', 'needs-person']).optional().transform((word) => word || undefined),
  after: emptyAsNull(z.string().transform((words) => Buffer.from(words, 'base64url').toString()).pipe(jsonInput(z.tuple([z.string(), z.string(), z.string(), z.string()])))),
});

/** The changes of a rehearsal, or those that happened, a page at a time. Labels name institutions and users, never residents. */
export const showChanges = readAction({
  name: 'reforms.show-changes',
  title: { lv: 'Apskatītas reformas izmaiņas', en: 'Looked at the changes of a reform' },
  permission: operate,
  input: Changes,
  async run({ tx }, { reformId, rehearsalId, participant, kind, effect, after }) {
    const reform = await getReform(tx, reformId);
    const rehearsal = rehearsalId ? await findRehearsal(tx, rehearsalId) : undefined;
    if (rehearsalId && rehearsal?.reformId !== reformId) throw new NotFound('no-such-rehearsal', { lv: 'Šāda izmēģinājuma nav.', en: 'There is no such rehearsal.' });
    const set: ChangeSet = { reformId, rehearsalId };
    const rows = await listChanges(tx, set, { participant, kind, effect }, after, PAGE + 1);
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    const next = last && Buffer.from(JSON.stringify([last.participant, last.kind, last.label, last.key])).toString('base64url');
    return { reform, rehearsal, summary: await summariseChanges(tx, set), rows: page, next };
  },
  audit: NOT_PERSONAL,
});

/** All changes, for a spreadsheet made of the same query. */
export const exportChanges = readAction({
  name: 'reforms.export-changes',
  title: { lv: 'Izgūtas reformas izmaiņas', en: 'Exported the changes of a reform' },
  permission: operate,
  input: Changes,
  async run({ tx }, { reformId, rehearsalId, participant, kind, effect }) {
    return { reform: await getReform(tx, reformId), rows: streamChanges(tx, { reformId, rehearsalId }, { participant, kind, effect }) };
  },
  audit: NOT_PERSONAL,
});
