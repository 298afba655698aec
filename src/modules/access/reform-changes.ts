import type { InstitutionInReform } from '#modules/institutions/public.js';
import { ceasingUnitIds, fateOf, oldUnitIds, type ReformChange, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { type HeldAtInstitution, type HeldRow, listOpenRequests, listPrepared, type OpenRow, type PreparedRow, streamGrantsOnInstitutions, streamGrantsOnUnits, streamUsersTouched, type TouchedRow } from './store/reform.js';

export const GRANT = 'grant';
export const INSTITUTION_GRANT = 'institution-grant';
export const USER = 'user';
export const PREPARED = 'prepared-request';
export const OPEN = 'open-request';

/** Institutions that a reform concerns, by their identity. */
export type Institutions = ReadonlyMap<string, InstitutionInReform>;

export const comingUnits = (reform: TerritorialReform) => [...new Map(reform.moves.map(({ to }) => [to.atvk, { atvk: to.atvk, unitId: to.unitId }])).values()];

/** Requests that a reform concerns, as they stand. */
export interface Requested {
  readonly prepared: readonly PreparedRow[];
  readonly open: readonly OpenRow[];
}

export const requestsIn = async (tx: Read, reform: TerritorialReform): Promise<Requested> => ({
  prepared: await listPrepared(tx, reform.id, reform.effective, comingUnits(reform)),
  open: await listOpenRequests(tx, reform.id, ceasingUnitIds(reform)),
});

/** The old body on which rights held or asked for hang, by their user; the first where there are several. */
export class Hanging {
  readonly #units = new Map<string, number>();
  readonly #reform: TerritorialReform;
  readonly #institutions: Institutions;

  constructor(reform: TerritorialReform, institutions: Institutions) {
    this.#reform = reform;
    this.#institutions = institutions;
  }

  onUnit({ userId, unitId }: Pick<HeldRow, 'userId' | 'unitId'>): void {
    this.#hang(userId, unitId);
  }

  atInstitution({ userId, institutionId }: Pick<HeldAtInstitution, 'userId' | 'institutionId'>): void {
    this.#hang(userId, this.#institutions.get(institutionId)!.unitId);
  }

  asked({ prepared, open }: Requested): void {
    for (const { userId, comingAtvk } of prepared) this.#hang(userId, firstMoveTo(this.#reform, comingAtvk)?.from.unitId);
    for (const { userId, unitId, comingAtvk } of open) this.#hang(userId, unitId ?? (comingAtvk ? firstMoveTo(this.#reform, comingAtvk)?.from.unitId : undefined));
  }

  of(userId: string): number | undefined {
    return this.#units.get(userId);
  }

  get userIds(): string[] {
    return [...this.#units.keys()];
  }

  #hang(userId: string, unitId: number | undefined): void {
    if (unitId !== undefined) this.#units.set(userId, Math.min(unitId, this.#units.get(userId) ?? unitId));
  }
}

/** What hangs where before the reform, read without keeping the rows. */
export async function hangingBefore(tx: Read, reform: TerritorialReform, institutions: Institutions, requested: Requested): Promise<Hanging> {
  const hanging = new Hanging(reform, institutions);
  for await (const grant of streamGrantsOnUnits(tx, oldUnitIds(reform), reform.effective)) hanging.onUnit(grant);
  for await (const grant of streamGrantsOnInstitutions(tx, [...institutions.keys()], reform.effective)) hanging.atInstitution(grant);
  hanging.asked(requested);
  return hanging;
}

/** Every user whom a reform touches: who works for an old body or one of its institutions, and who holds rights or asks for them there. */
export const usersTouched = (tx: Read, reform: TerritorialReform, institutions: Institutions, hanging: Hanging): AsyncIterable<TouchedRow> =>
  streamUsersTouched(tx, oldUnitIds(reform), [...institutions.keys()], hanging.userIds);

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

/** Whom a user works for afterwards; not known before the reform has been applied. */
type Afterwards = Pick<TouchedRow, 'unitId' | 'employer'> | undefined;

/**
 * What becomes of a user: who works for an old body or one of its institutions, and who only holds rights or asks for them there
 * and works elsewhere. Null for whom the reform does not touch.
 */
export function userChange(reform: TerritorialReform, institutions: Institutions, hanging: Hanging, { id, name, unitId, institutionId, employer }: TouchedRow, afterwards: Afterwards): ReformChange | null {
  const base = { kind: USER, key: id, label: name, count: 1 };
  if (unitId !== null && isOld(reform, unitId)) return { ...base, place: nameOf(reform, unitId), ...employedByUnit(reform, unitId, afterwards?.unitId) };
  const at = institutionId === null ? undefined : institutions.get(institutionId);
  if (at) return { ...base, unitId: at.unitId, place: at.institution, before: at.before, after: at.after, effect: 'continues', why: 'works-at-institution' };
  const hung = hanging.of(id);
  if (hung === undefined) return null;
  const elsewhere = employer ?? '';
  return { ...base, unitId: hung, place: elsewhere, before: elsewhere, after: afterwards ? (afterwards.employer ?? '') : elsewhere, effect: 'continues', why: 'works-elsewhere' };
}

const isOld = (reform: TerritorialReform, unitId: number) => reform.moves.some(({ from }) => from.unitId === unitId);

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
