import { ceasingUnitIds, fateOf, oldUnitIds, oldUnitName, type ReformChange, type TerritorialReform, type UnitOfReform } from '#modules/territories/public.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { endRequirementsByReform, listRequirementsOnUnits, passRequirementOn, type RequirementOnUnit } from './store/requirements-in-reform.js';

export const REQUIREMENT = 'requirement';

/** One requirement of an old body and what becomes of it at one heir. */
interface Passing {
  readonly requirement: RequirementOnUnit;
  readonly to: UnitOfReform;
  /** `stays`: the body goes on; `passes`: the heir asks it from the day on; `is-asked`: the heir asks the same already, or by another of its parts. */
  readonly how: 'stays' | 'passes' | 'is-asked';
}

/** What municipalities ask before a right counts: of bodies that cease it passes to each of their successors. */
export const requirementChanges = async (tx: Read, reform: TerritorialReform): Promise<ReformChange[]> => (await passingsOf(tx, reform)).map((passing) => changeOf(reform, passing));

/** Passes them on and ends the old ones; tells what it did. */
export async function passRequirementsOn(tx: Write, reform: TerritorialReform, now: Date): Promise<ReformChange[]> {
  const by = `reform ${reform.effective}`;
  const passings = await passingsOf(tx, reform);
  const done: Passing[] = [];
  for (const passing of passings) {
    if (passing.how === 'passes' && (await passRequirementOn(tx, passing.requirement.id, passing.to.unitId!, reform.effective, by, now)) === 0) continue;
    done.push(passing);
  }
  await endRequirementsByReform(tx, ceasingUnitIds(reform), reform.effective, reform.id, by, now);
  return done.map((passing) => changeOf(reform, passing));
}

/** The same before and after the map is drawn: bodies that begin with the reform ask nothing of their own yet. */
async function passingsOf(tx: Read, reform: TerritorialReform): Promise<Passing[]> {
  const ceasing = new Set(ceasingUnitIds(reform));
  const old = new Set(oldUnitIds(reform));
  const bodies = [...new Set([...old, ...reform.moves.flatMap(({ to }) => (to.unitId === null ? [] : [to.unitId]))])];
  const all = await listRequirementsOnUnits(tx, bodies, reform.effective);
  const asked = all.filter(({ unitId }) => !ceasing.has(unitId)).map((one) => ({ ...one, at: atvkOf(reform, one.unitId) }));
  return all.filter(({ unitId }) => old.has(unitId)).flatMap((requirement) =>
    heirsOf(reform, requirement.unitId).map((to): Passing => {
      if (!ceasing.has(requirement.unitId)) return { requirement, to, how: 'stays' };
      if (asked.some((one) => one.at === to.atvk && isSame(one, requirement))) return { requirement, to, how: 'is-asked' };
      asked.push({ ...requirement, at: to.atvk });
      return { requirement, to, how: 'passes' };
    }),
  );
}

/** The unit by which a body goes on after the reform. */
const atvkOf = (reform: TerritorialReform, unitId: number): string | undefined =>
  reform.moves.find((move) => move.to.unitId === unitId || (move.continues && move.from.unitId === unitId))?.to.atvk;

function heirsOf(reform: TerritorialReform, unitId: number): readonly UnitOfReform[] {
  const fate = fateOf(reform, unitId, null);
  switch (fate.kind) {
    case 'continues':
    case 'moves':
      return [fate.to];
    case 'undecided':
      return [...new Map(fate.candidates.map((to) => [to.atvk, to])).values()];
    case 'untouched':
      return [];
  }
}

/** The same of the same role, in times that touch. */
const isSame = (one: RequirementOnUnit, other: RequirementOnUnit): boolean =>
  one.key === other.key && one.roleCode === other.roleCode && (one.validTo === null || one.validTo > other.validFrom) && (other.validTo === null || other.validTo > one.validFrom);

function changeOf(reform: TerritorialReform, { requirement: { id, unitId, titleLv, roleLv }, to, how }: Passing): ReformChange {
  return { kind: REQUIREMENT, key: `${id} ${to.atvk}`, unitId, label: `${roleLv}: ${titleLv}`, before: oldUnitName(reform, unitId), after: to.name, effect: how === 'passes' ? 'changes' : 'continues', count: 1 };
}
