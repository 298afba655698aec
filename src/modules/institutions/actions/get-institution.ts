import { Forbidden, NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { findFoundingUnit } from '../store/ask.js';
import { findByRegNr, type InstitutionRow } from '../store/card.js';
import { NO_SUCH_INSTITUTION, NOT_YOUR_INSTITUTION } from '../texts.js';

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
  if (scope.everywhere || scope.institutionIds.includes(institution.id)) return institution;
  const founder = await findFoundingUnit(tx, institution.id, today);
  if (founder === undefined || !scope.unitIds.includes(founder)) throw new Forbidden('not-your-institution', NOT_YOUR_INSTITUTION);
  return institution;
}
