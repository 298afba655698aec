import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { ceasingUnitIds, fateOf, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import { addDays } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { misplacedRights } from './misplaced.js';
import { requestMatters, userMatters } from './reform-tasks.js';
import { passRequirementsOn, REQUIREMENT, requirementChanges } from './requirements-in-reform.js';
import { countGrantsOnInstitutions, endGrantsOnUnits, listGrantsOnUnits, listOpenRequests, listPrepared, listUsersOfUnits, moveUsers, startPrepared } from './store/reform.js';
import { ENDED_BY_REFORM } from './texts.js';

const GRANT = 'grant';
const INSTITUTION_GRANT = 'institution-grant';
const USER = 'user';
const PREPARED = 'prepared-request';
const OPEN = 'open-request';

/**
 * Rights in a reform: grants on bodies that cease end on the day, those on bodies that go on and on institutions stay,
 * requests approved beforehand start, and undecided ones wait for a person. A split unit ceases, so its grants just end. What a
 * ceasing body asked before a right counts, its successors ask.
 */
export const accessInReform: ReformParticipant = {
  name: 'access',
  title: { lv: 'Lietotāji un tiesības', en: 'Users and rights' },
  kinds: {
    [GRANT]: { lv: 'Tiesības pašvaldībās', en: 'Rights in municipalities' },
    [INSTITUTION_GRANT]: { lv: 'Tiesības iestādēs', en: 'Rights in institutions' },
    [USER]: { lv: 'Pašvaldību lietotāji', en: 'Users of municipalities' },
    [REQUIREMENT]: { lv: 'Priekšnosacījumi tiesībām', en: 'Requirements of rights' },
    [PREPARED]: { lv: 'Iepriekš apstiprināti pieprasījumi', en: 'Requests approved beforehand' },
    [OPEN]: { lv: 'Neizlemti pieprasījumi', en: 'Undecided requests' },
  },
  misplaced: (tx, correction, happened) => misplacedRights(tx, correction, happened, { user: USER, grant: GRANT }),
  async plan(tx, reform) {
    const users = await userChanges(tx, reform);
    const open = await openChanges(tx, reform);
    return [...(await grantChanges(tx, reform)), ...(await institutionChanges(tx, reform)), ...users, ...(await requirementChanges(tx, reform)), ...(await preparedChanges(tx, reform)), ...open];
  },
  async apply(tx, reform, now) {
    const { effective, id } = reform;
    const by = `reform ${effective}`;
    const [grants, users, prepared, open] = [await grantChanges(tx, reform), await userChanges(tx, reform), await preparedChanges(tx, reform), await openChanges(tx, reform)];
    const ended = await endGrantsOnUnits(tx, ceasingUnitIds(reform), effective, { reason: ENDED_BY_REFORM, reformId: id, by }, now);
    const moved = await moveUsers(tx, employerMoves(reform), effective, now);
    const requirements = await passRequirementsOn(tx, reform, now);
    const started = await startPrepared(tx, id, effective, comingUnits(reform), by, now);
    return [
      ...grants.filter((change) => (change.effect === 'ends') === ended.has(change.key)),
      ...(await institutionChanges(tx, reform)),
      ...users.filter((change) => (change.effect === 'changes') === moved.has(change.key)),
      ...requirements,
      ...prepared.filter((change) => (change.effect === 'starts') === started.has(change.key)),
      ...open,
    ];
  },
  async matters(tx, kind, keys) {
    if (kind === USER) return userMatters(tx, keys);
    return kind === OPEN ? requestMatters(tx, keys) : new Map();
  },
};

const oldUnits = (reform: TerritorialReform) => [...new Map(reform.moves.map((move) => [move.from.unitId, move.from])).values()];
const oldUnitIds = (reform: TerritorialReform) => oldUnits(reform).map((unit) => unit.unitId);
const comingUnits = (reform: TerritorialReform) => [...new Map(reform.moves.map(({ to }) => [to.atvk, { atvk: to.atvk, unitId: to.unitId }])).values()];

const nameOf = (reform: TerritorialReform) => {
  const names = new Map(oldUnits(reform).map((unit) => [unit.unitId, unit.name]));
  return (unitId: number) => names.get(unitId)!;
};

async function grantChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const name = nameOf(reform);
  return (await listGrantsOnUnits(tx, oldUnitIds(reform), reform.effective)).map(({ id, unitId, userName, roleLv }) => {
    const fate = fateOf(reform, unitId, null);
    const base = { kind: GRANT, key: id, unitId, label: `${userName}, ${roleLv}`, before: name(unitId), count: 1 };
    return fate.kind === 'continues' ? { ...base, after: fate.to.name, effect: 'continues' } : { ...base, after: null, effect: 'ends' };
  });
}

