import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { listOrder, orderFields } from '#kernel/list-order.js';
import { jsonInput } from '#kernel/json-input.js';
import { getReform, getReformInMotion, getReformStory, listMisfitting, listReforms, listReformUnits, listSuccessionHistory, listSuccessionsOfReform, misfitsOf, type TerritorialReform } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import type { RegisterChange } from '../domain/foretold-changes.js';
import { operate } from '../permissions.js';
import { type ChangeFilter, type ChangeSet, CHANGES_SORTED_BY, countRightsByUnit, listChanges, streamChanges, summariseChanges } from '../store/changes.js';
import { listDifferences, streamDifferences } from '../store/differences.js';
import { type ApplicationRow, findApplication, findRehearsal, listRehearsals, type RehearsalRow } from '../store/rehearsals.js';
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
  async run({ tx }) {
    const reforms = await listReforms(tx);
    return { reforms, misfitting: await listMisfitting(tx, reforms) };
  },
  audit: NOT_PERSONAL,
});

export const showReform = readAction({
  name: 'reforms.show-reform',
  title: { lv: 'Apskatīta reforma', en: 'Looked at a reform' },
  permission: operate,
  input: z.object({ reformId: z.uuid() }),
  async run({ tx, today, scope }, { reformId }) {
    const reform = await getReform(tx, reformId);
    const happened: ChangeSet = { reformId, rehearsalId: null };
    const tasks = await listTasks(tx, scope, reformId, PAGE);
    return {
      reform,
      due: today >= reform.effective,
      misfits: await misfitsOf(tx, reformId),
      story: await getReformStory(tx, reformId),
      units: await listReformUnits(tx, reformId),
      successions: await listSuccessionsOfReform(tx, reformId),
      corrections: await withNames(tx, await listSuccessionHistory(tx, reformId)),
      left: (await leftByCorrections(tx, reformId)).filter(({ unitId }) => scope.everywhere || scope.unitIds.includes(unitId)),
      steps: await listSteps(tx, reformId),
      rehearsals: await listRehearsals(tx, reformId),
      application: await findApplication(tx, reformId),
      happened: await summariseChanges(tx, scope, happened),
      tasks: await withMatters(tx, tasks),
      openTasks: tasks[0]?.open ?? 0,
    };
  },
  audit: ({ input, output }) => ({ facts: { reform: input.reformId, found: output.tasks.length } }),
});

const Word = z.string().optional().transform((word) => word || undefined);
const fromAddress = (words: string): string => Buffer.from(words, 'base64url').toString();
const inAddress = (words: readonly string[]): string => Buffer.from(JSON.stringify(words)).toString('base64url');
const After = emptyAsNull(z.string().transform(fromAddress).pipe(jsonInput(z.tuple([z.string(), z.string(), z.string(), z.string()]))));

const Changes = z.object({
  reformId: z.uuid(),
  rehearsalId: z.uuid().nullish().transform((id) => id ?? null),
  participant: Word,
  kind: Word,
  words: z.string().trim().max(100).optional().transform((words) => words || undefined),
  unit: emptyAsNull(z.coerce.number().int().positive()).transform((id) => id ?? undefined),
  effect: z.enum(['', 'changes', 'ends', 'continues', 'starts', 'needs-person']).optional().transform((word) => word || undefined),
  ...orderFields(CHANGES_SORTED_BY),
  after: emptyAsNull(z.string().transform(fromAddress).pipe(jsonInput(z.tuple([z.string(), z.string(), z.string()])))),
});

type Changes = z.infer<typeof Changes>;

const filterOf = ({ participant, kind, effect, unit, words }: Changes): ChangeFilter => ({ participant, kind, effect, unitId: unit, words });

async function setOf(tx: Read, { reformId, rehearsalId }: Changes) {
  const reform = await getReform(tx, reformId);
  const rehearsal = rehearsalId ? await findRehearsal(tx, rehearsalId) : undefined;
  if (rehearsalId && rehearsal?.reformId !== reformId) throw new NotFound('no-such-rehearsal', { lv: 'Šāda izmēģinājuma nav.', en: 'There is no such rehearsal.' });
  return { reform, rehearsal };
}

const oldUnits = ({ moves }: TerritorialReform) => [...new Map(moves.map(({ from }) => [from.unitId, from])).values()].toSorted((a, b) => inLatvianOrder(a.name, b.name));

