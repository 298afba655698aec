import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';
import { sealed } from './keep-look.js';
import { CaseReference, checkReason } from './look-input.js';
import { believedBefore, type BelievedBefore, cardOf, type PersonCard } from './person-card.js';
import { getPersonWithin, type May, mayDoWith } from './rights.js';

/** The whole card, and what the one who looks may do with it. */
export interface OfficialCard extends PersonCard {
  readonly may: May;
  readonly before: BelievedBefore;
  /** Why it was opened, sealed for the next minutes. */
  readonly kept: string;
}

/** For an official with a reason. */
export const viewCard = readAction({
  name: 'persons.view-card',
  title: ACTION_TITLES.viewCard,
  permission: findPersonsPermission,
  input: z.object({ id: z.uuid(), caseReference: CaseReference }),
  reasonNeeded: true,
  async run(context, { id, caseReference }): Promise<OfficialCard> {
    checkReason(context.actor, context.reason);
    const { tx, today } = context;
    const card = await cardOf(tx, await getPersonWithin(context, id), today);
    const may = await mayDoWith(context, id);
    return { ...card, may, before: await believedBefore(tx, id, today, may), kept: sealed(context, id, caseReference) };
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { case: input.caseReference } }),
});
