import { z } from 'zod';
import { Conflict, InvalidInput, NotFound } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput, yearOf } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, STATE } from '#platform/calendar/calendar-day.js';
import { findOrder, listRecordedDays, recordMove, recordOrder, takeBackDays, takeBackOrder } from '#platform/calendar/calendar-orders.js';
import { findCalendarDays } from '#platform/calendar/calendar-store.js';
import { type Move, movesOf, whyNotMoved } from '#platform/calendar/moves.js';
import type { Read } from '#platform/db/transaction.js';
import { CALENDAR_YEARS } from '../domain/calendar-year.js';
import { keepCalendar } from '../permissions.js';

const Year = z.coerce.number().int().min(CALENDAR_YEARS.first).max(CALENDAR_YEARS.last);
const OptionalDay = z.preprocess((raw) => raw || undefined, IsoDateInput.optional());

/** The form for a year's order; what is known of it already is filled in, as an order mostly moves several days. */
export const openOrderForm = readAction({
  name: 'workspace.open-calendar-order-form',
  title: { lv: 'Atvērta rīkojuma veidlapa', en: 'Opened the form of a calendar order' },
  permission: keepCalendar,
  input: z.object({ year: Year }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { year }) => ({ year, order: (await findOrder(tx, STATE, year)) ?? null }),
});

/** Records a Cabinet order of a year: one working day that it moves, or that it moves none. */
export const recordCalendarOrder = writeAction({
  name: 'workspace.record-calendar-order',
  title: { lv: 'Ierakstīts rīkojums par darba dienas pārcelšanu', en: 'Recorded an order moving a working day' },
  permission: keepCalendar,
  input: z
    .object({
      year: Year,
      legalRef: z.string().trim().min(10).max(300),
      source: z.url({ protocol: /^https?$/ }).max(500),
      off: OptionalDay,
      on: OptionalDay,
    })
    .refine(({ off, on }) => !on || off, { path: ['off'], message: 'missing' })
    .refine(({ off, on }) => !off || on, { path: ['on'], message: 'missing' }),
  async run({ tx, actor, now }, { year, legalRef, source, off, on }) {
    const order = { calendar: STATE, year, legalRef, source };
    const isNew = await recordOrder(tx, order, actor.id!, now);
    if (!off || !on) {
      if (!isNew) throw new Conflict('order-known', ORDER_KNOWN);
      return { year };
    }
    await refuseImpossible(tx, year, off, on);
    await recordMove(tx, order, off, on, actor.id!, now);
    return { year };
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

async function refuseImpossible(tx: Read, year: number, off: IsoDate, on: IsoDate) {
  if (yearOf(off) !== year) throw new InvalidInput([{ field: 'off', message: OF_ANOTHER_YEAR }]);
  const refused = whyNotMoved(businessCalendar(daysOfCalendar(STATE, await findCalendarDays(tx))), off, on);
  if (refused) throw new InvalidInput([{ field: refused.field, message: refused.why }]);
}

const TakenBack = z.object({ year: Year, day: OptionalDay });

/** What would be taken back: the move that a day belongs to, or an order that moves nothing. */
export const openTakeBackForm = readAction({
  name: 'workspace.open-calendar-take-back-form',
  title: { lv: 'Atvērta rīkojuma atsaukšanas veidlapa', en: 'Opened the form for taking back a calendar order' },
  permission: keepCalendar,
  input: TakenBack,
  audit: NOT_PERSONAL,
  async run({ tx }, { year, day }) {
    const { move } = await getRecorded(tx, year, day);
    return { year, move, order: (await findOrder(tx, STATE, year)) ?? null };
  },
});

/**
 * Takes back what was recorded wrongly, so that it can be recorded anew. An order none of whose moves is left is taken
 * back too: the year alarms again, as nobody can tell whether it was read rightly.
 */
export const takeBackCalendarOrder = writeAction({
  name: 'workspace.take-back-calendar-order',
  title: { lv: 'Atsaukts kļūdains ieraksts par darba dienas pārcelšanu', en: 'Took back a wrong entry about a moved working day' },
  permission: keepCalendar,
  input: TakenBack.extend({ why: z.string().trim().min(5).max(500) }),
  async run({ tx, actor, now }, { year, day, why }) {
    const { move, left } = await getRecorded(tx, year, day);
    const days = [move?.off?.day, move?.on?.day].filter((one) => one !== undefined);
    if (days.length > 0) await takeBackDays(tx, STATE, days, why, actor.id!, now);
    if (left === 0) await takeBackOrder(tx, STATE, year, why, actor.id!, now);
    return { year, days };
  },
  audit: ({ input, output }) => ({ facts: { year: input.year, days: output.days, why: input.why } }),
});

/** The move of a day (null: the order itself, which must then move nothing), and how many moves of the year are left without it. */
async function getRecorded(tx: Read, year: number, day: IsoDate | undefined): Promise<{ move: Move | null; left: number }> {
  const moves = movesOf((await listRecordedDays(tx, year)).filter((one) => one.calendar === STATE));
  const move = moves.find(({ off, on }) => day !== undefined && (off?.day === day || on?.day === day));
  if (day ? !move : moves.length > 0 || !(await findOrder(tx, STATE, year))) throw new NotFound('nothing-recorded', NOTHING_RECORDED);
  return { move: move ?? null, left: moves.length - (move ? 1 : 0) };
}

const ORDER_KNOWN: Text = {
  lv: 'Šī gada rīkojums jau ir ierakstīts. Norādiet pārcelto dienu vai atsauciet kļūdaino ierakstu.',
  en: 'The order of this year is already recorded. Give a day that it moves, or take the wrong entry back.',
};
const OF_ANOTHER_YEAR: Text = { lv: 'Diena nav norādītajā gadā.', en: 'The day is not in the given year.' };
const NOTHING_RECORDED: Text = { lv: 'Šāda ieraksta vairs nav. Atveriet kalendāru vēlreiz.', en: 'There is no such entry any more. Open the calendar again.' };
