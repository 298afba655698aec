import { z } from 'zod';
import { findUserByLogin, getUserInScope, ownUserId } from '#modules/access/public.js';
import { Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { leadProgramme } from '../permissions.js';
import { endException, insertException } from '../store/exceptions.js';
import { isTechnicalUser } from '../store/technical-users.js';
import { EXCEPTION_IS_OVER, NO_SUCH_LOGIN, NOT_FOR_YOURSELF, TECHNICAL_USER, TOO_LONG_AN_EXCEPTION } from '../texts.js';

/** No exception lasts longer at once; whoever needs more is looked at again. */
const LONGEST_DAYS = 92;

/** Names a user who signs in as before until a day. Nobody excepts themselves. */
export const giveException = writeAction({
  name: 'authentication.give-exception',
  title: { lv: 'Piešķirts izņēmums no pierakstīšanās kārtības', en: 'Exception from the sign-in policy given' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({ login: z.string().trim().toLowerCase().min(2).max(100), reason: z.string().trim().min(3).max(500), validTo: IsoDateInput }),
  async run({ tx, scope, today, now, actor }, { login, reason, validTo }) {
    const found = await findUserByLogin(tx, login);
    // Whoever leads elsewhere learns nothing of who there is.
    if (!found || !(await isInScope({ tx, scope, today }, found.id))) throw invalid('login', NO_SUCH_LOGIN);
    if (await isTechnicalUser(tx, found.id)) throw invalid('login', TECHNICAL_USER);
    const by = ownUserId(actor);
    if (found.id === by) throw new Forbidden('own-exception', NOT_FOR_YOURSELF);
    if (validTo <= today) throw invalid('validTo', EXCEPTION_IS_OVER);
    if (validTo > addDays(today, LONGEST_DAYS)) throw invalid('validTo', TOO_LONG_AN_EXCEPTION);
    await insertException(tx, { userId: found.id, reason, validFrom: today, validTo }, by, now);
    return found.id;
  },
  audit: ({ input, output }) => ({ facts: { user: output, until: input.validTo } }),
});

const isInScope = (context: Parameters<typeof getUserInScope>[0], id: string): Promise<boolean> =>
  getUserInScope(context, id).then(
    () => true,
    (refusal: unknown) => {
      if (refusal instanceof NotFound) return false;
      throw refusal;
    },
  );

export const takeException = writeAction({
  name: 'authentication.take-exception',
  title: { lv: 'Izbeigts izņēmums no pierakstīšanās kārtības', en: 'Exception from the sign-in policy ended' },
  permission: leadProgramme,
  input: z.object({ id: z.uuid() }),
  async run({ tx, scope, today }, { id }) {
    await getUserInScope({ tx, scope, today }, id);
    return endException(tx, id, today);
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});
