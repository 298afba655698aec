import { type AuthenticationResponseJSON, generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { fill, type Text } from '#kernel/text.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { notify } from '#platform/notices/notify.js';
import { ALONE } from '../domain/factors.js';
import { relyingParty } from '../domain/relying-party.js';
import { hashOfToken } from '../domain/token.js';
import { lockPasskey, markPasskeyUsed, type PasskeyRow } from '../store/passkeys.js';
import { findSignInUser } from '../store/people.js';
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
  async run(context, { token, answer, origin, visitor, awaiting }): Promise<Entry | { readonly kind: 'wrong'; readonly why: PasskeyRefusal; readonly userId?: string }> {
    const { owner, refused } = await checkPasskey(context, token, answer, origin);
    if (!owner) return { kind: 'wrong', why: 'passkey-not-known' };
    if (refused) {
      await keepRefusal(context, owner, 'passkey', refused, visitor);
      return { kind: 'wrong', why: refused, userId: owner };
    }
    const half = awaiting ? await findHalfSession(context.tx, hashOfToken(awaiting), context.now) : undefined;
    if (half?.userId === owner) await endSessions(context.tx, owner, { only: half.id }, 'finished', context.now);
    return openSession(context, owner, { factor: 'passkey', ...ALONE.passkey }, visitor);
  },
  audit: ({ input, output }) => ({ facts: { ...signInFacts('passkey', input.visitor, output), ...(output.kind === 'wrong' && { why: output.why }) } }),
});

/** The user whose passkey answered the challenge of a proof under way; null when anything about the answer is wrong. */
export async function userOfPasskey(context: WriteContext, token: string, answer: string, origin: string | null): Promise<string | null> {
  const { owner, refused } = await checkPasskey(context, token, answer, origin);
  return refused ? null : owner;
}

type PasskeyRefusal = 'passkey-not-known' | 'passkey-not-verified' | 'passkey-copied';

interface Checked {
  readonly owner: string | null;
  readonly refused: Exclude<PasskeyRefusal, 'passkey-not-known'> | null;
}

/** Whose passkey the device says it used, and why its answer is not taken. */
async function checkPasskey(context: WriteContext, token: string, answer: string, origin: string | null): Promise<Checked> {
  const { tx, now, installation } = context;
  const expectedChallenge = await takePending<string>(context, token, PURPOSE, null);
  const response = readAnswer(answer);
  const passkey = response && (await lockPasskey(tx, response.id));
  if (!response || !passkey || (installation.production && passkey.madeUp)) return { owner: null, refused: 'passkey-not-verified' };
  const wrong: Checked = { owner: passkey.userId, refused: 'passkey-not-verified' };
  if (!expectedChallenge) return wrong;
  const party = relyingParty(installation, origin);
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: NOT_COMPARED },
  }).catch(() => undefined);
  if (!checked?.verified) return wrong;
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  if (goesBack(passkey.counter, newCounter)) {
    await tellOfCopy(context, passkey);
    return { owner: passkey.userId, refused: 'passkey-copied' };
  }
  await markPasskeyUsed(tx, passkey.id, newCounter, credentialBackedUp, now);
  return { owner: passkey.userId, refused: null };
}

/** We compare counters ourselves, and only of answers that are otherwise good: nobody is alarmed by what anyone can send. */
const NOT_COMPARED = 0;
/** Keys that count (many do not, and send zero) count up at each use: one that does not has been copied (W3C WebAuthn 3, 6.1.1). */
const goesBack = (before: number, now: number): boolean => (before > 0 || now > 0) && now <= before;

/** Which of the two is the copy nobody can tell, so the owner is told what to do. */
async function tellOfCopy(context: WriteContext, { userId, name }: Pick<PasskeyRow, 'userId' | 'name'>): Promise<void> {
  const user = await findSignInUser(context.tx, userId);
  const put = (text: Text): Text => ({ lv: fill(text, { name }).lv, en: fill(text, { name }).en });
  await notify(context, { userId, email: user?.email || null, kind: 'authentication.passkey-copied', subject: put(COPIED.subject), body: put(COPIED.body), link: '/my/sign-in', onceKey: `passkey-copied:${context.now.toISOString()}` });
}

const COPIED = {
  subject: { lv: 'Piekļuves atslēga, iespējams, ir nokopēta: {name}', en: 'A passkey may have been copied: {name}' },
  body: {
    lv: 'Jūsu piekļuves atslēga “{name}” atbildēja ar skaitītāju, kas jau ir bijis: tā var būt nokopēta. Mēs to nepieņēmām. Noņemiet šo atslēgu, pievienojiet citu un ziņojiet lietotāju administratoram.',
    en: 'Your passkey “{name}” answered with a counter that has been seen before: it may have been copied. It was not accepted. Remove this passkey, add another and tell your user administrator.',
  },
} as const satisfies Record<string, Text>;

function readAnswer(answer: string): AuthenticationResponseJSON | null {
  try {
    const read = JSON.parse(answer) as AuthenticationResponseJSON | null;
    return typeof read?.id === 'string' ? read : null;
  } catch {
    return null;
  }
}
