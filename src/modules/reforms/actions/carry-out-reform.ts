import { applyReformToMap, getReformInMotion } from '#modules/territories/public.js';
import type { Write } from '#platform/db/transaction.js';
import { compareChanges, differenceSize, type RegisterChange } from '../domain/compare-changes.js';
import { PARTICIPANTS } from '../participants.js';
import { insertChanges, openTasks } from '../store/changes.js';
import { type ApplicationRow, insertApplication } from '../store/rehearsals.js';

/**
 * Carries a reform out in the caller's transaction: foretells every change on this very data, draws the new map, lets each
 * register change, and compares. All of it stands or falls together.
 * @throws Error when what happened differs from what was foretold: then nothing has happened.
 */
export async function carryOutReform(tx: Write, reformId: string, by: string, now: Date): Promise<ApplicationRow> {
  const before = await getReformInMotion(tx, reformId);
  const foreseen: RegisterChange[] = [];
  for (const { name, plan } of PARTICIPANTS) foreseen.push(...(await plan(tx, before)).map((change) => ({ participant: name, ...change })));
  const reform = await applyReformToMap(tx, reformId, now);
  const happened: RegisterChange[] = [];
  for (const { name, apply } of PARTICIPANTS) happened.push(...(await apply(tx, reform, now)).map((change) => ({ participant: name, ...change })));

  const difference = compareChanges(foreseen, happened);
  if (differenceSize(difference) > 0) throw new ReformDiffers(difference.onlyForeseen.length, difference.onlyHappened.length, differingKinds(difference));
  await insertChanges(tx, reformId, null, happened);
  await openTasks(tx, reformId);
  const application = { appliedAt: now, appliedBy: by, foreseen: foreseen.length, happened: happened.length, difference: 0 };
  await insertApplication(tx, reformId, application);
  return application;
}

/** A fault of a register's plan; the reform is left as if never begun, and the operator is told. */
class ReformDiffers extends Error {
  constructor(onlyForeseen: number, onlyHappened: number, kinds: string) {
    super(`reform not applied: ${onlyForeseen} changes foreseen but not made, ${onlyHappened} made but not foreseen (${kinds})`);
  }
}

const differingKinds = ({ onlyForeseen, onlyHappened }: ReturnType<typeof compareChanges>) =>
  [...new Set([...onlyForeseen, ...onlyHappened].map((change) => `${change.participant}/${change.kind}/${change.effect}`))].slice(0, 8).join(', ');
