import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { readAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { findPersonWithin, listWards, type WardRow } from '../store/cards.js';
import { ACTION_TITLES, NOT_IN_REGISTER } from '../texts.js';
import { cardOf, type PersonCard } from './person-card.js';

/** The signed-in person's own card, and the children for whom they act today. */
export interface OwnData {
  readonly card: PersonCard;
  readonly wards: readonly WardRow[];
}

export const viewOwnData = readAction({
  name: 'persons.view-own-data',
  title: ACTION_TITLES.viewOwnData,
  permission: SIGNED_IN,
  input: z.object({}),
  async run({ tx, actor, today }): Promise<OwnData> {
    const person = actor.personId && (await findPersonWithin(tx, actor.personId, EVERYWHERE, EVERYWHERE, today));
    if (!person) throw new NotFound('not-in-register', NOT_IN_REGISTER);
    return { card: await cardOf(tx, person, today), wards: await listWards(tx, person.id, today) };
  },
  audit: ({ output }) => ({ subjects: [output.card.person.id, ...output.wards.map((ward) => ward.id)] }),
});
