import { provePerson } from '#modules/access/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { seal } from '#platform/secrets/sealed-box.js';
import type { Proof } from '../domain/proof.js';
import { setConfirmation } from '../store/confirmations.js';
import { closeReconfirmation } from '../store/reconfirmations.js';

const EVIDENCE_KEY = 'evidence of confirmed accounts';

/** Keeps by what an account was proven to be its person's, the evidence encrypted; it waits for nothing more. */
export async function keepConfirmation(context: WriteContext, userId: string, personId: string, { method, level, evidence }: Proof): Promise<void> {
  const { tx, now, installation } = context;
  await setConfirmation(tx, { userId, personId, method, level: level === 'high' ? 'high' : 'substantial', evidence: seal(installation.keyFor(EVIDENCE_KEY), JSON.stringify(evidence)) }, now);
  await provePerson(context, userId, personId);
  await closeReconfirmation(tx, userId, method, now);
}
