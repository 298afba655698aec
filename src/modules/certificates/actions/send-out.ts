import { z } from 'zod';
import { listReachableUsers, type UserOfPerson } from '#modules/access/public.js';
import { schoolScope } from '#modules/education/public.js';
import { getSitting, type SittingRow } from '#modules/exams/public.js';
import { listGuardiansOf } from '#modules/persons/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { MINE } from '../paths.js';
import { handOut } from '../permissions.js';
import { listOfSitting, listToHandOut, type ShownCertificate } from '../store/certificates.js';
import { listAskedByMessage, noteHandOuts } from '../store/hand-outs.js';
import { NO_SUCH_CERTIFICATE, NOBODY_TO_SEND } from '../texts.js';

/** More than any sitting has. */
const MOST = 5_000;

export interface Waiting {
  readonly certificate: ShownCertificate;
  /** Who gets the message: the holder, or where they have no address and are a minor, those who act for them; null where nobody has one. */
  readonly goesTo: 'holder' | 'representative' | null;
  /** Told by an earlier message. */
  readonly isAsked: boolean;
}

export interface WaitingOfSitting {
  readonly sitting: SittingRow;
  readonly waiting: readonly Waiting[];
}

interface Addressed extends Waiting {
  readonly users: readonly UserOfPerson[];
}

/** Everybody of a sitting whose published certificate has not reached them, by name, with where a message can go. */
async function waitingOf(context: Pick<ActionContext, 'tx' | 'scope' | 'today' | 'now'>, id: string): Promise<{ readonly sitting: SittingRow; readonly waiting: readonly Addressed[] }> {
  const { tx, today, now } = context;
  const sitting = await getSitting(context, id);
  const certificates = await listOfSitting(tx, { sittingId: id, scope: await schoolScope(context), today, now, alsoUnseen: false, withoutIt: true, after: null, limit: MOST });
  const asked = await listAskedByMessage(tx, certificates.map((one) => one.id));
  const holders = certificates.map(({ personId }) => personId);
  const pairs = await listGuardiansOf(tx, holders, today);
  const users = new Map((await listReachableUsers(tx, [...holders, ...pairs.map(({ guardianId }) => guardianId)])).map((user) => [user.personId, user]));
  const usersOf = (personId: string): UserOfPerson[] => {
    const own = users.get(personId);
    return own ? [own] : pairs.filter(({ childId }) => childId === personId).flatMap(({ guardianId }) => users.get(guardianId) ?? []);
  };
  const goesTo = ([first]: readonly UserOfPerson[], personId: string) => (first ? (first.personId === personId ? ('holder' as const) : ('representative' as const)) : null);
  return {
    sitting,
    waiting: certificates.map((certificate) => {
      const to = usersOf(certificate.personId);
      return { certificate, users: to, goesTo: goesTo(to, certificate.personId), isAsked: asked.has(certificate.id) };
    }),
  };
}

const auditOf = ({ sitting, waiting }: WaitingOfSitting) => ({ subjects: waiting.map(({ certificate }) => certificate.personId), facts: { sitting: sitting.id, exam: sitting.code, year: sitting.year } });

/** To whom a message would go, who was told already, and who has no address; no address itself is shown. */
export const openSendOut = readAction({
  name: 'certificates.open-send-out',
  title: { lv: 'Apskatīts, kam skola nosūtīs sertifikātus', en: 'Looked at to whom the school will send certificates' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<WaitingOfSitting> {
    const { sitting, waiting } = await waitingOf(context, id);
    return { sitting, waiting: waiting.map(({ certificate, goesTo, isAsked }) => ({ certificate, goesTo, isAsked })) };
  },
  audit: ({ output }) => ({ ...auditOf(output), facts: { ...auditOf(output).facts, found: output.waiting.length } }),
});

/**
 * Tells everybody who can be reached and has not got their certificate where it is: once for each version, the note in the ledger in the same
 * transaction as the message, so that a killed run tells nobody twice and forgets nobody.
 */
export const sendOut = writeAction({
  name: 'certificates.send-out',
  title: { lv: 'Skola nosūtījusi sertifikātus tiem, kuri tos nav saņēmuši', en: 'The school sent certificates to those who had not got theirs' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, actor, now, installation } = context;
    const { sitting, waiting } = await waitingOf(context, id);
    const address = `${installation.publicUrl}${MINE}`;
    const told: Addressed[] = [];
    for (const one of waiting) {
      let isNew = false;
      for (const { userId, email } of one.users) {
        if (await notify(context, { userId, email, kind: 'certificates.sent', subject: SUBJECT, body: fill(BODY, { address }), link: MINE, onceKey: `certificates.sent:${one.certificate.id}` })) isNew = true;
      }
      if (isNew) told.push(one);
    }
    if (told.length === 0) throw new Conflict('nobody-to-send', NOBODY_TO_SEND);
    await noteHandOuts(tx, told.map(({ certificate }) => certificate), { how: 'sent', channel: 'message', at: now, userId: actor.id, actor: actor.name });
    return { sitting, waiting: told };
  },
  audit: ({ output }) => ({ ...auditOf(output), facts: { ...auditOf(output).facts, told: output.waiting.length } }),
});

const Chosen = z.preprocess((raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.uuid()).min(1).max(MOST));

/** Notes of several of a sitting at once that they got theirs another way. @throws NotFound where one of them may not be given */
export const recordHandOvers = writeAction({
  name: 'certificates.record-hand-overs',
  title: { lv: 'Atzīmēta vairāku sertifikātu izsniegšana', en: 'Handing over of several certificates recorded' },
  permission: handOut,
  input: z.object({ id: z.uuid(), chosen: Chosen, how: z.enum(['handed over', 'sent']), remark: z.string().trim().min(1, { abort: true }).min(3).max(300) }),
  async run(context, { id, chosen, how, remark }) {
    const { tx, actor, now } = context;
    const sitting = await getSitting(context, id);
    const given = (await listToHandOut(tx, id, await schoolScope(context), now)).filter((one) => chosen.includes(one.id));
    if (given.length < new Set(chosen).size) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
    await noteHandOuts(tx, given, { how, channel: 'school', at: now, userId: actor.id, actor: actor.name, remark });
    return { sitting, given };
  },
  audit: ({ input, output: { sitting, given } }) => ({ subjects: given.map(({ personId }) => personId), facts: { sitting: sitting.id, exam: sitting.code, year: sitting.year, how: input.how, found: given.length } }),
});

const SUBJECT: Text = { lv: 'Vienkopus: skola jums nosūtījusi dokumentu', en: 'Vienkopus: your school has sent you a document' };
const BODY: Text = {
  lv: 'Skola jums nosūtījusi valsts pārbaudījuma sertifikātu. Atveriet adresi, pierakstieties un lejupielādējiet to. Saite pati neko neatver un nebeidzas: dokumentu redz tikai tas, kurš pierakstās.\n\n{address}',
  en: 'Your school has sent you a certificate of a state exam. Open the address, sign in and download it. The link by itself opens nothing and does not end: only whoever signs in sees the document.\n\n{address}',
};
