import { z } from 'zod';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { institutionLife } from '#modules/institutions/public.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { grantEnded, grantGiven } from '../events.js';
import { grantRights } from '../permissions.js';
import { cutByClosing, holdRightsAt, liftCuts } from '../store/grants.js';
import { ENDED_WITH_INSTITUTION } from '../texts.js';

/**
 * Brings the rights at an institution in line with what is recorded of its closing now, and tells their holders: what reaches
 * beyond its last day ends there, and what an earlier word of the closing cut for days to come is given back. Bears repetition.
 */
export const endGrantsOfInstitution = writeAction({
  name: 'access.end-grants-of-institution',
  title: { lv: 'Tiesības saskaņotas ar iestādes slēgšanu', en: 'Rights brought in line with the closing of an institution' },
  permission: grantRights,
  input: z.object({ institutionId: z.uuid(), eventId: z.string() }),
  async run(context, { institutionId, eventId }) {
    const { tx, now, today, actor, announce } = context;
    await holdRightsAt(tx, institutionId);
    const closedOn = (await institutionLife(tx, institutionId))?.to ?? null;
    const by = actor.id ?? 'system';
    const lifted = await liftCuts(tx, institutionId, closedOn, today, by, now);
    const ended = closedOn ? await cutByClosing(tx, institutionId, closedOn, ENDED_WITH_INSTITUTION, by, now) : [];
    const endedIds = new Set(ended.map((grant) => grant.id));
    const given = lifted.filter((grant) => !endedIds.has(grant.id));
    for (const grant of ended) {
      await announce(grantEnded, { grantId: grant.id, userId: grant.userId, to: grant.validTo! });
      await tell(context, grant, 'access.rights-end-with-institution', endWords(grant.institution, readableDay(closedOn!)), `institution-closed:${eventId}`);
    }
    for (const grant of given) {
      await announce(grantGiven, { grantId: grant.id, userId: grant.userId, from: today });
      await tell(context, grant, 'access.rights-go-on-with-institution', goOnWords(grant.institution), `institution-goes-on:${eventId}`);
    }
    return { closedOn, ended: ended.length, givenBack: given.length };
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, ...(output.closedOn && { on: output.closedOn }), ended: output.ended, givenBack: output.givenBack } }),
});

interface Words {
  readonly subject: Text;
  readonly body: Text;
}

/** A holder of several rights there is told once. */
const tell = ({ tx, enqueue, now }: WriteContext, { userId, email }: { userId: string; email: string }, kind: string, words: Words, onceKey: string) =>
  notify({ tx, enqueue, now }, { userId, email, kind, ...words, link: '/my/rights', onceKey });

const endWords = (institution: string, day: string): Words => ({
  subject: { lv: `Jūsu tiesības iestādē beidzas ${day}`, en: `Your rights at an institution end on ${day}` },
  body: { lv: `${institution} ${day} beidz pastāvēt, un tiesības tajā beidzas.`, en: `${institution} ends on ${day}, and the rights there end with it.` },
});

const goOnWords = (institution: string): Words => ({
  subject: { lv: 'Jūsu tiesības iestādē turpinās', en: 'Your rights at an institution go on' },
  body: {
    lv: `${institution} netiek slēgta dienā, par kuru jums ziņots, tāpēc jūsu tiesības tajā turpinās tā, kā tās bija piešķirtas.`,
    en: `${institution} does not close on the day you were told of, so your rights there go on as they were given.`,
  },
});
