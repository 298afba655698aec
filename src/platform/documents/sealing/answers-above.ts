import type { Clock } from '#kernel/clock.js';
import type { RevocationAnswer, RevocationSource } from './seal-provider.js';

/** That every authority of a chain is good, as far as the chain names who may say so. Roots answer seldom: an answer that still holds will do. @throws TrustServiceError */
export async function answersAbove(source: RevocationSource, chain: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const answers: Uint8Array[] = [];
  for (const [at, authority] of chain.slice(0, -1).entries()) answers.push((await source.good(authority, chain[at + 1]!, new Date(0))).response);
  return answers;
}

const FRESH_MS = 10 * 60_000;

/** One answer about a certificate serves everybody who asks within some minutes, and was content with its time. */
export function rememberedAnswers(source: RevocationSource, clock: Clock): RevocationSource {
  const known = new Map<string, Promise<RevocationAnswer>>();
  return {
    async good(leaf, issuer, since) {
      const key = Buffer.from(leaf).toString('base64');
      const kept = await known.get(key)?.catch(() => undefined);
      if (kept && kept.at >= since && clock.now().getTime() - kept.at.getTime() < FRESH_MS) return kept;
      const answer = source.good(leaf, issuer, since);
      known.set(key, answer);
      return answer;
    },
  };
}
