import { fateOf, type CorrectionInMotion, type ReformChange } from '#modules/territories/public.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { listGrantsAtWrong, listUsersAt } from './store/misplaced.js';
import { listGrantsOnUnits } from './store/reform.js';

/** The kinds of change as the register's part in a reform names them. */
interface Kinds {
  readonly user: string;
  readonly grant: string;
}

/**
 * Users whom the reform, or a person after it, sent to a municipality that succeeds theirs no longer, rights that such users got there beforehand, and
 * rights at a municipality that, by the correction, ceased. Rights are a person's word: a correction neither gives nor ends any.
 */
export async function misplacedRights(tx: Read, correction: CorrectionInMotion, happened: readonly ReformChange[], kinds: Kinds): Promise<ReformChange[]> {
  const { moves, wrongly, effective, id } = correction;
  const [first] = moves;
  if (!first) return [];
  const { unitId, name } = first.from;
  const fate = fateOf(correction, unitId, null);
  const right = fate.kind === 'moves' || fate.kind === 'continues' ? fate.to.name : null;
  const effect: ReformChange['effect'] = right === null ? 'needs-person' : 'changes';
  const bodies = wrongly.flatMap((unit) => (unit.unitId === null ? [] : [unit.unitId]));
  const sent = happened.filter((one) => one.kind === kinds.user && (one.effect === 'changes' || one.effect === 'needs-person')).map(({ key }) => key);
  const row = (kind: string) => (found: { id: string; label: string; unit: string; role?: Text }): ReformChange => ({ kind, key: found.id, unitId, label: found.label, role: found.role ?? null, before: found.unit, after: right, effect, count: 1 });
  const ending = fate.kind === 'continues' ? [] : await listGrantsOnUnits(tx, [unitId], effective);
  return [
    ...(await listUsersAt(tx, sent, bodies)).map(row(kinds.user)),
    ...(await listGrantsAtWrong(tx, id, unitId, bodies)).map(row(kinds.grant)),
    ...ending.map((grant): ReformChange => ({ kind: kinds.grant, key: grant.id, unitId, label: grant.userName, role: grant.role, before: name, after: null, effect: 'ends', count: 1 })),
  ];
}
