import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { findPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';
import { CaseReference, checkReason } from './look-input.js';
import { cardOf, type PersonCard } from './person-card.js';
import { getPersonWithin } from './rights.js';

/** The whole card, for an official with a reason. */
export const viewCard = readAction({
  name: 'persons.view-card',
  title: ACTION_TITLES.viewCard,
  permission: findPersonsPermission,
  input: z.object({ id: z.uuid(), caseReference: CaseReference }),
  reasonNeeded: true,
  async run(context, { id }): Promise<PersonCard> {
    checkReason(context.actor, context.reason);
    return cardOf(context.tx, await getPersonWithin(context, id), context.today);
  },
  audit: ({ input }) => ({ subjects: [input.id], facts: { case: input.caseReference } }),
});
