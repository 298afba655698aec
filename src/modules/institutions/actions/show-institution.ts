import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE, scopeOf } from '#platform/actions/permission.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { ACTION_TITLES, NO_SUCH_INSTITUTION, NOT_YET_FOUNDED } from '../texts.js';
import { believedBefore } from './believed-before.js';
import { covers, getInstitution } from './get-institution.js';
import { readCard } from './read-card.js';

/**
 * Everything the register knows about an institution; `on` is the day that the page stands on (today, or its last day),
 * `mayRecord` whether the one who looks may also change it; only then `before` tells what the register said earlier.
 */
export const showInstitution = readAction({
  name: 'institutions.show-institution',
  title: ACTION_TITLES.show,
  permission: ANYONE,
  input: z.object({ regNr: z.string(), on: z.preprocess((words) => words || undefined, IsoDateInput.optional()) }),
  audit: NOT_PERSONAL,
  async run({ tx, today, actor }, { regNr, on = today }) {
    if (!/^\d{10}$/.test(regNr)) throw new NotFound('no-such-institution', NO_SUCH_INSTITUTION);
    const institution = await getInstitution(tx, regNr, today);
    if (on < institution.foundedOn && institution.foundedOn <= today) throw invalid('on', fill(NOT_YET_FOUNDED, { day: readableDay(institution.foundedOn) }));
    const mayRecord = await covers(tx, scopeOf(actor, registerInstitutionsPermission), institution, today);
    return { on, card: await readCard(tx, institution, today), mayRecord, before: mayRecord ? await believedBefore(tx, institution.id, today) : null };
  },
});
