import { ceasingUnitIds, oldUnitIds, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { COMING_FOUNDER, comingChange, comingFounderChanges } from './domain/coming-founders.js';
import { ACTUAL_FOUNDER, begun, founderChanges, foundersAfter, placeChanges, placesAfter } from './domain/reform-changes.js';
import { refreshAllSearch } from './store/changes.js';
import { misplacedInstitutions } from './misplaced.js';
import { chooseComingFounder, chooseFounder, choosePart, mattersOf, tracesOf } from './reform-tasks.js';
import { listComingFounders, listComingFoundersSince, moveComingFounders } from './store/coming-founders.js';
import { listFounded, listHanded, listPlaces, listPlacesRead, type MatterKind, moveFounders } from './store/reform.js';

const ADDRESS = 'address';
const DELIVERY_PLACE = 'delivery-place';

const FOUNDER_UNDECIDED: Text = {
  lv: 'dibinātāju sadala, un iestādes pagasts vai pilsēta tajā nav zināma',
  en: 'the founder is divided, and the institution’s parish or town within it is not known',
};
const PLACE_UNDECIDED: Text = { lv: 'vienību sadala, un adresē nav pagasta vai pilsētas, kas to izšķir', en: 'the unit is divided, and the address has no parish or town that decides' };

/**
 * Institutions in a reform: actual founders go over to the successor by themselves, and so do those recorded ahead; where a split
 * unit's parish is not known the founder is left as it was and a person decides. Addresses stay facts of their own day.
 */
export const institutionsInReform: ReformParticipant = {
  name: 'institutions',
  title: { lv: 'Izglītības iestādes', en: 'Education institutions' },
  kinds: {
    [ACTUAL_FOUNDER]: { lv: 'Faktiskie dibinātāji', en: 'Actual founders' },
    [COMING_FOUNDER]: { lv: 'Uz priekšu ierakstīti dibinātāji', en: 'Founders recorded ahead' },
    [ADDRESS]: { lv: 'Iestāžu adreses', en: 'Addresses of institutions' },
    [DELIVERY_PLACE]: { lv: 'Programmu īstenošanas vietas', en: 'Delivery places' },
  },
  undecided: {
    [ACTUAL_FOUNDER]: FOUNDER_UNDECIDED,
    [COMING_FOUNDER]: FOUNDER_UNDECIDED,
    [ADDRESS]: PLACE_UNDECIDED,
    [DELIVERY_PLACE]: PLACE_UNDECIDED,
  },
  async plan(tx, reform) {
    const { changes } = founderChanges(reform, await listFounded(tx, oldUnitIds(reform), reform.effective));
    const coming = comingFounderChanges(reform, await listComingFounders(tx, ceasingUnitIds(reform), reform.effective));
    return [...changes, ...coming.changes, ...(await readingChanges(tx, reform))];
  },
  async apply(tx, reform, now) {
    const { changes, successions } = founderChanges(reform, await listFounded(tx, oldUnitIds(reform), reform.effective));
    const by = recordedBy(reform);
    const coming = await listComingFounders(tx, ceasingUnitIds(reform), reform.effective);
    await moveFounders(tx, successions.map(({ institutionId, to }) => ({ institutionId, unitId: begun(to) })), reform.effective, reform.legalBasis, by, now);
    await moveComingFounders(tx, comingFounderChanges(reform, coming).successions.map(({ id, to }) => ({ id, unitId: begun(to) })), reform.legalBasis, by, now);
    await refreshAllSearch(tx);
    const undecided = new Set(changes.filter((change) => change.effect === 'needs-person').map((change) => change.key));
    const handed = await listHanded(tx, oldUnitIds(reform), reform.effective, by, now);
    const places = async (kind: string, table: 'address' | 'delivery_place') => placesAfter(reform, kind, await listPlacesRead(tx, table, oldUnitIds(reform), reform.effective));
    const since = await listComingFoundersSince(tx, coming.map(({ id }) => id), reform.effective);
    return [...foundersAfter(handed, undecided), ...since.map((row) => comingChange(row, row.now)), ...(await places(ADDRESS, 'address')), ...(await places(DELIVERY_PLACE, 'delivery_place'))];
  },
  onlyRead: [ADDRESS, DELIVERY_PLACE],
  misplaced: misplacedInstitutions,
  async matters(tx, kind, keys) {
    const table = TABLES[kind];
    return table ? mattersOf(tx, table, keys) : new Map();
  },
  async traces(tx, kind, keys, meanwhile) {
    const table = TABLES[kind];
    return table ? tracesOf(tx, table, keys, meanwhile) : new Map();
  },
  choose: {
    [ACTUAL_FOUNDER]: { by: 'successor', carryOut: chooseFounder },
    [COMING_FOUNDER]: { by: 'successor', carryOut: chooseComingFounder },
    [ADDRESS]: { by: 'part', carryOut: choosePart('address') },
    [DELIVERY_PLACE]: { by: 'part', carryOut: choosePart('delivery_place') },
  },
};

/** A counted row of those that go on has no key of a row, and is never a person's. */
const TABLES: Readonly<Record<string, MatterKind>> = { [ACTUAL_FOUNDER]: 'institution', [COMING_FOUNDER]: 'founder', [ADDRESS]: 'address', [DELIVERY_PLACE]: 'delivery_place' };

const recordedBy = (reform: TerritorialReform) => `reform ${reform.effective}`;

const readingChanges = async (tx: Read, reform: TerritorialReform): Promise<ReformChange[]> => [
  ...placeChanges(reform, ADDRESS, await listPlaces(tx, 'address', oldUnitIds(reform), reform.effective)),
  ...placeChanges(reform, DELIVERY_PLACE, await listPlaces(tx, 'delivery_place', oldUnitIds(reform), reform.effective)),
];

/** An institution whose actual founder a reform concerns: its name, the old body, and the name of the municipality that it belongs to afterwards. */
export interface InstitutionInReform {
  readonly institution: string;
  readonly unitId: number;
  readonly before: string;
  /** Null where a person has to decide. */
  readonly after: string | null;
  readonly moves: boolean;
}

/** What the reform will do to institutions, by their identity. */
export async function foretellInstitutions(tx: Read, reform: TerritorialReform): Promise<Map<string, InstitutionInReform>> {
  const founded = await listFounded(tx, oldUnitIds(reform), reform.effective);
  const { changes } = founderChanges(reform, founded);
  const named = new Map(changes.map((change) => [change.key, change]));
  return new Map(
    founded.map(({ institutionId, institution, unitId, unit }) => {
      const change = named.get(institutionId);
      const goesOn = reform.moves.find((move) => move.from.unitId === unitId && move.continues)?.to.name ?? null;
      return [institutionId, { institution, unitId, before: unit, after: change ? change.after : goesOn, moves: change !== undefined }];
    }),
  );
}

/** What the reform did to them, as it stands in the register. */
export async function institutionsAfterReform(tx: Read, reform: TerritorialReform, now: Date): Promise<Map<string, InstitutionInReform>> {
  const handed = await listHanded(tx, oldUnitIds(reform), reform.effective, recordedBy(reform), now);
  const goOn = new Set(reform.moves.filter((move) => move.continues).map((move) => move.from.unitId));
  return new Map(
    handed.map(({ institutionId, institution, unitId, unit, moved, founder }) => [
      institutionId,
      { institution, unitId, before: unit, after: moved || goOn.has(unitId) ? founder : null, moves: moved || !goOn.has(unitId) },
    ]),
  );
}
