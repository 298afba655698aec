import { z } from 'zod';
import { type Certifiable, listCertifiable } from '#modules/exams/public.js';
import { type WriteContext, writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { saysTheSame } from '../domain/certificate-page.js';
import { certificateRevoked } from '../events.js';
import { sealSoon } from '../jobs/seal.js';
import { tellRevoked } from '../store/changes.js';
import { deleteUnreleased, insertDrafts, type LatestVersion, listLatest, revoke } from '../store/drafts.js';
import { certificateParameters } from '../store/parameters.js';
import { findLastSealing, findOpenSealing, insertSealing, type SealingRow } from '../store/sealings.js';
import { draftsOf } from './draft-certificates.js';
import { tellCheckers } from './tell-checkers.js';

/**
 * Brings the certificate of an entry after its result: another version under the same number where the page would say something else, revoked where nothing is certified any
 * more, a first one where there was none. Before the exam's own sealing there is nothing to follow.
 */
export const followResult = writeAction({
  name: 'certificates.follow-result',
  title: { lv: 'Sertifikāts pieskaņots rezultātam', en: 'Certificate brought after the result' },
  permission: JOBS_ALONE,
  input: z.object({ entryId: z.uuid() }),
  async run(context, { entryId }) {
    const { tx } = context;
    await deleteUnreleased(tx, entryId);
    const [latest] = await listLatest(tx, [entryId]);
    const [current] = await listCertifiable(tx, { entryIds: [entryId] }, null, 1);
    const inForce = latest && !latest.isRevoked ? latest : undefined;
    const outcome = current?.reachesThreshold ? await certifyAnew(context, current, inForce) : inForce ? await withdraw(context, inForce) : ('nothing' as const);
    return { outcome, personId: current?.personId ?? latest?.personId ?? null };
  },
  audit: ({ output }) => ({ subjects: output.personId ? [output.personId] : [], facts: { certificateOutcome: output.outcome } }),
});

async function withdraw({ tx, now, announce }: WriteContext, { id, year, examCode, institutionId }: LatestVersion): Promise<'revoked'> {
  await revoke(tx, id, NO_LONGER, now);
  await tellRevoked(tx, [id], now);
  await tellCheckers({ tx, now }, [id]);
  await announce(certificateRevoked, { certificateId: id, year, examCode, institutionId });
  return 'revoked';
}

async function certifyAnew(context: WriteContext, current: Certifiable, inForce: LatestVersion | undefined): Promise<'unchanged' | 'drafted' | 'nothing'> {
  const { tx, now } = context;
  const of = await findLastSealing(tx, current.eventId);
  if (!of) return 'nothing';
  const sealing = await sealingOfChanges(context, of);
  const drafts = await draftsOf(tx, [current], sealing);
  if (inForce && saysTheSame(inForce.page, drafts[0]!.page)) return 'unchanged';
  await insertDrafts(tx, drafts, true, now);
  await sealSoon(context, sealing.id);
  return 'drafted';
}

/** The sealing that goes on takes the change along; else one for changes is begun. */
async function sealingOfChanges({ tx, now, today }: WriteContext, { eventId, examId, year, examCode, term }: SealingRow): Promise<SealingRow> {
  const open = await findOpenSealing(tx, eventId);
  if (open) return open;
  const batchMinutes = (await certificateParameters.on(tx, today))['batch-minutes'][0]!;
  await insertSealing(tx, { eventId, examId, year, examCode, term, why: 'changes', issuedOn: today, batchMinutes, most: null, orderedAt: now, orderedBy: 'certificates.follow-result' });
  return (await findOpenSealing(tx, eventId))!;
}

const NO_LONGER = 'Rezultāts vairs nav spēkā vai nesasniedz slieksni';
