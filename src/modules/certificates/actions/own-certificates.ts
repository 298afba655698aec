import { z } from 'zod';
import { listConfirmed, type Publication } from '#modules/exams/public.js';
import { findLearner, type LearnerRow, listWards, type WardRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { findCertificate, listOfPerson, type OwnCertificate } from '../store/certificates.js';
import { listRequestsOf, type PaperRequestRow } from '../store/paper.js';
import { NO_SUCH_CERTIFICATE, NOT_IN_REGISTER, NOT_YOUR_CHILD } from '../texts.js';
import { giveFile } from './hand-out.js';
import { factsOf } from './scope.js';

export interface OwnCertificates {
  /** Whose documents are shown: one's own, or those of a child. */
  readonly person: LearnerRow;
  readonly self: LearnerRow;
  readonly wards: readonly WardRow[];
  readonly certificates: readonly OwnCertificate[];
  readonly requests: readonly PaperRequestRow[];
  /** Publications of the coming days, the same for everybody: until then nothing of them is here. */
  readonly coming: readonly Publication[];
}

/** One's own certificates, or those of a child one acts for today by the population register: an eighteenth birthday ends it that day. */
export const viewOwnCertificates = readAction({
  name: 'certificates.view-own',
  title: { lv: 'Apskatīti savi vai sava bērna sertifikāti', en: 'Own certificates, or those of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object({ person: emptyAsNull(z.uuid()) }),
  async run(context, { person: wanted }): Promise<OwnCertificates> {
    const { self, wards } = await getSelf(context);
    if (wanted !== null && !isOwn(wanted, self, wards)) throw new Forbidden('not-your-child', NOT_YOUR_CHILD);
    const shown = wanted ?? self.id;
    const person = shown === self.id ? self : (await findLearner(context.tx, shown, context.today))!;
    return { person, self, wards, certificates: await listOfPerson(context.tx, shown, context), requests: await listRequestsOf(context.tx, shown), coming: await comingOf(context) };
  },
  audit: ({ output }) => ({ subjects: [output.person.id], facts: { found: output.certificates.length } }),
});

const COMING_MS = 30 * 86_400_000;
const comingOf = async ({ tx, now }: Pick<ActionContext, 'tx' | 'now'>): Promise<Publication[]> =>
  (await listConfirmed(tx, 12)).filter(({ visibleFrom }) => visibleFrom > now && visibleFrom.getTime() < now.getTime() + COMING_MS).toReversed();

/** A certificate of one's own or of a child, published; whose it is says by which way it was given. @throws NotFound alike for "is not" and "is not yours" */
export async function getOwn(context: Pick<ActionContext, 'tx' | 'actor' | 'today' | 'now'>, id: string): Promise<{ readonly certificate: OwnCertificate; readonly self: LearnerRow; readonly isOwn: boolean }> {
  const { self, wards } = await getSelf(context);
  const certificate = await findCertificate(context.tx, id, { ...context, scope: EVERYWHERE }, false);
  if (!certificate || !isOwn(certificate.personId, self, wards)) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
  return { certificate, self, isOwn: certificate.personId === self.id };
}

export const downloadOwn = writeAction({
  name: 'certificates.download-own',
  title: { lv: 'Lejupielādēts savs vai sava bērna sertifikāts', en: 'Own certificate, or that of one’s child, downloaded' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const own = await getOwn(context, id);
    return giveFile(context, own.certificate, own.isOwn ? 'own' : 'representative');
  },
  audit: ({ output }) => factsOf(output.certificate),
});

async function getSelf({ tx, actor, today }: Pick<ActionContext, 'tx' | 'actor' | 'today'>): Promise<{ self: LearnerRow; wards: readonly WardRow[] }> {
  const self = actor.personId ? await findLearner(tx, actor.personId, today) : undefined;
  if (!self) throw new NotFound('not-in-register', NOT_IN_REGISTER);
  return { self, wards: await listWards(tx, self.id, today) };
}

const isOwn = (personId: string, self: LearnerRow, wards: readonly WardRow[]): boolean => personId === self.id || wards.some(({ id }) => id === personId);
