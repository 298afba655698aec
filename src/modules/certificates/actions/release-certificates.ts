import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { certificateRevoked } from '../events.js';
import { beat } from '../store/runs.js';
import { tellIssued, tellRevoked } from '../store/changes.js';
import { releaseVerified } from '../store/steps.js';
import { tellCheckers } from './tell-checkers.js';

/** Gives checked certificates free: from now on each is what it is. A version before it is revoked in the same transaction; whether anyone may see it, its results' publication says. */
export const releaseCertificates = writeAction({
  name: 'certificates.release',
  title: { lv: 'Apzīmogots pārbaudījuma sertifikāts', en: 'Certificate of an exam sealed' },
  permission: JOBS_ALONE,
  input: z.object({ sealingId: z.uuid(), runId: z.uuid(), ids: z.array(z.uuid()) }),
  async run({ tx, now, announce }, { sealingId, runId, ids }) {
    await beat(tx, { sealingId, runId }, now);
    const { released, revoked } = await releaseVerified(tx, ids, REPLACED, now);
    await tellRevoked(tx, revoked.map(({ id }) => id), now);
    await tellCheckers({ tx, now }, revoked.map(({ id }) => id));
    await tellIssued(tx, released.map(({ id }) => id), now);
    for (const { id, year, examCode, institutionId } of revoked) await announce(certificateRevoked, { certificateId: id, year, examCode, institutionId });
    return { released, revoked };
  },
  audit: ({ output }) => ({ subjects: output.released.map(({ personId }) => personId), facts: { sealed: output.released.length, revoked: output.revoked.length } }),
});

const REPLACED = 'Mainīts rezultāts: izdota nākamā versija';
