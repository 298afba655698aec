import type { Platform } from '#platform/actions/perform.js';
import { lastStampOf, NotToArchive } from '#platform/documents/public.js';
import { insertProofs, listUnproven, type NewProof, type UnprovenRow } from '../store/proofs.js';
import { PROOF_LOST } from '../texts.js';
import type { OpenStamps } from './open-stamps.js';

const PORTION = 500;

/** Works out until when the proof of every released certificate can be believed that has come since the last time: from its time stamp, which is kept. */
export async function surveyProofs({ database, clock }: Platform, { anchors }: Pick<OpenStamps, 'anchors'>): Promise<void> {
  for (;;) {
    const found = await listUnproven(database.primary, PORTION);
    if (found.length === 0) return;
    const now = clock.now();
    const proofs = await Promise.all(found.map((one) => proofOf(one, anchors, now)));
    await database.transaction((tx) => insertProofs(tx, proofs));
  }
}

const SOUND = { lv: '', en: '' };

async function proofOf({ token, ...of }: UnprovenRow, anchors: OpenStamps['anchors'], now: Date): Promise<NewProof> {
  try {
    const { until, hash } = await lastStampOf(token, { anchors }, now);
    return { ...of, goodUntil: until, hashBits: bitsOf(hash), fault: SOUND };
  } catch (fault) {
    if (!(fault instanceof NotToArchive)) throw fault;
    return { ...of, goodUntil: now, hashBits: 256, fault: PROOF_LOST };
  }
}

export const bitsOf = (hash: 'SHA-256' | 'SHA-384' | 'SHA-512') => Number(hash.slice(4)) as 256 | 384 | 512;
