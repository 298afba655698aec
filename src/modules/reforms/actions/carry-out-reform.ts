import { applyReformToMap, getReformInMotion, type TerritorialReform } from '#modules/territories/public.js';
import type { Write } from '#platform/db/transaction.js';
import { ForetoldChanges, type RegisterChange } from '../domain/foretold-changes.js';
import { PARTICIPANTS } from '../participants.js';
import { insertChanges, openTasks } from '../store/changes.js';
import { insertDifferences, listDifferingKeys, noteTraces } from '../store/differences.js';
import { findLastRehearsal, insertApplication, type NewApplication, type RehearsalRow } from '../store/rehearsals.js';
import { foretell } from './foretell.js';

/**
 * Carries a reform out in the caller's transaction: foretells every change on this very data, draws the new map, lets each
 * register change and read back what it did, and compares; then compares with the last rehearsal, whose data may have been other
 * data, and keeps every row that differs. All of it stands or falls together.
 * @throws Error when what happened differs from what was foretold on this data: then nothing has happened.
 */
export async function carryOutReform(tx: Write, reformId: string, by: string, now: Date): Promise<NewApplication> {
  const foretold = new ForetoldChanges();
  for await (const change of foretell(tx, await getReformInMotion(tx, reformId))) foretold.foretell(change);
  const reform = await applyReformToMap(tx, reformId, now);
  const happened = await insertChanges(tx, reformId, null, applied(tx, reform, now, foretold));
  if (foretold.fault) throw new ReformDiffers(foretold.fault);
  await openTasks(tx, reformId);
  const rehearsal = await findLastRehearsal(tx, reformId);
  const application = {
    appliedAt: now,
    appliedBy: by,
    foreseen: rehearsal?.changes ?? foretold.size,
    happened,
    difference: rehearsal ? await compareWithRehearsal(tx, rehearsal, now) : 0,
    rehearsalId: rehearsal?.id ?? null,
  };
  await insertApplication(tx, reformId, application);
  return application;
}

/** Lets each register change, one after the other, and tells what they did. */
async function* applied(tx: Write, reform: TerritorialReform, now: Date, foretold: ForetoldChanges): AsyncGenerator<RegisterChange> {
  for (const { name, apply } of PARTICIPANTS) {
    for await (const told of await apply(tx, reform, now)) {
      const change = { participant: name, ...told };
      foretold.happened(change);
      yield change;
    }
  }
}

/** Keeps every row in which what happened differs from the rehearsal, with what its register did to it meanwhile; tells how many. */
async function compareWithRehearsal(tx: Write, { id, reformId, startedAt, askedAt }: RehearsalRow, now: Date): Promise<number> {
  const differing = await insertDifferences(tx, reformId, id);
  if (differing === 0) return 0;
  for (const { participant, kind, keys } of await listDifferingKeys(tx, reformId)) {
    const traces = await PARTICIPANTS.find((one) => one.name === participant)?.traces?.(tx, kind, keys, { from: startedAt ?? askedAt, to: now });
    if (traces && traces.size > 0) await noteTraces(tx, reformId, participant, kind, traces);
  }
  return differing;
}

/** A fault of a register's plan; the reform is left as if never begun, and the operator is told. */
class ReformDiffers extends Error {
  constructor({ onlyForetold, onlyHappened, kinds }: NonNullable<ForetoldChanges['fault']>) {
    super(`reform not applied: ${onlyForetold} changes foreseen but not made, ${onlyHappened} made but not foreseen (${kinds.slice(0, 8).join(', ')})`);
  }
}
