import { z } from 'zod';
import { listHolders, listHoldersAt } from '#modules/access/public.js';
import { findFoundingUnit, institutionLife, listNamesOn, listSuccessorNames } from '#modules/institutions/public.js';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { notify } from '#platform/notices/notify.js';
import { keepPupils, license } from '../permissions.js';
import { findSchoolById } from '../store/institutions.js';
import { countMembersBeyond, cutLicences, liftCuts, lockLicencesOf } from '../store/licence-cuts.js';
import { recordingOf } from './school-scope.js';

/**
 * Brings the licences of an institution in line with what is recorded of its closing now, and tells its staff and those who register
 * licences. A successor needs licences of its own: they are not handed on. Bears repetition.
 */
export const endLicencesOfInstitution = writeAction({
  name: 'education.end-licences-of-institution',
  title: { lv: 'Licences saskaņotas ar iestādes slēgšanu', en: 'Licences brought in line with the closing of an institution' },
  permission: JOBS_ALONE,
  input: z.object({ institutionId: z.uuid(), eventId: z.string() }),
  async run(context, { institutionId, eventId }) {
    const { tx } = context;
    await lockLicencesOf(tx, institutionId);
    const closedOn = (await institutionLife(tx, institutionId))?.to ?? null;
    const givenBack = await liftCuts(tx, institutionId, closedOn, recordingOf(context));
    const ended = closedOn ? await cutLicences(tx, institutionId, closedOn, recordingOf(context)) : 0;
    if (ended > 0) await tell(context, institutionId, await endWords(context, institutionId, closedOn!, ended), `education.licences-end:${eventId}`);
    else if (givenBack > 0) await tell(context, institutionId, goOnWords(await nameOf(context, institutionId), givenBack), `education.licences-go-on:${eventId}`);
    return { closedOn, ended, givenBack };
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institutionId, ...(output.closedOn && { on: output.closedOn }), ended: output.ended, givenBack: output.givenBack } }),
});

interface Words {
  readonly subject: Text;
  readonly body: Text;
}

/** The institution's own staff, who must see its learners off, and those who register licences for its municipality or everywhere. */
async function tell({ tx, enqueue, now, today }: WriteContext, institutionId: string, { subject, body }: Words, onceKey: string): Promise<void> {
  const school = (await findSchoolById(tx, institutionId))!;
  const unit = (await findFoundingUnit(tx, institutionId, addDays(school.closedOn ?? today, -1))) ?? null;
  const told = [...(await listHoldersAt(tx, keepPupils.name, institutionId, today)), ...(await listHoldersAt(tx, license.name, institutionId, today)), ...(await listHolders(tx, license.name, unit, today))];
  for (const { userId, email } of new Map(told.map((one) => [one.userId, one])).values()) {
    await notify({ tx, enqueue, now }, { userId, email: email || null, kind: 'education.licences-follow-closing', subject, body, link: `/education/institutions/${school.regNr}/licences`, onceKey });
  }
}

const nameOf = async ({ tx, today }: WriteContext, institutionId: string): Promise<string> => (await listNamesOn(tx, [institutionId], today)).get(institutionId) ?? '';

async function endWords(context: WriteContext, institutionId: string, closedOn: IsoDate, ended: number): Promise<Words> {
  const name = await nameOf(context, institutionId);
  const day = readableDay(closedOn);
  const successors = (await listSuccessorNames(context.tx, institutionId, context.today)).join(', ');
  const members = await countMembersBeyond(context.tx, institutionId, closedOn);
  return {
    subject: { lv: `Licences beidzas ${day}: ${name}`, en: `Licences end on ${day}: ${name}` },
    body: {
      lv: [
        `${name} ${day} beidz pastāvēt, un izglītības programmu licences (${ended}) beidzas līdz ar to.`,
        ...(successors ? [`Iestāde turpinās kā: ${successors}. Licences uz to nepāriet; pārbaudiet, vai tai ir savas.`] : []),
        ...(members > 0 ? [`Izglītojamie, kuru piederība iestādei pēc šīs dienas vēl turpinās: ${members}. Izbeidziet to vai vienojieties par pārcelšanos.`] : []),
      ].join(' '),
      en: [
        `${name} ends on ${day}, and its licences of education programmes (${ended}) end with it.`,
        ...(successors ? [`It goes on as: ${successors}. Licences are not handed on; check whether that institution has its own.`] : []),
        ...(members > 0 ? [`Learners whose membership goes on after that day: ${members}. End it, or agree on a transfer.`] : []),
      ].join(' '),
    },
  };
}

const goOnWords = (name: string, n: number): Words => ({
  subject: { lv: `Licences turpinās: ${name}`, en: `Licences go on: ${name}` },
  body: {
    lv: `${name} netiek slēgta dienā, par kuru jums ziņots, tāpēc tās izglītības programmu licences (${n}) atkal ir spēkā tā, kā bija reģistrētas.`,
    en: `${name} does not close on the day you were told of, so its licences of education programmes (${n}) hold again as they were registered.`,
  },
});
