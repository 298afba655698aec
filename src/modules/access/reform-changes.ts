import type { InstitutionInReform } from '#modules/institutions/public.js';
import { ceasingUnitIds, fateOf, type ReformChange, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import {
  type HeldAtInstitution,
  type HeldRow,
  listGrantsOnInstitutions,
  listGrantsOnUnits,
  listOpenRequests,
  listPrepared,
  listUsersTouched,
  type OpenRow,
  type PreparedRow,
  type TouchedRow,
} from './store/reform.js';

export const GRANT = 'grant';
export const INSTITUTION_GRANT = 'institution-grant';
export const USER = 'user';
export const PREPARED = 'prepared-request';
export const OPEN = 'open-request';

/** Institutions that a reform concerns, by their identity. */
export type Institutions = ReadonlyMap<string, InstitutionInReform>;

const oldUnits = (reform: TerritorialReform) => [...new Map(reform.moves.map((move) => [move.from.unitId, move.from])).values()];
export const oldUnitIds = (reform: TerritorialReform) => oldUnits(reform).map((unit) => unit.unitId);
export const comingUnits = (reform: TerritorialReform) => [...new Map(reform.moves.map(({ to }) => [to.atvk, { atvk: to.atvk, unitId: to.unitId }])).values()];

/** Everything of rights and users that a reform concerns, as it stands. */
export interface Concerned {
  readonly grants: readonly HeldRow[];
  readonly ofInstitutions: readonly HeldAtInstitution[];
  readonly users: readonly TouchedRow[];
  readonly prepared: readonly PreparedRow[];
  readonly open: readonly OpenRow[];
}

export async function lookAt(tx: Read, reform: TerritorialReform, institutions: Institutions): Promise<Concerned> {
  const [units, ids] = [oldUnitIds(reform), [...institutions.keys()]];
  const grants = await listGrantsOnUnits(tx, units, reform.effective);
  const ofInstitutions = await listGrantsOnInstitutions(tx, ids, reform.effective);
  const prepared = await listPrepared(tx, reform.id, reform.effective, comingUnits(reform));
  const open = await listOpenRequests(tx, reform.id, ceasingUnitIds(reform));
  const named = new Set([...grants, ...ofInstitutions, ...prepared, ...open].map(({ userId }) => userId));
  return { grants, ofInstitutions, prepared, open, users: await listUsersTouched(tx, units, ids, [...named]) };
}

/** A grant on a body: it ends with the body, and goes on with it. */
export function grantChange(reform: TerritorialReform, { id, unitId, userName, role }: HeldRow): ReformChange {
  const name = nameOf(reform, unitId);
  const fate = fateOf(reform, unitId, null);
  const base = { kind: GRANT, key: id, unitId, label: userName, role, place: name, before: name, count: 1 };
  if (fate.kind === 'continues') return { ...base, after: fate.to.name, effect: 'continues', why: 'unit-continues' };
  return { ...base, after: null, effect: 'ends', why: fate.kind === 'undecided' ? 'unit-divided' : 'unit-ceases' };
}

/** A grant at an institution goes on, whoever takes the institution over. */
export function institutionGrantChange(institutions: Institutions, { id, institutionId, userName, role }: HeldAtInstitution): ReformChange {
  const { unitId, institution, before, after, moves } = institutions.get(institutionId)!;
  const why = after === null ? 'institution-undecided' : moves ? 'institution-goes-over' : 'institution-stays';
  return { kind: INSTITUTION_GRANT, key: id, unitId, label: userName, role, place: institution, before, after, effect: 'continues', why, count: 1 };
}

/** Whom each user works for afterwards, where that is known already. */
export type EmployersAfterwards = ReadonlyMap<string, { readonly unitId: number | null; readonly employer: string | null }>;

/**
 * Every user whom the reform touches, once each: who works for an old body or one of its institutions, and who only holds rights
 * or asks for them there and works elsewhere. `afterwards` where the reform has been applied.
 */
export function userChanges(reform: TerritorialReform, institutions: Institutions, { users, ...held }: Concerned, afterwards?: EmployersAfterwards): ReformChange[] {
  const old = new Set(oldUnitIds(reform));
  const hangs = new Map<string, number>();
  const hang = (userId: string, unitId: number | undefined) => unitId !== undefined && hangs.set(userId, Math.min(unitId, hangs.get(userId) ?? unitId));
  for (const { userId, unitId } of held.grants) hang(userId, unitId);
  for (const { userId, institutionId } of held.ofInstitutions) hang(userId, institutions.get(institutionId)!.unitId);
  for (const { userId, comingAtvk } of held.prepared) hang(userId, firstMoveTo(reform, comingAtvk)?.from.unitId);
  for (const { userId, unitId, comingAtvk } of held.open) hang(userId, unitId ?? (comingAtvk ? firstMoveTo(reform, comingAtvk)?.from.unitId : undefined));
  return users.flatMap(({ id, name, unitId, institutionId, employer }): ReformChange[] => {
    const base = { kind: USER, key: id, label: name, count: 1 };
    if (unitId !== null && old.has(unitId)) return [{ ...base, place: nameOf(reform, unitId), ...employedByUnit(reform, unitId, afterwards?.get(id)?.unitId) }];
    const at = institutionId === null ? undefined : institutions.get(institutionId);
    if (at) return [{ ...base, unitId: at.unitId, place: at.institution, before: at.before, after: at.after, effect: 'continues', why: 'works-at-institution' }];
    const hung = hangs.get(id);
    if (hung === undefined) return [];
    const elsewhere = employer ?? '';
    return [{ ...base, unitId: hung, place: elsewhere, before: elsewhere, after: afterwards ? (afterwards.get(id)?.employer ?? '') : elsewhere, effect: 'continues', why: 'works-elsewhere' }];
  });
}

/** A user of a body itself: with the one successor, with the body that goes on, or left to a person. `now` is the employer afterwards. */
function employedByUnit(reform: TerritorialReform, unitId: number, now: number | null | undefined): Pick<ReformChange, 'unitId' | 'before' | 'after' | 'effect' | 'why'> {
  const fate = fateOf(reform, unitId, null);
  const base = { unitId, before: nameOf(reform, unitId) };
  if (fate.kind === 'continues' && (now === undefined || now === unitId)) return { ...base, after: fate.to.name, effect: 'continues', why: 'unit-continues' };
  if (now === undefined ? fate.kind !== 'moves' : now === unitId) return { ...base, after: null, effect: 'needs-person', why: 'unit-divided' };
  const after = now === undefined ? (fate.kind === 'moves' ? fate.to.name : null) : (reform.moves.find(({ to }) => to.unitId === now)?.to.name ?? null);
  return { ...base, after, effect: 'changes', why: 'unit-ceases' };
}

export function preparedChange(reform: TerritorialReform, { id, userName, role, comingAtvk, heldAlready }: PreparedRow): ReformChange {
  const { from, to } = firstMoveTo(reform, comingAtvk)!;
  const base = { kind: PREPARED, key: id, unitId: from.unitId, label: userName, role, place: to.name, before: from.name, after: to.name, count: 1 };
  return heldAlready ? { ...base, effect: 'continues', why: 'held-already' } : { ...base, effect: 'starts', why: 'approved-beforehand' };
}

export function openChange(reform: TerritorialReform, { id, userName, role, unitId, comingAtvk, place }: OpenRow): ReformChange[] {
  const move = comingAtvk ? firstMoveTo(reform, comingAtvk) : undefined;
  const onUnit = unitId ?? move?.from.unitId;
  if (onUnit === undefined) return [];
  const where = unitId === null ? (move?.to.name ?? '') : nameOf(reform, unitId, place);
  return [{ kind: OPEN, key: id, unitId: onUnit, label: userName, role, place: where, before: where, after: null, effect: 'needs-person', why: 'undecided', count: 1 }];
}

const nameOf = (reform: TerritorialReform, unitId: number, otherwise: string | null = null): string => reform.moves.find(({ from }) => from.unitId === unitId)?.from.name ?? otherwise ?? '';

/** Of the moves that lead to a coming unit the same one always, for naming the change. */
const firstMoveTo = (reform: TerritorialReform, atvk: string) =>
  reform.moves.filter((move) => move.to.atvk === atvk).reduce<TerritorialReform['moves'][number] | undefined>((least, move) => (least && least.from.atvk < move.from.atvk ? least : move), undefined);
