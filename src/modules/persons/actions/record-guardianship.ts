import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type PersonCode, PersonCodeInput } from '#kernel/person-code.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { guardianshipRecorded } from '../events.js';
import { isMinorOn, majorityOf, mayBecome } from '../domain/guardianship-rules.js';
import { GUARDIANSHIP_KINDS, type GuardianshipKind } from '../domain/kinds.js';
import { recordPersonsPermission } from '../permissions.js';
import { findIdByCode, findPersonWithin } from '../store/cards.js';
import { addRow } from '../store/changes.js';
import { ACTION_TITLES, GUARDIAN_TOO_YOUNG, GUARDIAN_UNKNOWN, NAME_THE_PLACE, NOT_A_MINOR, OWN_GUARDIAN } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { emptyAsNull } from './look-input.js';
import { getPersonWithin } from './rights.js';

/** Who acts for a child from a day until majority or an earlier day, with the decision or register entry that says so. */
export const recordGuardianship = writeAction({
  name: 'persons.record-guardianship',
  title: ACTION_TITLES.recordGuardianship,
  permission: recordPersonsPermission,
  input: z.object({
    id: z.uuid(),
    kind: z.enum(GUARDIANSHIP_KINDS),
    guardianCode: emptyAsNull(PersonCodeInput),
    place: z.string().trim().max(200).default(''),
    basis: z.string().trim().min(1).max(200),
    from: IsoDateInput,
    to: emptyAsNull(IsoDateInput),
  }),
  async run(context, { id, kind, guardianCode, place, basis, from, to }) {
    const child = await getPersonWithin(context, id);
    checkDay('from', from, child, context.today);
    if (!isMinorOn(child.bornOn, from)) throw invalid('from', NOT_A_MINOR);
    const guardianId = kind === 'care' ? null : await guardianOf(context, kind, guardianCode, id, from);
    if (kind === 'care' && place === '') throw invalid('place', NAME_THE_PLACE);
    const until = to && to < majorityOf(child.bornOn) ? to : majorityOf(child.bornOn);
    const row = { childId: id, guardianId, kind, place: kind === 'care' ? place : '', basis, validFrom: from, validTo: until };
    await addRow(context.tx, 'guardianship', row, recordingOf(context));
    await context.announce(guardianshipRecorded, { personId: id, on: from });
    return { guardianId };
  },
  audit: ({ input, output }) => ({ subjects: [input.id, ...(output.guardianId ? [output.guardianId] : [])], facts: { kind: input.kind, from: input.from } }),
});

/** The guardian is named by code and may live anywhere; nothing of them is shown. */
async function guardianOf({ tx, today }: WriteContext, kind: GuardianshipKind, code: PersonCode | null, childId: string, from: IsoDate): Promise<string> {
  const id = code && (await findIdByCode(tx, code));
  const guardian = id && (await findPersonWithin(tx, id, EVERYWHERE, EVERYWHERE, today));
  if (!guardian || guardian.diedOn) throw invalid('guardianCode', GUARDIAN_UNKNOWN);
  if (guardian.id === childId) throw invalid('guardianCode', OWN_GUARDIAN);
  if (!mayBecome(kind, guardian.bornOn, from)) throw invalid('guardianCode', GUARDIAN_TOO_YOUNG);
  return guardian.id;
}
