import type { ReformChange, ReformParticipant, TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { ACTUAL_FOUNDER, type FounderSuccession, founderChanges, placeChanges } from './domain/reform-changes.js';
import { refreshAllSearch } from './store/changes.js';
import { misplacedInstitutions } from './misplaced.js';
import { chooseFounder, mattersOf } from './reform-tasks.js';
import { founderNamesOn, listFounded, listPlaces, type MatterKind, moveFounders } from './store/reform.js';

const ADDRESS = 'address';
const DELIVERY_PLACE = 'delivery-place';

/**
 * Institutions in a reform: actual founders go over to the successor by themselves; where a split unit's parish is not known
 * the founder is left as it was and a person decides. Addresses stay facts of their own day.
 */
export const institutionsInReform: ReformParticipant = {
  name: 'institutions',
  title: { lv: 'Izglītības iestādes', en: 'Education institutions' },
  kinds: {
    [ACTUAL_FOUNDER]: { lv: 'Faktiskie dibinātāji', en: 'Actual founders' },
    [ADDRESS]: { lv: 'Iestāžu adreses', en: 'Addresses of institutions' },
    [DELIVERY_PLACE]: { lv: 'Programmu īstenošanas vietas', en: 'Delivery places' },
  },
  async plan(tx, reform) {
    const { changes } = founderChanges(reform, await listFounded(tx, oldUnits(reform), reform.effective));
    return [...changes, ...(await readingChanges(tx, reform))];
  },
  async apply(tx, reform, now) {
    const { changes, successions } = founderChanges(reform, await listFounded(tx, oldUnits(reform), reform.effective));
    await moveFounders(tx, successions.map(moveOf), reform.effective, reform.legalBasis, `reform ${reform.effective}`, now);
    await refreshAllSearch(tx);
    const names = await founderNamesOn(tx, successions.map((one) => one.institutionId), reform.effective);
    const happened = changes.map((change) => (change.effect === 'changes' ? { ...change, after: names.get(change.key) ?? null } : change));
    return [...happened, ...(await readingChanges(tx, reform))];
  },
  onlyRead: [ADDRESS, DELIVERY_PLACE],
  misplaced: misplacedInstitutions,
  async matters(tx, kind, keys) {
    const table = TABLES[kind];
    return table ? mattersOf(tx, table, keys) : new Map();
  },
  choose: { [ACTUAL_FOUNDER]: chooseFounder },
};

/** A counted row of those that go on has no key of a row, and is never a person's. */
const TABLES: Readonly<Record<string, MatterKind>> = { [ACTUAL_FOUNDER]: 'institution', [ADDRESS]: 'address', [DELIVERY_PLACE]: 'delivery_place' };

const oldUnits = (reform: TerritorialReform) => [...new Set(reform.moves.map((move) => move.from.unitId))];

function moveOf({ institutionId, to }: FounderSuccession) {
  if (to.unitId === null) throw new Error(`the successor ${to.atvk} has not begun yet`);
  return { institutionId, unitId: to.unitId };
}

const readingChanges = async (tx: Read, reform: TerritorialReform): Promise<ReformChange[]> => [
  ...placeChanges(reform, ADDRESS, await listPlaces(tx, 'address', oldUnits(reform), reform.effective)),
  ...placeChanges(reform, DELIVERY_PLACE, await listPlaces(tx, 'delivery_place', oldUnits(reform), reform.effective)),
];
