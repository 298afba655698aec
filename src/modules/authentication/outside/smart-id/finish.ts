import { z } from 'zod';
import { type Answer, ask, Unreachable } from '../call.js';
import { type Outcome, refused, WAITING } from '../proving.js';
import { refusalOfStatus } from './begin.js';
import { checkAnswer, SessionAnswer } from './check-answer.js';
import type { SmartIdClient } from './client.js';
import { challengeOfVerifier, digestOfSecret } from './rules.js';
import type { SmartIdState } from './state.js';
import type { SmartIdRefusal } from './texts.js';

/** What the app put into the address when it returned to the browser on the same device. */
export const SmartIdReturn = z.object({ value: z.string(), sessionSecretDigest: z.string(), userChallengeVerifier: z.string() });
export type SmartIdReturn = z.infer<typeof SmartIdReturn>;

/** The service holds the question until something happens, at most this long; a page asks again. */
const HOLD_MS = 1_000;
const TO_ANSWER_MS = HOLD_MS + 15_000;

/** Asks how the sign-in stands, and checks the answer when there is one. `came` is what came back by the address, if it did. */
export async function askAndCheck(client: SmartIdClient, state: SmartIdState, came: SmartIdReturn | null, now: Date): Promise<Outcome<SmartIdRefusal>> {
  if (came && !belongsTo(came, state)) return refused('wrong-return');
  let answer: Answer;
  try {
    answer = await ask(client.fetch, new URL(`session/${state.sessionId}?timeoutMs=${HOLD_MS}`, client.url).href, { withinMs: TO_ANSWER_MS });
  } catch (error) {
    if (error instanceof Unreachable) return refused('unreachable');
    throw error;
  }
  if (answer.status !== 200) return refused(refusalOfStatus(answer.status, 'session-gone'));
  const session = SessionAnswer.safeParse(answer.json);
  if (!session.success) return refused('bad-answer');
  if (session.data.state === 'RUNNING') return WAITING;
  const end = session.data.result?.endResult;
  if (end === undefined) return refused('bad-answer');
  if (end !== 'OK') return refused(REFUSAL_OF_END[end] ?? 'unknown-end');
  const { flowType, userChallenge } = session.data.signature ?? {};
  if (flowType === 'Web2App') {
    // The one who confirmed must come back with this browser before anything counts ("Response verification").
    if (!came) return WAITING;
    if (userChallenge !== challengeOfVerifier(came.userChallengeVerifier)) return refused('wrong-return');
  }
  return checkAnswer(client, state, session.data, now);
}

const belongsTo = (came: SmartIdReturn, { link }: SmartIdState): boolean => link !== null && came.value === link.callbackValue && came.sessionSecretDigest === digestOfSecret(link.secret);

/** Each end that RP API 3.1 knows ("Session status"). */
const REFUSAL_OF_END: Readonly<Record<string, SmartIdRefusal>> = {
  USER_REFUSED: 'user-refused',
  USER_REFUSED_INTERACTION: 'user-refused-text',
  USER_REFUSED_CERT_CHOICE: 'user-refused-account-choice',
  TIMEOUT: 'timeout',
  WRONG_VC: 'wrong-code',
  DOCUMENT_UNUSABLE: 'document-unusable',
  ACCOUNT_UNUSABLE: 'account-unusable',
  REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP: 'app-too-old',
  PROTOCOL_FAILURE: 'protocol-failure',
  EXPECTED_LINKED_SESSION: 'other-session-expected',
  SERVER_ERROR: 'service-failure',
};
