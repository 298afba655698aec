import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { columnsOfJson } from '../../domain/oneroster/columns-of-json.js';
import type { DataFile } from '../../domain/oneroster/files.js';
import { changedSinceOf, placeAfter, printOf, PULLED } from '../../domain/oneroster/pull-plan.js';
import type { PackageRow, RecordSource } from '../../domain/oneroster/read-records.js';
import { closedTrouble, isNote } from '../../domain/oneroster/trouble.js';
import { translate } from '../../domain/oneroster/translate.js';
import { keepKnown, readEarlier } from '../../store/oneroster/known-records.js';
import { findLastDone, findPull, findServer, finishPull, hasPulled, insertPull, keepPage, listPulled, lockPull, notePullFailure, type PullRow } from '../../store/oneroster/pulls.js';
import { endUnconfirmed } from './ask-for-pull.js';
import { grouping, receiveGroup } from './receive-group.js';
import { withdrawSent } from './withdraw-sent.js';

/** Nothing is left to fetch of a pull whose next page stands here. */
export const FETCHED_ALL = -1;

/** Keeps a page that was fetched, with where to go on: from here a killed fetch continues. */
export const keepPulledPage = writeAction({
  name: 'intake.keep-oneroster-page',
  title: { lv: 'Ielasīta e-žurnāla servera lapa', en: 'Page of an e-journal’s server fetched' },
  permission: JOBS_ALONE,
  input: z.object({ pullId: z.uuid(), collection: z.enum(PULLED), offset: z.int(), records: z.array(z.record(z.string(), z.unknown())), total: z.int().nullable(), next: z.url().nullable() }),
  async run({ tx }, { pullId, collection, offset, ...page }): Promise<{ pull: PullRow | null }> {
    const pull = await findPull(tx, pullId);
    if (pull?.collection !== collection || pull.nextOffset !== offset) return { pull: null };
    const kept = await keepPage(tx, pull, page.records.flatMap((one) => columnsOfJson(collection, one)), page.records.length, placeAfter({ collection, offset, link: null }, page), printOf(page));
    return { pull: kept ? ((await findPull(tx, pullId)) ?? null) : null };
  },
  audit: ({ input }) => ({ facts: { pull: input.pullId, collection: String(input.collection), records: input.records.length } }),
});

/** Gives what was fetched to the pipeline, takes back what the server took back, and throws the pages away. */
export const finishPulling = writeAction({
  name: 'intake.finish-oneroster-pull',
  title: { lv: 'E-žurnāla servera vērtējumi nodoti reģistram', en: 'Marks of an e-journal’s server handed to the register' },
  permission: JOBS_ALONE,
  input: z.object({ pullId: z.uuid() }),
  async run(context, { pullId }): Promise<{ batches: number; withdrawn: number; troubles: number; persons: readonly string[] }> {
    const { tx, now, today } = context;
    const pull = await lockPull(tx, pullId);
    const server = pull && (await findServer(tx, pull.serverId, EVERYWHERE));
    if (pull?.state !== 'working' || !server || (await endUnconfirmed(context, pull, server))) return { batches: 0, withdrawn: 0, troubles: 0, persons: [] };
    const { institutionId, journalId, regNr } = server;
    const source = `pull ${journalId}`;
    const { add, groups } = grouping();
    const { troubles: met, withdrawn: gone, known } = await translate(await pulledRecords(context, pull), { regNr, earlier: await readEarlier(tx, institutionId, source) }, add);
    const { withdrawn, persons, closed } = await withdrawSent(tx, gone.map(({ id }) => id), { institutionIds: [institutionId], journalId, program: null, channel: 'service', by: pull.startedBy, at: now, today });
    const troubles = [...met, ...closedTrouble(gone, closed.map(({ record }) => record.sourceRecord))];
    const batchIds: string[] = [];
    for (const group of groups()) batchIds.push(await receiveGroup(context, { institutionId, journalId, channel: 'service', format: 'oneroster-rest', by: pull.startedBy, key: `oneroster pull ${pullId}`, isDryRun: false }, group));
    await keepKnown(tx, institutionId, source, known, now);
    const left = troubles.reduce((total, one) => total + one.count, 0);
    await finishPull(tx, pullId, { state: 'done', batchIds, withdrawn, failure: left === 0 ? '' : troubles.map(({ code, count }) => `${code}: ${count}`).join(', '), troubles: troubles.reduce((total, { code, count }) => (isNote(code) ? total : total + count), 0) }, now);
    return { batches: batchIds.length, withdrawn, troubles: left, persons };
  },
  audit: ({ input, output: { persons, ...counts } }) => ({ subjects: persons, facts: { pull: input.pullId, ...counts } }),
});

/** Says why a fetch does not go on; for good where trying again would not help. */
export const giveUpPull = writeAction({
  name: 'intake.give-up-oneroster-pull',
  title: { lv: 'Ielasīšana no e-žurnāla servera neizdevās', en: 'Fetching from an e-journal’s server failed' },
  permission: JOBS_ALONE,
  input: z.object({ pullId: z.uuid(), failure: z.string().max(300), isFinal: z.boolean() }),
  async run({ tx, now }, { pullId, failure, isFinal }): Promise<null> {
    if (isFinal) await finishPull(tx, pullId, { state: 'failed', batchIds: [], withdrawn: 0, failure }, now);
    else await notePullFailure(tx, pullId, failure);
    return null;
  },
  audit: ({ input }) => ({ facts: { pull: input.pullId, failure: input.failure, final: input.isFinal } }),
});

/** A fetch that nobody asked for: each night, of every connected server. */
export const beginPull = writeAction({
  name: 'intake.begin-oneroster-pull',
  title: { lv: 'Sākta ikdienas ielasīšana no e-žurnāla servera', en: 'Daily fetching from an e-journal’s server begun' },
  permission: JOBS_ALONE,
  input: z.object({ serverId: z.uuid() }),
  run: async (context, { serverId }): Promise<{ pullId: string }> => ({ pullId: await newPull(context, serverId) }),
  audit: ({ input }) => ({ facts: { server: input.serverId } }),
});

/** A new fetch, of all that the last one may have missed. */
export const newPull = async ({ tx, actor, now }: Pick<WriteContext, 'tx' | 'actor' | 'now'>, serverId: string): Promise<string> =>
  insertPull(tx, serverId, changedSinceOf(await findLastDone(tx, serverId)), actor.id ?? actor.name, now);

async function pulledRecords({ tx }: WriteContext, { id }: PullRow): Promise<RecordSource> {
  const outcomes = await hasPulled(tx, id, 'resultLearningObjectiveIds');
  return {
    has: (file) => (file === 'resultLearningObjectiveIds' ? outcomes : true),
    async *read(file: DataFile): AsyncGenerator<PackageRow> {
      for (const [at, columns] of (await listPulled(tx, id, file)).entries()) {
        yield { row: at + 1, id: columns['sourcedId'] ?? '', deleted: columns['status'] === 'tobedeleted', value: (column) => columns[column] ?? '' };
      }
    },
  };
}