/** The place after which the next page begins; undefined where there is none. */
const placeAfter = (rows: readonly Pick<RegisterChange, 'participant' | 'kind' | 'label' | 'key'>[]): string | undefined => {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return last && inAddress([last.participant, last.kind, last.label, last.key]);
};

/** The changes of a rehearsal, or those that happened, a page at a time: rights and users by name, residents only counted. */
export const showChanges = readAction({
  name: 'reforms.show-changes',
  title: { lv: 'Apskatītas reformas izmaiņas', en: 'Looked at the changes of a reform' },
  permission: operate,
  input: Changes,
  async run({ tx, scope }, input) {
    const { reform, rehearsal } = await setOf(tx, input);
    const order = listOrder(input);
    const rows = await listChanges(tx, scope, input, filterOf(input), order, input.after, PAGE + 1);
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    const units = oldUnits(await getReformInMotion(tx, reform.id)).filter(({ unitId }) => scope.everywhere || scope.unitIds.includes(unitId));
    return { reform, rehearsal, units, order, summary: await summariseChanges(tx, scope, input), rights: await countRightsByUnit(tx, scope, input), rows: rows.slice(0, PAGE), next: last && inAddress([last.participant, last.kind, last.key]) };
  },
  audit: ({ input, output }) => ({ facts: { reform: input.reformId, found: output.rows.length } }),
});

/** All changes, for a spreadsheet made of the same query. */
export const exportChanges = readAction({
  name: 'reforms.export-changes',
  title: { lv: 'Izgūtas reformas izmaiņas', en: 'Exported the changes of a reform' },
  permission: operate,
  input: Changes,
  async run({ tx, scope }, input) {
    const { reform, rehearsal } = await setOf(tx, input);
    const application = rehearsal ? undefined : await findApplication(tx, reform.id);
    return { reform, moments: momentsOf(rehearsal, application), rows: streamChanges(tx, scope, input, filterOf(input), listOrder(input)) };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

/** Of when what a file says is: the moment that a rehearsal looked at, the one of the reform, and by whom. */
export interface Moment {
  readonly of: 'rehearsal' | 'application';
  readonly at: Date;
  readonly by: string;
}

const momentsOf = (rehearsal: RehearsalRow | undefined, application: ApplicationRow | undefined): Moment[] => [
  ...(rehearsal ? [{ of: 'rehearsal' as const, at: rehearsal.startedAt ?? rehearsal.askedAt, by: rehearsal.askedBy }] : []),
  ...(application ? [{ of: 'application' as const, at: application.appliedAt, by: application.appliedBy }] : []),
];

const Differences = z.object({ reformId: z.uuid(), participant: Word, kind: Word, after: After });

/** Where what happened differs from the last rehearsal, a page at a time. */
export const showDifferences = readAction({
  name: 'reforms.show-differences',
  title: { lv: 'Apskatīts, ar ko notikušais atšķiras no izmēģinātā', en: 'Looked at where what happened differs from the rehearsal' },
  permission: operate,
  input: Differences,
  async run({ tx, scope }, { reformId, after, ...filter }) {
    const reform = await getReform(tx, reformId);
    const application = await findApplication(tx, reformId);
    if (!application) throw new NotFound('not-applied', { lv: 'Šī reforma vēl nav īstenota.', en: 'This reform has not been applied yet.' });
    const rows = await listDifferences(tx, scope, reformId, filter, after, PAGE + 1);
    return { reform, application, rows: rows.slice(0, PAGE), next: placeAfter(rows) };
  },
  audit: ({ input, output }) => ({ facts: { reform: input.reformId, found: output.rows.length } }),
});

export const exportDifferences = readAction({
  name: 'reforms.export-differences',
  title: { lv: 'Izgūts, ar ko notikušais atšķiras no izmēģinātā', en: 'Exported where what happened differs from the rehearsal' },
  permission: operate,
  input: Differences,
  async run({ tx, scope }, { reformId, participant, kind }) {
    const application = await findApplication(tx, reformId);
    const rehearsal = application?.rehearsalId ? await findRehearsal(tx, application.rehearsalId) : undefined;
    return { reform: await getReform(tx, reformId), moments: momentsOf(rehearsal, application), rows: streamDifferences(tx, scope, reformId, { participant, kind }) };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});
