import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ALONE } from '../domain/factors.js';
import { relyingParty } from '../domain/relying-party.js';
import { hashOfToken } from '../domain/token.js';
import { lockPasskey, markPasskeyUsed } from '../store/passkeys.js';
import { endSessions, findHalfSession } from '../store/sessions.js';
import { keepRefusal } from './keep-event.js';
import { type Entry, openSession } from './open-session.js';
import { beginPending, takePending } from './pending.js';
import { signInFacts } from './sign-in.js';
import { VisitorInput } from './visitor-input.js';

const PURPOSE = 'sign in by passkey';

/** Asks for any passkey of this program; whose it is the device says itself, so nobody's name has to be typed or is given away. */
export const beginPasskeySignIn = writeAction({
  name: 'authentication.begin-passkey-sign-in',
  title: { lv: 'Sākta pierakstīšanās ar piekļuves atslēgu', en: 'Sign-in by passkey begun' },
  permission: ANYONE,
  input: z.object({}),
  async run(context) {
    const options = await generateAuthenticationOptions({ rpID: relyingParty(context.installation, null).id, userVerification: 'required' });
    return { options, token: await beginPending(context, PURPOSE, null, options.challenge) };
  },
  audit: () => ({}),
});

export const PasskeyAnswerInput = z.object({ token: z.string(), answer: z.string().max(20_000), origin: z.string().nullable(), visitor: VisitorInput });
/** The sign-in that waited for its second step is finished by a passkey too. */
const SignInInput = PasskeyAnswerInput.extend({ awaiting: z.string().max(200).default('') });

/** Signs in whoever's passkey answered: alone it is as good as two factors, since the device asked for finger, face or PIN. */
export const signInByPasskey = writeAction({
  name: 'authentication.sign-in-by-passkey',
  title: { lv: 'Pierakstīšanās ar piekļuves atslēgu', en: 'Sign-in by passkey' },
  permission: ANYONE,
  input: SignInInput,
  async run(context, { token, answer, origin, visitor, awaiting }): Promise<Entry | { readonly kind: 'wrong'; readonly userId?: string }> {
    const { owner, right } = await checkPasskey(context, token, answer, origin);
    if (!owner || !right) {
      if (owner) await keepRefusal(context, owner, 'passkey', 'passkey-not-verified', visitor);
      return { kind: 'wrong', ...(owner && { userId: owner }) };
    }
    const half = awaiting ? await findHalfSession(context.tx, hashOfToken(awaiting), context.now) : undefined;
    if (half?.userId === owner) await endSessions(context.tx, owner, { only: half.id }, 'finished', context.now);
    return openSession(context, owner, { factor: 'passkey', ...ALONE.passkey }, visitor);
  },
  audit: ({ input, output }) => ({ facts: signInFacts('passkey', input.visitor, output) }),
});

/** The user whose passkey answered the challenge of a proof under way; null when anything about the answer is wrong. */
export async function userOfPasskey(context: WriteContext, token: string, answer: string, origin: string | null): Promise<string | null> {
  const { owner, right } = await checkPasskey(context, token, answer, origin);
  return right ? owner : null;
}

/** Whose passkey the device says it used, and whether its answer is right. */
async function checkPasskey(context: WriteContext, token: string, answer: string, origin: string | null): Promise<{ readonly owner: string | null; readonly right: boolean }> {
  const { tx, now, installation } = context;
  const expectedChallenge = await takePending<string>(context, token, PURPOSE, null);
  const response = readAnswer(answer);
  const passkey = response && (await lockPasskey(tx, response.id));
  if (!response || !passkey || (installation.production && passkey.madeUp)) return { owner: null, right: false };
  const wrong = { owner: passkey.userId, right: false };
  if (!expectedChallenge) return wrong;
  const party = relyingParty(installation, origin);
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
  }).catch(() => undefined);
  if (!checked?.verified) return wrong;
  await markPasskeyUsed(tx, passkey.id, checked.authenticationInfo.newCounter, checked.authenticationInfo.credentialBackedUp, now);
  return { owner: passkey.userId, right: true };
}

function readAnswer(answer: string): AuthenticationResponseJSON | null {
  try {
    const read = JSON.parse(answer) as AuthenticationResponseJSON | null;
    return typeof read?.id === 'string' ? read : null;
  } catch {
    return null;
  }
}
