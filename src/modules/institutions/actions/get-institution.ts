import { Forbidden, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { findFoundingUnit } from '../store/ask.js';
import { findByRegNr, type InstitutionRow, listSuccessions, type SuccessionRow } from '../store/card.js';
import { NO_SUCH_INSTITUTION, NO_SUCH_ROW, NOT_YOUR_INSTITUTION } from '../texts.js';

export async function getInstitution(tx: Read, regNr: string): Promise<InstitutionRow> {
  const institution = await findByRegNr(tx, regNr);
  if (!institution) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
  return institution;
}

/**
 * The institution, where the actor's right covers it: itself, or the municipality that is its actual founder today.
 * @throws Forbidden otherwise; that the institution exists is public.
 */
export async function getInstitutionWithin({ tx, scope, today }: ActionContext, regNr: string): Promise<InstitutionRow> {
  const institution = await getInstitution(tx, regNr);
  if (!(await covers(tx, scope, institution.id, today))) throw new Forbidden('not-your-institution', NOT_YOUR_INSTITUTION);
  return institution;
}

/** Whether a right with this scope reaches the institution today. */
export async function covers(tx: Read, scope: Scope, institutionId: string, today: IsoDate): Promise<boolean> {
  if (scope.everywhere || scope.institutionIds.includes(institutionId)) return true;
  if (scope.unitIds.length === 0) return false;
  const founder = await findFoundingUnit(tx, institutionId, today);
  return founder !== undefined && scope.unitIds.includes(founder);
}

/** A succession of an institution into another, which only the first one's registrar corrects. @throws NotFound where it is no longer in force. */
export async function getSuccession(tx: Read, from: InstitutionRow, successionId: string): Promise<SuccessionRow> {
  const found = (await listSuccessions(tx, from.id)).find((one) => one.id === successionId && one.direction === 'to');
  if (!found) throw new NotFound('no-such-row', NO_SUCH_ROW);
  return found;
}
