import { z } from 'zod';
import { holdsOn } from '#kernel/period.js';
import { readAction } from '#platform/actions/action.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';
import { findUnitOnMap } from '../store/places.js';
import { dayFields, dayOf, type DaySeen } from './day-seen.js';
import { sealed } from './keep-look.js';
import { CaseReference, checkReason } from './look-input.js';
import { believedBefore, type BelievedBefore, cardOf, type PersonCard } from './person-card.js';
import { getPersonWithin, type May, mayDoWith } from './rights.js';

/** The whole card, and what the one who looks may do with it. */
export interface OfficialCard extends PersonCard {
  readonly may: May;
  readonly before: BelievedBefore;
  /** As of which day and on which map it is looked at, and the unit of that map in which the home of the day lies (null: none, or not decided). */
  readonly seen: DaySeen & { readonly homeOnMap: string | null };
  /** Why it was opened, sealed for the next minutes. */
  readonly kept: string;
}

/** For an official with a reason. */
export const viewCard = readAction({
  name: 'persons.view-card',
  title: ACTION_TITLES.viewCard,
  permission: findPersonsPermission,
  input: z.object({ id: z.uuid(), caseReference: CaseReference, ...dayFields }),
  reasonNeeded: true,
  async run(context, { id, caseReference, ...asked }): Promise<OfficialCard> {
    checkReason(context.actor, context.reason);
    const { tx, today } = context;
    const seen = await dayOf(tx, asked, today);
    const card = await cardOf(tx, await getPersonWithin(context, id), today);
    const may = await mayDoWith(context, id);
    const home = card.addresses.find((row) => holdsOn({ from: row.validFrom, to: row.validTo }, seen.on));
    const homeOnMap = home ? await findUnitOnMap(tx, home, seen.edition) : null;
    return { ...card, seen: { ...seen, homeOnMap }, may, before: await believedBefore(tx, id, today, may), kept: sealed(context, id, caseReference) };
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { case: input.caseReference, ...(input.on && { on: input.on }) } }),
});
