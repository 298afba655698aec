import { z } from 'zod';
import type { Entry } from '#kernel/correction.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { refuseBirthLongAgo } from '#kernel/far-day.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { birthDateInCode } from '#kernel/person-code.js';
import { fill } from '#kernel/text.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { followBirth } from '../domain/follow-birth.js';
import { mayBecome } from '../domain/guardianship-rules.js';
import { birthCorrected } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { replaceBirth } from '../store/births.js';
import { findPersonWithin, type GuardianshipRow, listAddresses, listCodes, listGuardianships, listNames, listProtections, type PersonRow } from '../store/cards.js';
import { type History, moveDays, refreshSearch } from '../store/changes.js';
import { ACTION_TITLES, AFTER_DEATH, BIRTH_AS_IT_WAS, CODE_OF_OTHER_BIRTH, EARLIER_FACTS, IN_FUTURE, NO_SUCH_ROW, NOT_BY_THAT_AGE } from '../texts.js';
import { recordingOf } from './begin-row.js';
import { outcomeFor } from './outcome.js';
import { checkWhy } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

const Sex = z.enum(['female', 'male'], { error: 'missing' });

/**
 * The date of birth or the sex was recorded wrongly. What began on the day of birth follows it, as does majority, up to which
 * others act for a child; `wasBornOn` and `wasSex` are what the one who corrects saw.
 */
export const correctBirth = writeAction({
  name: 'persons.correct-birth',
  title: ACTION_TITLES.correctBirth,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid(), bornOn: IsoDateInput, sex: Sex, codeSure: z.literal('yes').optional(), wasBornOn: IsoDateInput, wasSex: Sex }),
  async run(context, { id, bornOn, sex, codeSure, wasBornOn, wasSex }) {
    checkWhy(context);
    const { tx, today } = context;
    const person = await getPersonToChange(context, id);
    if (wasBornOn !== person.bornOn || wasSex !== person.sex) throw new Conflict('no-such-row', NO_SUCH_ROW);
    if (bornOn === person.bornOn && sex === person.sex) throw invalid('bornOn', BIRTH_AS_IT_WAS);
    if (bornOn > today) throw invalid('bornOn', IN_FUTURE);
    refuseBirthLongAgo('bornOn', bornOn, today);
    if (person.diedOn && bornOn > person.diedOn) throw invalid('bornOn', AFTER_DEATH);
    const guardianships = bornOn === person.bornOn ? [] : await checkGuardianships(context, person, bornOn);
    await replaceBirth(tx, person, { bornOn, sex }, recordingOf(context));
    if (bornOn !== person.bornOn) {
      const codes = await listCodes(tx, id);
      if (codes.some(({ code }) => (birthDateInCode(code) ?? bornOn) !== bornOn) && codeSure !== 'yes') throw invalid('codeSure', CODE_OF_OTHER_BIRTH);
      const follow = (history: History, rows: readonly Entry[]) => followIn(context, history, rows, person.bornOn, bornOn);
      await follow('name', await listNames(tx, id));
      await follow('code', codes);
      await follow('address', await listAddresses(tx, id));
      await follow('guardianship', guardianships);
      await follow('protection', await listProtections(tx, id));
      await refreshSearch(tx, id);
    }
    await context.announce(birthCorrected, { personId: id, on: today });
    return outcomeFor(context, id, guardianships.map((row) => row.guardianId));
  },
  audit: ({ output }) => ({ subjects: output.subjects }),
});

/** @throws InvalidInput where an entry could not be so */
async function followIn(context: WriteContext, history: History, rows: readonly Entry[], wrong: IsoDate, right: IsoDate): Promise<void> {
  const followed = followBirth(rows, wrong, right, history === 'guardianship');
  if ('misfit' in followed) throw invalid('bornOn', fill(EARLIER_FACTS, { day: readableDay(followed.misfit) }));
  for (const { row, validFrom, validTo } of followed) await moveDays(context.tx, history, row.id, { validFrom, validTo }, recordingOf(context));
}

/**
 * Who acts for the person, of whom none may be too young; nor may the person be too young for whom they act. What protection hides is not told of here.
 * @returns the rows of the person as a child
 */
async function checkGuardianships({ tx, today }: WriteContext, person: PersonRow, bornOn: IsoDate): Promise<readonly GuardianshipRow[]> {
  const rows = await listGuardianships(tx, person.id, today);
  for (const { childId, guardianId, kind, otherFamily, validFrom } of rows) {
    if (guardianId === null || otherFamily === null) continue;
    const asChild = childId === person.id;
    const other = (await findPersonWithin(tx, asChild ? guardianId : childId, EVERYWHERE, EVERYWHERE, today))!;
    const day = asChild && validFrom === person.bornOn ? bornOn : validFrom;
    const possible = asChild ? mayBecome(kind, other.bornOn, bornOn, day) : mayBecome(kind, bornOn, other.bornOn, day);
    if (!possible) throw invalid('bornOn', fill(NOT_BY_THAT_AGE, { day: readableDay(validFrom) }));
  }
  return rows.filter((row) => row.childId === person.id);
}
