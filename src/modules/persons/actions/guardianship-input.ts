import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { fill } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { isMinorOn, majorityOf, mayBecome, PARENTS_YEARS } from '../domain/guardianship-rules.js';
import { GUARDIANSHIP_KINDS } from '../domain/kinds.js';
import { findIdByCode, findPersonWithin, type PersonRow } from '../store/cards.js';
import { GUARDIAN_TOO_YOUNG, GUARDIAN_UNKNOWN, MISFITS, NAME_THE_PLACE, NOT_A_MINOR, OWN_GUARDIAN, PARENT_TOO_YOUNG } from '../texts.js';
import { checkDay } from './begin-row.js';

/** Number and date of the decision or register entry that something rests on. */
export const Basis = z.string().trim().min(1).max(200);

/** Who acts for a child, from when, and until when if it is before majority. */
export const GuardianshipInput = z.object({
  id: z.uuid(),
  kind: z.enum(GUARDIANSHIP_KINDS, { error: 'missing' }),
  guardianCode: emptyAsNull(PersonCodeInput),
  place: z.string().trim().max(200).default(''),
  basis: Basis,
  from: IsoDateInput,
  to: emptyAsNull(IsoDateInput),
});
type GuardianshipInput = z.infer<typeof GuardianshipInput>;

/**
 * What is typed as a row of the register; it ends with majority at the latest.
 * @param present the guardian recorded so far, meant when no code is typed.
 * @throws InvalidInput beside the field that cannot be so.
 */
export async function guardianshipRow(context: WriteContext, child: PersonRow, typed: GuardianshipInput, present: string | null = null) {
  const { kind, place, basis, from, to } = typed;
  checkDay('from', from, child, context.today);
  if (!isMinorOn(child.bornOn, from)) throw invalid('from', NOT_A_MINOR);
  if (to && to <= from) throw invalid('to', MISFITS.reversed);
  if (kind === 'care' && place === '') throw invalid('place', NAME_THE_PLACE);
  const guardianId = kind === 'care' ? null : await guardianOf(context, typed, child, present);
  const majority = majorityOf(child.bornOn);
  const validTo: IsoDate = to && to < majority ? to : majority;
  return { childId: child.id, guardianId, kind, place: kind === 'care' ? place : '', basis, validFrom: from, validTo };
}

/** The guardian is named by code and may live anywhere; nothing of them is shown. */
async function guardianOf({ tx, today }: WriteContext, { kind, guardianCode, from }: GuardianshipInput, child: PersonRow, present: string | null): Promise<string> {
  const id = guardianCode ? await findIdByCode(tx, guardianCode) : present;
  const guardian = id && (await findPersonWithin(tx, id, EVERYWHERE, EVERYWHERE, today));
  if (!guardian || (guardian.diedOn && guardian.diedOn <= from)) throw invalid('guardianCode', GUARDIAN_UNKNOWN);
  if (guardian.id === child.id) throw invalid('guardianCode', OWN_GUARDIAN);
  if (!mayBecome(kind, guardian.bornOn, child.bornOn, from)) throw invalid('guardianCode', kind === 'parent' ? fill(PARENT_TOO_YOUNG, { years: PARENTS_YEARS }) : GUARDIAN_TOO_YOUNG);
  return guardian.id;
}

interface ByWhom {
  readonly childId: string;
  readonly guardianId: string | null;
  readonly place: string;
}

/** Rows that may not hold on the same day as one: of the same two people, or of the child in the same place of care. */
export const rivalsOf = <Row extends ByWhom>(rows: readonly Row[], { childId, guardianId, place }: ByWhom): Row[] =>
  rows.filter((row) => row.childId === childId && row.guardianId === guardianId && (guardianId !== null || oneWay(row.place) === oneWay(place)));

/** A name however its letters and spaces were typed. */
const oneWay = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ');
