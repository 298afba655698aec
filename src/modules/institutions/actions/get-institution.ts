import { Forbidden, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { ActionContext, WriteContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { findFoundingUnit } from '../store/ask.js';
import { findByRegNr, type InstitutionRow, listSuccessions, type SuccessionRow } from '../store/card.js';
import { lockInstitution } from '../store/changes.js';
import { NO_SUCH_INSTITUTION, NO_SUCH_ROW, NOT_YOUR_INSTITUTION } from '../texts.js';

/** By its number, with its name of today. */
export async function getInstitution(tx: Read, regNr: string, today: IsoDate): Promise<InstitutionRow> {
  const institution = await findByRegNr(tx, regNr, today);
  if (!institution) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
  return institution;
}

/**
 * The institution, where the actor's right covers it: itself, or the municipality that is its actual founder today (before founding its first, after closing its last).
 * @throws Forbidden otherwise; that the institution exists is public.
 */
export async function getInstitutionWithin({ tx, scope, today }: ActionContext, regNr: string): Promise<InstitutionRow> {
  const institution = await getInstitution(tx, regNr, today);
  if (!(await covers(tx, scope, institution, today))) throw new Forbidden('not-your-institution', NOT_YOUR_INSTITUTION);
  return institution;
}

/** The same for what changes it: changes of one institution follow one another, so that each sees what the one before recorded. */
export async function getInstitutionToChange(context: WriteContext, regNr: string): Promise<InstitutionRow> {
  await lockInstitution(context.tx, regNr);
  return getInstitutionWithin(context, regNr);
}

/** Whether a right with this scope reaches the institution today: one yet to be founded is its first founder's, a closed one its last's. */
export async function covers(tx: Read, scope: Scope, { id, foundedOn, closedOn }: Pick<InstitutionRow, 'id' | 'foundedOn' | 'closedOn'>, today: IsoDate): Promise<boolean> {
  if (scope.everywhere || scope.institutionIds.includes(id)) return true;
  if (scope.unitIds.length === 0) return false;
  const founder = await findFoundingUnit(tx, id, closedOn && today >= closedOn ? addDays(closedOn, -1) : today < foundedOn ? foundedOn : today);
  return founder !== undefined && scope.unitIds.includes(founder);
}

/** A succession of an institution into another, which only the first one's registrar corrects. @throws NotFound where it is no longer in force. */
export async function getSuccession({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, from: InstitutionRow, successionId: string): Promise<SuccessionRow> {
  const found = (await listSuccessions(tx, from.id, today)).find((one) => one.id === successionId && one.direction === 'to');
  if (!found) throw new NotFound('no-such-row', NO_SUCH_ROW);
  return found;
}
