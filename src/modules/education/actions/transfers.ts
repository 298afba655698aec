import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, Forbidden, invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { MOVED_TO_INSTITUTION } from '../domain/end-reasons.js';
import { membershipEnded, transferDone } from '../events.js';
import { keepPupils } from '../permissions.js';
import { findSchoolById, type SchoolRow } from '../store/institutions.js';
import { endMembership, findMainOn, isLicensed, lockPerson } from '../store/memberships.js';
import { listMembershipsOf } from '../store/pupils.js';
import { answerTransfer, finishTransfer, findTransfer, insertTransfer, listTransfers, lockTransfer, type TransferRow } from '../store/transfers.js';
import { type OpenItem, openItemsOf } from './contributed.js';
import { beginMembership, getClassFor, getLearner, learnerFields } from './enrol.js';
import { DAY_IN_PAST, IS_MEMBER_HERE, NO_MAIN_ELSEWHERE, NO_SUCH_TRANSFER, NOT_LICENSED, NOT_YOUR_ANSWER, TRANSFER_NOT_OPEN } from './refusals.js';
import { checkOpenOn, getSchool, recordingOf, schoolScope } from './school-scope.js';
import { tellOfTransfer } from './tell-of-transfer.js';

export interface TransfersPage {
  readonly school: SchoolRow;
  readonly transfers: readonly TransferRow[];
}

export const openTransfers = readAction({
  name: 'education.list-transfers',
  title: { lv: 'Apskatītas izglītojamo pārcelšanās', en: 'Transfers of pupils looked at' },
  permission: keepPupils,
  input: z.object({ regNr: z.string() }),
  async run(context, { regNr }): Promise<TransfersPage> {
    const school = await getSchool(context, regNr);
    return { school, transfers: await listTransfers(context.tx, school.id, context.today, 100) };
  },
  audit: ({ output }) => ({ subjects: output.transfers.map((one) => one.personId), facts: { institution: output.school.id, found: output.transfers.length } }),
});

/** @throws NotFound */
async function getTransfer(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<TransferRow> {
  const transfer = await findTransfer(context.tx, id, await schoolScope(context), context.today);
  if (!transfer) throw new NotFound('no-such-transfer', NO_SUCH_TRANSFER);
  return transfer;
}

export interface TransferPage {
  readonly transfer: TransferRow;
  /** On which side of it the actor stands; on both with a wide right. */
  readonly answers: boolean;
  readonly asks: boolean;
  readonly openItems: readonly OpenItem[];
}

/** One transfer with the checklist of what is open at the school that the pupil leaves. */
export const viewTransfer = readAction({
  name: 'education.view-transfer',
  title: { lv: 'Apskatīta izglītojamā pārcelšanās', en: 'Transfer of a pupil looked at' },
  permission: keepPupils,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<TransferPage> {
    const { tx } = context;
    const transfer = await getTransfer(context, id);
    const scope = await schoolScope(context);
    const within = (institutionId: string) => scope.everywhere || scope.institutionIds.includes(institutionId);
    const leaving = { personId: transfer.personId, institutionId: transfer.fromInstitutionId, on: transfer.movesOn };
    const answers = within(transfer.fromInstitutionId);
    const ahead = transfer.state === 'asked' || transfer.state === 'agreed';
    // What is missing stays to be entered after the move, by the school that was left.
    const others = ahead || transfer.state === 'done' ? await openItemsOf(tx, leaving) : [];
    const open = [...(ahead ? await ownOpenItems(context, transfer) : []), ...others].map(({ words, href }) => ({ words, href: answers ? href : undefined }));
    return { transfer, answers, asks: within(transfer.toInstitutionId), openItems: open };
  },
  audit: ({ output }) => ({ subjects: [output.transfer.personId], facts: { transfer: output.transfer.id } }),
});

/** What this register itself knows to be open. */
async function ownOpenItems({ tx, scope }: Pick<ActionContext, 'tx' | 'scope'>, transfer: TransferRow): Promise<OpenItem[]> {
  const beside = (await listMembershipsOf(tx, transfer.personId, scope)).filter(
    (one) => one.supersededAt === null && one.institutionId === transfer.fromInstitutionId && !one.isMain && (one.validTo === null || one.validTo > transfer.movesOn),
  );
  return [
    ...beside.map((one) => ({ words: { lv: `Paliek piederība programmā “${one.programmeLv}”: izbeidziet to, ja bērns to vairs neapmeklēs.`, en: `A membership in “${one.programmeEn}” stays: end it if the child will no longer attend.` } })),
    ...(transfer.classId === null ? [{ words: { lv: 'Jaunā skola vēl nav norādījusi klasi; pēc pārcelšanās to norādīs kartītē.', en: 'The new school has not named a class yet; it will be named on the card afterwards.' } }] : []),
  ];
}

/** So far back a transfer can be dated, for what schools agreed before they wrote it down. */
const BACK_DAYS = 30;

/** The new school asks for a pupil from a day on. */
export const askForTransfer = writeAction({
  name: 'education.ask-for-transfer',
  title: { lv: 'Lūgta izglītojamā pārcelšanās', en: 'Transfer of a pupil asked for' },
  permission: keepPupils,
  input: z.object({ regNr: z.string(), ...learnerFields, programmeCode: z.string().min(1), classId: emptyAsNull(z.uuid()), movesOn: IsoDateInput }),
  async run(context, { regNr, programmeCode, classId, movesOn, ...who }) {
    const { tx, today, now } = context;
    const school = await getSchool(context, regNr);
    if (movesOn < addDays(today, -BACK_DAYS)) throw invalid('movesOn', DAY_IN_PAST);
    checkOpenOn(school, 'movesOn', movesOn);
    const person = await getLearner(tx, who);
    await lockPerson(tx, person.id);
    const main = await findMainOn(tx, person.id, addDays(movesOn, -1));
    if (!main) throw invalid('code', NO_MAIN_ELSEWHERE);
    if (main.institutionId === school.id) throw invalid('code', IS_MEMBER_HERE);
    if (!(await isLicensed(tx, school.id, programmeCode, movesOn))) throw invalid('programmeCode', NOT_LICENSED);
    if (classId) await getClassFor(context, school, classId, programmeCode, movesOn);
    const id = await insertTransfer(tx, { personId: person.id, fromInstitutionId: main.institutionId, toInstitutionId: school.id, programmeCode, classId, movesOn }, now, recordingOf(context).recordedBy);
    await tellOfTransfer(context, await getTransfer(context, id), 'asked');
    return { id, personId: person.id };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { transfer: output.id, on: input.movesOn } }),
});

