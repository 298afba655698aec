import { getReformInMotion, type TerritorialReform } from '#modules/territories/public.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { RegisterChange } from '../domain/foretold-changes.js';
import { PARTICIPANTS } from '../participants.js';
import { insertChanges } from '../store/changes.js';
import { beginRehearsal, finishRehearsal, insertRehearsal } from '../store/rehearsals.js';

/** Everything that a reform would change in every register; `step` is told which register comes next. */
export async function* foretell(tx: Read, reform: TerritorialReform, step?: (register: string) => Promise<unknown>): AsyncGenerator<RegisterChange> {
  for (const { name, plan } of PARTICIPANTS) {
    await step?.(name);
    for await (const change of await plan(tx, reform)) yield { participant: name, ...change };
  }
}

/** Rehearses a reform in the caller's transaction, as loading data does before it carries one out. */
export async function rehearseAtOnce(tx: Write, reformId: string, by: string, now: Date): Promise<void> {
  const id = await insertRehearsal(tx, reformId, by, now);
  await beginRehearsal(tx, id, now);
  const changes = await insertChanges(tx, reformId, id, foretell(tx, await getReformInMotion(tx, reformId)));
  await finishRehearsal(tx, id, changes, now);
}
