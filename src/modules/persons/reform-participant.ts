import { fateOf, oldUnitIds, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import { countHomes, countHomesRead, type HomesRow, type ReadHomesRow } from './store/reform.js';

const KIND = 'resident-address';

/**
 * Residents in a reform. Their addresses are facts of their own day and are not rewritten; what changes is the
 * municipality in which they are read: foretold by the reform, told afterwards by the new map itself.
 */
export const personsInReform: ReformParticipant = {
  name: 'persons',
  title: { lv: 'Iedzīvotāji', en: 'Residents' },
  kinds: { [KIND]: { lv: 'Iedzīvotāju deklarētās dzīvesvietas', en: 'Residents’ declared addresses' } },
  undecided: { [KIND]: { lv: 'vienību sadala, un adresēs nav pagasta vai pilsētas, kas to izšķir', en: 'the unit is divided, and the addresses have no parish or town that decides' } },
  onlyRead: [KIND],
  plan: async (tx, reform) => summedUp((await countHomes(tx, oldUnitIds(reform), reform.effective)).map((homes) => foretold(reform, homes))),
  apply: async (tx, reform) => summedUp((await countHomesRead(tx, oldUnitIds(reform), reform.effective)).map((homes) => readAfterwards(reform, homes))),
};

/** One change for all that go the same way. */
function summedUp(all: readonly (ReformChange | null)[]): ReformChange[] {
  const changes = new Map<string, ReformChange>();
  for (const change of all) {
    if (!change) continue;
    const known = changes.get(change.key);
    changes.set(change.key, known ? { ...known, count: known.count + change.count } : change);
  }
  return [...changes.values()];
}

function foretold(reform: TerritorialReform, { unitId, name, part, residents }: HomesRow): ReformChange | null {
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

function readAfterwards(reform: TerritorialReform, { unitId, name, residents, nowUnitId, nowAtvk, nowName }: ReadHomesRow): ReformChange {
  const base = { kind: KIND, unitId, label: name, before: name, count: residents };
  if (nowAtvk === null) return { ...base, key: `${unitId}:?`, after: null, effect: 'needs-person' };
  const goesOn = nowUnitId === unitId && reform.moves.some((move) => move.from.unitId === unitId && move.continues);
  return { ...base, key: `${unitId}:${nowAtvk}`, after: nowName, effect: goesOn ? 'continues' : 'changes' };
}
