import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import type { WriteContext } from '#platform/actions/action.js';
import { SUCCESSION_KINDS } from '../domain/words.js';
import { findByRegNr, goesOnIn, type InstitutionRow, listSuccessions } from '../store/card.js';
import { lockInstitution } from '../store/changes.js';
import { CIRCULAR_SUCCESSION, NO_SUCH_INSTITUTION, OUTSIDE_LIFE_OF_SUCCESSOR, SUCCEEDS_ITSELF, SUCCESSION_RECORDED } from '../texts.js';
import { checkDay } from './begin-row.js';
import { Basis, RegNr } from './inputs.js';

export const successionFields = { successorRegNr: RegNr, kind: z.enum(SUCCESSION_KINDS), effective: IsoDateInput, basis: Basis };

/**
 * The institution named as successor, which nobody closes meanwhile; whoever asks holds the successions (`lockSuccessions`). A succession takes effect in the life of both, at the latest on the day the first one closes.
 * @param exceptId the succession's own row, when it is being corrected.
 * @throws InvalidInput at the successor or the day; successions never go round in a circle.
 */
export async function checkSuccession({ tx, today }: Pick<WriteContext, 'tx' | 'today'>, from: InstitutionRow, successorRegNr: string, effective: IsoDate, exceptId?: string): Promise<InstitutionRow> {
  if (successorRegNr === from.regNr) throw invalid('successorRegNr', SUCCEEDS_ITSELF);
  await lockInstitution(tx, successorRegNr);
  const to = await findByRegNr(tx, successorRegNr);
  if (!to) throw invalid('successorRegNr', NO_SUCH_INSTITUTION);
  const recorded = (await listSuccessions(tx, from.id, today)).some((one) => one.direction === 'to' && one.otherRegNr === successorRegNr && one.id !== exceptId);
  if (recorded) throw invalid('successorRegNr', SUCCESSION_RECORDED);
  if (effective !== from.closedOn) checkDay('effective', effective, from, today);
  if (effective < to.foundedOn || (to.closedOn && effective >= to.closedOn)) throw invalid('effective', OUTSIDE_LIFE_OF_SUCCESSOR);
  if (await goesOnIn(tx, to.id, from.id)) throw invalid('successorRegNr', CIRCULAR_SUCCESSION);
  return to;
}
