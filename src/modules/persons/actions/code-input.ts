import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { birthDateInCode, looksMistyped, type PersonCode, PersonCodeInput } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { findIdByCode } from '../store/cards.js';
import { CODE_OF_ANOTHER, CODE_OF_OTHER_BIRTH, CODE_OF_THIS_PERSON, CODE_MISTYPED } from '../texts.js';

/** A personal code, and whether the one who records it has looked at it again. */
export const codeFields = { code: z.string().trim().min(1).pipe(PersonCodeInput), codeSure: z.literal('yes').optional() };

interface Typed {
  readonly code: PersonCode;
  readonly codeSure?: 'yes' | undefined;
}

/**
 * A code that is someone's already is refused. A doubtful one asks once to be looked at again and is then taken as it is:
 * such codes have been issued. New codes are random by law and never doubted.
 * @throws InvalidInput at `code` or `codeSure`
 */
export async function checkCode(tx: Read, { code, codeSure }: Typed, person: { readonly id: string | null; readonly bornOn: IsoDate }): Promise<void> {
  const owner = await findIdByCode(tx, code);
  if (owner) throw invalid('code', owner === person.id ? CODE_OF_THIS_PERSON : CODE_OF_ANOTHER);
  const doubt = doubtAbout(code, person.bornOn);
  if (doubt && codeSure !== 'yes') throw invalid('codeSure', doubt);
}

function doubtAbout(code: PersonCode, bornOn: IsoDate): Text | null {
  const birth = birthDateInCode(code);
  if (birth && birth !== bornOn) return CODE_OF_OTHER_BIRTH;
  return looksMistyped(code) ? CODE_MISTYPED : null;
}
