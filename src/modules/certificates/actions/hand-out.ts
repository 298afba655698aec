import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { getSitting } from '#modules/exams/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { findFile } from '#platform/files/read-file.js';
import { containerName } from '../domain/number.js';
import type { Channel } from '../domain/states.js';
import { handOut, lookInside } from '../permissions.js';
import { listToHandOut, type OwnCertificate, type ShownCertificate } from '../store/certificates.js';
import { listNoted, noteHandOuts } from '../store/hand-outs.js';
import { NO_SUCH_CERTIFICATE, NOTHING_TO_HAND_OUT } from '../texts.js';
import { factsOf, getCertificate } from './scope.js';

/** A sealed file as it is given away: always the stored bytes. */
export interface GivenFile {
  readonly name: string;
  readonly content: Buffer;
  readonly certificate: OwnCertificate;
}

/** Reads the stored bytes and writes into the ledger who got them, in one transaction. @throws NotFound where nothing has been sealed yet */
export async function giveFile({ tx, actor, now }: Pick<WriteContext, 'tx' | 'actor' | 'now'>, certificate: OwnCertificate, channel: Channel): Promise<GivenFile> {
  const file = certificate.fileId && certificate.state === 'released' ? await findFile(tx, certificate.fileId) : undefined;
  if (!file) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
  await noteHandOuts(tx, [certificate], { how: 'downloaded', channel, at: now, userId: actor.id, actor: actor.name });
  return { name: containerName(certificate.number, certificate.version), content: file.content, certificate };
}

const channelOf = ({ actor }: Pick<ActionContext, 'actor'>): Channel => (actor.kind === 'machine' ? 'machine' : 'school');
const published = (one: ShownCertificate): ShownCertificate => {
  if (!one.isVisible) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
  return one;
};

/** A certificate for the institution where the exam was taken, from publication on. */
export const downloadForSchool = writeAction({
  name: 'certificates.download-for-school',
  title: { lv: 'Skola lejupielādējusi sertifikātu', en: 'Certificate downloaded by the school' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  run: async (context, { id }) => giveFile(context, published(await getCertificate(context, id)), channelOf(context)),
  audit: ({ output }) => factsOf(output.certificate),
});

/** A certificate for the agency, also before publication; the reason stays in the log, and the holder sees it. */
export const lookInsideCertificate = writeAction({
  name: 'certificates.look-inside',
  title: { lv: 'Aģentūra atvērusi sertifikātu', en: 'Certificate opened by the agency' },
  permission: lookInside,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  run: async (context, { id }) => giveFile(context, await getCertificate(context, id), 'agency'),
  audit: ({ output }) => ({ ...factsOf(output.certificate), facts: { ...factsOf(output.certificate).facts, published: output.certificate.isVisible } }),
});

/** Which certificate it is, before a reason is given. */
export const openInside = readAction({
  name: 'certificates.open-look-inside',
  title: { lv: 'Atvērta veidlapa sertifikāta satura apskatei', en: 'Form to open a certificate’s content opened' },
  permission: lookInside,
  input: z.object({ id: z.uuid() }),
  run: (context, { id }) => getCertificate(context, id),
  audit: ({ output }) => factsOf(output),
});

/** Notes that all certificates of a sitting are fetched as one archive; their bytes are read when this has been written. */
export const handOutSitting = writeAction({
  name: 'certificates.hand-out-sitting',
  title: { lv: 'Skola lejupielādējusi norises sertifikātus', en: 'Certificates of a sitting downloaded by the school' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    const sitting = await getSitting(context, id);
    const files = await listToHandOut(tx, id, await schoolScope(context), now);
    if (files.length === 0) throw new Conflict('nothing-to-hand-out', NOTHING_TO_HAND_OUT);
    await noteHandOuts(tx, files, { how: 'downloaded with the sitting', channel: channelOf(context), at: now, userId: actor.id, actor: actor.name });
    return { sitting, files };
  },
  audit: ({ output }) => ({ subjects: output.files.map(({ personId }) => personId), facts: { sitting: output.sitting.id, exam: output.sitting.code, year: output.sitting.year, found: output.files.length } }),
});

/** The file of one of the certificates that have just been handed out: read when its turn in the archive comes. */
export const readHandedOut = readAction({
  name: 'certificates.read-handed-out',
  title: { lv: 'Nolasīti izsniegtie sertifikāti', en: 'Certificates handed out read' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }) {
    const { tx, now, actor } = context;
    const sitting = await getSitting(context, id);
    const mayHave = await listToHandOut(tx, id, await schoolScope(context), now);
    const files = await listNoted(tx, mayHave.map((one) => one.id), actor.name);
    return { sitting, entries: files.map(({ number, version, fileId }) => ({ path: containerName(number, version), content: () => findFile(tx, fileId) })), subjects: files.map(({ personId }) => personId) };
  },
  audit: ({ output }) => ({ subjects: output.subjects, facts: { sitting: output.sitting.id, found: output.subjects.length } }),
});

/** Notes that a certificate reached its holder another way: handed over on a data carrier or printed, or sent. */
export const recordHandOver = writeAction({
  name: 'certificates.record-hand-over',
  title: { lv: 'Atzīmēta sertifikāta izsniegšana', en: 'Handing over of a certificate recorded' },
  permission: handOut,
  input: z.object({ id: z.uuid(), how: z.enum(['handed over', 'sent']), remark: z.string().trim().min(1, { abort: true }).min(3).max(300) }),
  async run(context, { id, how, remark }) {
    const certificate = published(await getCertificate(context, id));
    await noteHandOuts(context.tx, [certificate], { how, channel: 'school', at: context.now, userId: context.actor.id, actor: context.actor.name, remark });
    return certificate;
  },
  audit: ({ input, output }) => ({ ...factsOf(output), facts: { ...factsOf(output).facts, how: input.how } }),
});

export const openHandOver = readAction({
  name: 'certificates.open-hand-over',
  title: { lv: 'Atvērta sertifikāta izsniegšanas veidlapa', en: 'Form of handing over a certificate opened' },
  permission: handOut,
  input: z.object({ id: z.uuid() }),
  run: async (context, { id }) => published(await getCertificate(context, id)),
  audit: ({ output }) => factsOf(output),
});
