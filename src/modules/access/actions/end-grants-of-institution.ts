import { z } from 'zod';
import { IsoDateInput, readableDay } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { grantEnded } from '../events.js';
import { grantRights } from '../permissions.js';
import { endOnInstitution } from '../store/grants.js';
import { ENDED_WITH_INSTITUTION } from '../texts.js';

/** Ends what rights reach beyond the last day of a closed institution, and tells those who held them. Bears repetition. */
export const endGrantsOfInstitution = writeAction({
  name: 'access.end-grants-of-institution',
  title: { lv: 'Izbeigtas tiesības slēgtā iestādē', en: 'Rights at a closed institution ended' },
  permission: grantRights,
  input: z.object({ institutionId: z.uuid(), on: IsoDateInput }),
  async run({ tx, now, actor, announce, enqueue }, { institutionId, on }) {
    const ended = await endOnInstitution(tx, institutionId, on, ENDED_WITH_INSTITUTION, actor.id ?? 'system', now);
    const day = readableDay(on);
    for (const { id, userId, validTo, email, institution } of ended) {
      await announce(grantEnded, { grantId: id, userId, to: validTo });
      await notify(
        { tx, enqueue, now },
        {
          userId,
          email,
          kind: 'access.rights-end-with-institution',
          subject: { lv: `Jūsu tiesības iestādē beidzas ${day}`, en: `Your rights at an institution end on ${day}` },
          body: { lv: `${institution} ${day} beidz pastāvēt, un tiesības tajā beidzas.`, en: `${institution} ends on ${day}, and the rights there end with it.` },
          link: '/my/rights',
          onceKey: `institution-closed:${institutionId}:${on}`,
        },
      );
    }
    return ended.map((grant) => grant.id);
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, on: input.on, ended: output.length } }),
});
