import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { deathWithdrawn, personDied } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { type DeathRow, findDeath, listAddresses, listCodes, listGuardianships, listNames, type PersonRow } from '../store/cards.js';
import { addRow, correctRow, refreshDeath, withdrawRow } from '../store/changes.js';
import { ACTION_TITLES, ALREADY_DEAD, LATER_FACTS, NOT_DEAD } from '../texts.js';
import { checkDay, recordingOf } from './begin-row.js';
import { Basis } from './guardianship-input.js';
import { outcomeFor } from './outcome.js';
import { checkWhy } from './replace-entry.js';
import { getPersonToChange } from './rights.js';

const deathFields = { id: z.uuid(), on: IsoDateInput, basis: Basis };

/** A person has died, as an entry of the civil registry says; `confirmed` is the look at the name before it is recorded. */
export const recordDeath = writeAction({
  name: 'persons.record-death',
  title: ACTION_TITLES.recordDeath,
  permission: recordPersonsPermission,
  input: z.object({ ...deathFields, confirmed: z.literal('yes', { error: 'missing' }) }),
  async run(context, { id, on, basis }) {
    const person = await getPersonToChange(context, id);
    if (person.diedOn) throw new Conflict('already-dead', ALREADY_DEAD);
    await checkDayOfDeath(context, person, on);
    await addRow(context.tx, 'death', { personId: id, diedOn: on, basis }, recordingOf(context));
    await refreshDeath(context.tx, id);
    await context.announce(personDied, { personId: id, on });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { on: input.on } }),
});

/** The day of death or its basis was recorded wrongly. */
export const correctDeath = writeAction({
  name: 'persons.correct-death',
  title: ACTION_TITLES.correctDeath,
  permission: recordPersonsPermission,
  input: z.object(deathFields),
  async run(context, { id, on, basis }) {
    checkWhy(context);
    const { person, death } = await getDead(context, id);
    await checkDayOfDeath(context, person, on);
    await correctRow(context.tx, 'death', death.id, { personId: id, diedOn: on, basis }, recordingOf(context));
    await refreshDeath(context.tx, id);
    await context.announce(personDied, { personId: id, on });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { on: input.on } }),
});

/** The person lives: the death was recorded of them by mistake. */
export const withdrawDeath = writeAction({
  name: 'persons.withdraw-death',
  title: ACTION_TITLES.withdrawDeath,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    checkWhy(context);
    const { death } = await getDead(context, id);
    await withdrawRow(context.tx, 'death', death.id, recordingOf(context));
    await refreshDeath(context.tx, id);
    await context.announce(deathWithdrawn, { personId: id, on: death.diedOn });
    return outcomeFor(context, id);
  },
  audit: ({ input }) => ({ subjects: [input.id] }),
});

async function getDead(context: WriteContext, id: string): Promise<{ person: PersonRow; death: DeathRow }> {
  const person = await getPersonToChange(context, id);
  const death = await findDeath(context.tx, id);
  if (!death) throw new NotFound('not-dead', NOT_DEAD);
  return { person, death };
}

/** What is recorded of a later day must be put right before, not after. */
async function checkDayOfDeath({ tx, today }: WriteContext, person: PersonRow, on: IsoDate): Promise<void> {
  checkDay('on', on, { bornOn: person.bornOn, diedOn: null }, today);
  // Of a guardianship over a protected child the days are told to nobody.
  const guardianships = (await listGuardianships(tx, person.id, today)).filter((row) => row.childId === person.id || row.otherFamily !== null);
  const rows = [...(await listNames(tx, person.id)), ...(await listCodes(tx, person.id)), ...(await listAddresses(tx, person.id)), ...guardianships];
  const later = rows.map((row) => row.validFrom).filter((day) => day > on).sort().at(-1);
  if (later) throw invalid('on', fill(LATER_FACTS, { day: readableDay(later) }));
}
