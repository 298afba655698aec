import { ceasingUnitIds, fateOf, oldUnitIds, oldUnitName, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import { registerClients } from './permissions.js';
import { listOwned, listOwnedBy, moveOwned, type OwnedClient } from './store/owners.js';

const PROGRAM = 'program';

/**
 * Programs of municipalities in a reform: those of a body that ceases go over to its successor with everything they know, so that
 * someone there can go on looking after them; of a divided body a person says to whom. People enter them as before.
 */
export const appsInReform: ReformParticipant = {
  name: 'apps',
  title: { lv: 'Lietotnes', en: 'Programs' },
  kinds: { [PROGRAM]: { lv: 'Pašvaldību lietotnes', en: 'Programs of municipalities' } },
  undecided: { [PROGRAM]: { lv: 'pašvaldību sadala; kuram pēctecim lietotne pāriet, izlemj cilvēks', en: 'the municipality is divided; a person decides which successor the program goes to' } },
  plan: async (tx, reform) => (await listOwnedBy(tx, oldUnitIds(reform))).map((program) => foretold(reform, program)),
  async apply(tx, reform, now) {
    const before = await listOwnedBy(tx, oldUnitIds(reform));
    for (const unitId of ceasingUnitIds(reform)) {
      const fate = fateOf(reform, unitId, null);
      if (fate.kind !== 'moves' || fate.to.unitId === null) continue;
      await moveOwned(tx, before.filter((one) => one.unitId === unitId).map(({ id }) => id), [unitId], fate.to.unitId, `reform ${reform.effective}`, now);
    }
    const since = new Map((await listOwned(tx, before.map(({ id }) => id))).map(({ id, unitId }) => [id, unitId]));
    return before.map((program) => afterwards(reform, program, since.get(program.id) ?? program.unitId));
  },
  async misplaced(tx, correction, happened) {
    const [first] = correction.moves;
    if (!first) return [];
    const { after, effect } = foretold(correction, { ...first.from, id: '', title: '', sector: '' });
    const wrongly = new Map(correction.wrongly.map((unit) => [unit.unitId, unit.name]));
    const sent = await listOwned(tx, happened.filter((one) => one.kind === PROGRAM && (one.effect === 'changes' || one.effect === 'needs-person')).map(({ key }) => key));
    return sent.filter(({ unitId }) => wrongly.has(unitId)).map(({ id, title, unitId }) => ({ kind: PROGRAM, key: id, unitId: first.from.unitId, label: title, before: wrongly.get(unitId)!, after, effect, count: 1 }));
  },
  matters: async (tx, _, keys) => new Map((await listOwned(tx, keys)).map(({ id, sector }) => [id, { words: { lv: sector, en: sector }, href: `/apps/${id}`, permission: registerClients }])),
  choose: {
    [PROGRAM]: {
      by: 'successor',
      carryOut: async ({ tx, actor, now }, reform, key, { unitId }) => ((await moveOwned(tx, [key], ceasingUnitIds(reform), unitId, actor.id ?? actor.kind, now)) === 0 ? 'settled' : 'carried-out'),
    },
  },
};

function foretold(reform: TerritorialReform, program: OwnedClient): ReformChange {
  const fate = fateOf(reform, program.unitId, null);
  switch (fate.kind) {
    case 'continues':
      return change(reform, program, fate.to.name, 'continues');
    case 'moves':
      return change(reform, program, fate.to.name, 'changes');
    case 'untouched':
    case 'undecided':
      return change(reform, program, null, 'needs-person');
  }
}

/** The same told by whose it is in the register now. */
function afterwards(reform: TerritorialReform, program: OwnedClient, now: number): ReformChange {
  if (now !== program.unitId) return change(reform, program, reform.moves.find(({ to }) => to.unitId === now)?.to.name ?? null, 'changes');
  const goesOn = reform.moves.find((move) => move.from.unitId === now && move.continues);
  return goesOn ? change(reform, program, goesOn.to.name, 'continues') : change(reform, program, null, 'needs-person');
}

const change = (reform: TerritorialReform, { id, title, unitId }: OwnedClient, after: string | null, effect: ReformChange['effect']): ReformChange => ({
  kind: PROGRAM, key: id, unitId, label: title, before: oldUnitName(reform, unitId), after, effect, count: 1,
});
