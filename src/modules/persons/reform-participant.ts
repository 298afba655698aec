import { fateOf, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { countHomes, type HomesRow } from './store/reform.js';

const KIND = 'resident-address';

/**
 * Residents in a reform. Their addresses are facts of their own day and are not rewritten; what changes is the
 * municipality in which they are read, so planning and applying are the same counting.
 */
export const personsInReform: ReformParticipant = {
  name: 'persons',
  title: { lv: 'Iedzīvotāji', en: 'Residents' },
  kinds: { [KIND]: { lv: 'Iedzīvotāju deklarētās dzīvesvietas', en: 'Residents’ declared addresses' } },
  onlyRead: [KIND],
  plan: (tx, reform) => readingChanges(tx, reform),
  apply: (tx, reform) => readingChanges(tx, reform),
};

async function readingChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const unitIds = [...new Set(reform.moves.map((move) => move.from.unitId))];
  const changes = new Map<string, ReformChange>();
  for (const homes of await countHomes(tx, unitIds, reform.effective)) {
    const change = changeOf(reform, homes);
    if (!change) continue;
    const known = changes.get(change.key);
    changes.set(change.key, known ? { ...known, count: known.count + change.count } : change);
  }
  return [...changes.values()];
}

function changeOf(reform: TerritorialReform, { unitId, name, part, residents }: HomesRow): ReformChange | null {
  const fate = fateOf(reform, unitId, part === '' ? null : part);
  const base = { kind: KIND, unitId, label: name, before: name, count: residents };
  switch (fate.kind) {
    case 'untouched':
      return null;
    case 'continues':
      return { ...base, key: `${unitId}:${fate.to.atvk}`, after: fate.to.name, effect: 'continues' };
    case 'moves':
      return { ...base, key: `${unitId}:${fate.to.atvk}`, after: fate.to.name, effect: 'changes' };
    case 'undecided':
      return { ...base, key: `${unitId}:?`, after: null, effect: 'needs-person' };
  }
}