/** The old school agrees or refuses; the new one may withdraw. Agreed for a day that has come, it is done at once. */
export const answerTransferOf = writeAction({
  name: 'education.answer-transfer',
  title: { lv: 'Atbildēts uz pārcelšanās lūgumu', en: 'Transfer answered' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), answer: z.enum(['agreed', 'refused', 'withdrawn']), reason: z.string().trim().max(500).default('') }),
  async run(context, { id, answer, reason }) {
    const { tx, now, today } = context;
    await lockTransfer(tx, id);
    const transfer = await getTransfer(context, id);
    const scope = await schoolScope(context);
    const side = answer === 'withdrawn' ? transfer.toInstitutionId : transfer.fromInstitutionId;
    if (!scope.everywhere && !scope.institutionIds.includes(side)) throw new Forbidden('not-your-answer', NOT_YOUR_ANSWER);
    if (transfer.state !== 'asked' && !(transfer.state === 'agreed' && answer === 'withdrawn')) throw new Conflict('transfer-not-open', TRANSFER_NOT_OPEN);
    if (answer === 'refused' && reason.length < 3) throw invalid('reason', WHY);
    await answerTransfer(tx, id, answer, reason, now, recordingOf(context).recordedBy);
    await tellOfTransfer(context, { ...transfer, reason }, answer);
    if (answer === 'agreed' && transfer.movesOn <= today) await carryOut(context, { ...transfer, state: 'agreed' });
    return { personId: transfer.personId, done: answer === 'agreed' && transfer.movesOn <= today };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { transfer: input.id, answer: input.answer, done: output.done } }),
});
const WHY = { lv: 'Atsakot jānorāda iemesls: to lasīs otra skola.', en: 'A refusal needs a reason, which the other school will read.' };

/** Does one agreed transfer whose day has come; done already, it does nothing. The job performs this for each, so a killed run goes on where it stopped. */
export const carryOutTransfer = writeAction({
  name: 'education.carry-out-transfer',
  title: { lv: 'Izglītojamais pārcelts uz citu iestādi', en: 'Pupil transferred to another institution' },
  permission: keepPupils,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    await lockTransfer(context.tx, id);
    const transfer = await getTransfer(context, id);
    if (transfer.state === 'agreed' && transfer.movesOn <= context.today) await carryOut(context, transfer);
    return { personId: transfer.personId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { transfer: input.id } }),
});

/** The old membership ends where the new one begins, in one transaction: no gap, no overlap. */
async function carryOut(context: WriteContext, transfer: TransferRow): Promise<void> {
  const { tx, now } = context;
  const { personId, movesOn, programmeCode } = transfer;
  await lockPerson(tx, personId);
  const old = await findMainOn(tx, personId, addDays(movesOn, -1));
  if (old?.institutionId !== transfer.fromInstitutionId) throw new Conflict('nothing-to-transfer', NO_MAIN_ELSEWHERE);
  if (old.validTo === null || old.validTo > movesOn) await endAt(context, old.id, transfer.fromInstitutionId, movesOn);
  const school = (await findSchoolById(tx, transfer.toInstitutionId))!;
  const id = await beginMembership(context, { personId, school, programmeCode, classId: transfer.classId, from: movesOn, isMain: true, form: old.form, orderNr: '', orderedOn: null });
  await finishTransfer(tx, transfer.id, now);
  await context.announce(transferDone, { transferId: transfer.id, fromMembershipId: old.id, toMembershipId: id, on: movesOn });
  await tellOfTransfer(context, transfer, 'done');
}

async function endAt(context: WriteContext, id: string, institutionId: string, on: IsoDate): Promise<void> {
  await endMembership(context.tx, id, { validTo: on, reason: MOVED_TO_INSTITUTION, comment: '', orderNr: '', orderedOn: null }, recordingOf(context));
  await context.announce(membershipEnded, { membershipId: id, institutionId, on });
}