async function institutionChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const name = nameOf(reform);
  const institutions = await listInstitutionsOfUnits(tx, oldUnitIds(reform), addDays(reform.effective, -1));
  const unitOf = new Map(institutions.map(({ id, unitId }) => [id, unitId]));
  const counts = new Map<number, number>();
  for (const { institutionId, grants } of await countGrantsOnInstitutions(tx, [...unitOf.keys()], reform.effective)) {
    const unitId = unitOf.get(institutionId)!;
    counts.set(unitId, (counts.get(unitId) ?? 0) + grants);
  }
  return [...counts].map(([unitId, count]) => ({ kind: INSTITUTION_GRANT, key: String(unitId), unitId, label: name(unitId), before: name(unitId), after: institutionsGoTo(reform, unitId) ?? name(unitId), effect: 'continues', count }));
}

/** The new municipality whose institutions a body's become; all of them where it is divided, and the parish decides for each institution. */
function institutionsGoTo(reform: TerritorialReform, unitId: number): string | undefined {
  const fate = fateOf(reform, unitId, null);
  switch (fate.kind) {
    case 'continues':
    case 'moves':
      return fate.to.name;
    case 'undecided':
      return [...new Set(fate.candidates.map((to) => to.name))].join(', ');
    case 'untouched':
      return undefined;
  }
}

async function userChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const name = nameOf(reform);
  return (await listUsersOfUnits(tx, oldUnitIds(reform))).map(({ id, name: label, unitId }) => {
    const fate = fateOf(reform, unitId, null);
    const base = { kind: USER, key: id, unitId, label, before: name(unitId), count: 1 };
    switch (fate.kind) {
      case 'continues':
        return { ...base, after: fate.to.name, effect: 'continues' };
      case 'moves':
        return { ...base, after: fate.to.name, effect: 'changes' };
      case 'undecided':
      case 'untouched':
        return { ...base, after: null, effect: 'needs-person' };
    }
  });
}

/** Pairs of bodies where all users of the old one go over to one new one. */
function employerMoves(reform: TerritorialReform) {
  return oldUnitIds(reform).flatMap((from) => {
    const fate = fateOf(reform, from, null);
    return fate.kind === 'moves' && fate.to.unitId !== null ? [{ from, to: fate.to.unitId }] : [];
  });
}

async function preparedChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const rows = await listPrepared(tx, reform.id, reform.effective, comingUnits(reform));
  return rows.map(({ id, userName, roleLv, comingAtvk, heldAlready }) => {
    const { from, to } = firstMoveTo(reform, comingAtvk)!;
    return { kind: PREPARED, key: id, unitId: from.unitId, label: `${userName}, ${roleLv}`, before: from.name, after: to.name, effect: heldAlready ? 'continues' : 'starts', count: 1 };
  });
}

/** Of the moves that lead to a coming unit the same one always, for naming the change. */
const firstMoveTo = (reform: TerritorialReform, atvk: string) =>
  reform.moves.filter((move) => move.to.atvk === atvk).reduce<TerritorialReform['moves'][number] | undefined>((least, move) => (least && least.from.atvk < move.from.atvk ? least : move), undefined);

async function openChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  return (await listOpenRequests(tx, reform.id, ceasingUnitIds(reform))).flatMap(({ id, userName, roleLv, unitId, comingAtvk, place }) => {
    const move = comingAtvk ? firstMoveTo(reform, comingAtvk) : undefined;
    const onUnit = unitId ?? move?.from.unitId;
    if (onUnit === undefined) return [];
    return { kind: OPEN, key: id, unitId: onUnit, label: `${userName}, ${roleLv}`, before: place ?? move?.to.name ?? '', after: null, effect: 'needs-person' as const, count: 1 };
  });
}
