import { z } from 'zod';
import { findOwner } from '#modules/persons/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { writeAction } from '#platform/actions/action.js';
import { manageUsers } from '../permissions.js';
import { findPersonOf, setPerson } from '../store/users.js';
import { ALREADY_BOUND, NAME_DIFFERS, NO_SUCH_PERSON } from '../texts.js';
import { getUserInScope } from './users.js';

/**
 * Names the person of the register whose account it is, by the personal code: from then on only this person can confirm the
 * account. The administrator learns nothing of the person but whether the names agree; where they differ it has to be meant.
 */
export const bindUser = writeAction({
  name: 'access.bind-user',
  title: { lv: 'Kontam norādīta persona', en: 'Account’s person named' },
  permission: manageUsers,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), code: PersonCodeInput, nameMeant: z.literal('yes').optional(), basis: z.string().trim().min(3).max(500) }),
  async run(context, { id, code, nameMeant }) {
    const { tx, today } = context;
    const user = await getUserInScope(context, id);
    if ((await findPersonOf(tx, id)) !== null) throw new Conflict('user-is-bound', ALREADY_BOUND);
    const person = await findOwner(tx, code, today);
    if (!person) throw invalid('code', NO_SUCH_PERSON);
    if (plain(person.name) !== plain(user.name) && !nameMeant) throw invalid('nameMeant', NAME_DIFFERS);
    await setPerson(tx, id, person.id);
    return person.id;
  },
  audit: ({ input, output }) => ({ subjects: [output], facts: { user: input.id, basis: input.basis } }),
});

const plain = (name: string): string => name.normalize('NFC').toLocaleLowerCase('lv').replaceAll(/\s+/g, ' ').trim();
