import { z } from 'zod';
import { findByRegNr } from '#modules/institutions/public.js';
import { invalid } from '#kernel/errors.js';
import type { Read } from '#platform/db/transaction.js';
import type { Place } from '../domain/place.js';
import { NO_SUCH_REG_NR } from '../texts.js';
import { PlaceInput } from './place-input.js';

/** A place as forms give it: chosen from the list, or `institution` together with its registration number. */
export const placeFields = { place: z.union([z.literal('institution'), PlaceInput]), regNr: z.string().trim().default('') };

/** @throws InvalidInput when no institution has the number. */
export async function resolvePlace(tx: Read, place: Place | 'institution', regNr: string): Promise<Place> {
  if (place !== 'institution') return place;
  const institution = await findByRegNr(tx, regNr);
  if (!institution) throw invalid('regNr', NO_SUCH_REG_NR);
  return { kind: 'institution', institutionId: institution.id };
}
