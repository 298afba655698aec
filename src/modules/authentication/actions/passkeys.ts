import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { COSEALG } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { LEAST_KEYS } from '../domain/break-glass-test.js';
import { relyingParty } from '../domain/relying-party.js';
import { findSignInUser } from '../store/people.js';
import { insertPasskey, listPasskeysOf, removePasskeys } from '../store/passkeys.js';
import { LAST_PASSKEY, NO_SUCH_PASSKEY, PASSKEY_NOT_ADDED, SEALED_KEEPS_KEYS } from '../texts.js';
import { refuseUnlessAllowed } from './allowed-here.js';
import { factorAdded, factorRemoved } from './factor-changed.js';
import { beginPending, takePending } from './pending.js';
import { waysInOf } from './terms-of.js';

const PURPOSE = 'add a passkey';
const AMR = ['hwk', 'user', 'mfa'];
/** What keys sign with: those that every authenticator in use has at least one of (W3C WebAuthn 3, 5.8.5). */
const ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** Asks the device for a new passkey: what the browser is to be told, and the token of the proof under way. */
export const beginPasskey = writeAction({
  name: 'authentication.begin-passkey',
  title: { lv: 'Sākta piekļuves atslēgas pievienošana', en: 'Adding a passkey begun' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({}),
  async run(context) {
    const { tx, actor, installation } = context;
    const user = (await findSignInUser(tx, ownUserId(actor)))!;
    await refuseUnlessAllowed(context, user.id, 'passkey');
    const options = await generateRegistrationOptions({
      rpName: 'Vienkopus',
      rpID: relyingParty(installation, null).id,
      userID: new Uint8Array(Buffer.from(user.id)),
      userName: user.login,
      userDisplayName: user.name,
      attestationType: 'none',
      excludeCredentials: (await listPasskeysOf(tx, user.id)).map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return { options, token: await beginPending(context, PURPOSE, user.id, options.challenge) };
  },
  audit: () => ({}),
});

/** Keeps the device's new passkey, once its answer is checked. Every other session ends. */
export const addPasskey = writeAction({
  name: 'authentication.add-passkey',
  title: { lv: 'Pievienota piekļuves atslēga', en: 'Passkey added' },
  permission: SIGNED_IN,
  input: z.object({ token: z.string(), answer: z.string().max(20_000), name: z.string().trim().min(1).max(60), present: z.string(), origin: z.string().nullable() }),
  async run(context, { token, answer, name, present, origin }) {
    const { tx, actor, installation, now } = context;
    const userId = ownUserId(actor);
    const expectedChallenge = await takePending<string>(context, token, PURPOSE, userId);
    const party = relyingParty(installation, origin);
    const checked =
      expectedChallenge &&
      (await verifyRegistrationResponse({
        response: JSON.parse(answer) as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin: [...party.origins],
        expectedRPID: party.id,
        requireUserVerification: true,
        supportedAlgorithmIDs: ALGORITHMS,
      }).catch(() => undefined));
    if (!checked || !checked.verified) throw invalid('name', PASSKEY_NOT_ADDED);
    const { credential, credentialBackedUp } = checked.registrationInfo;
    await insertPasskey(
      tx,
      { userId, credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), counter: credential.counter, transports: credential.transports ?? [], synced: credentialBackedUp, name },
      now,
    );
    await factorAdded(context, userId, 'passkey', present, AMR);
  },
  audit: () => ({}),
});

/** One of one's own passkeys, and by what else one gets in: what is asked before it is taken away. */
export const readMyPasskey = readAction({
  name: 'authentication.read-my-passkey',
  title: { lv: 'Apskatīta sava piekļuves atslēga', en: 'Own passkey looked at' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run(context, { id }) {
    const { tx, actor } = context;
    const userId = ownUserId(actor);
    const passkeys = await listPasskeysOf(tx, userId);
    const passkey = passkeys.find((one) => one.id === id);
    if (!passkey) throw new NotFound('no-such-passkey', NO_SUCH_PASSKEY);
    const { name, addedAt, lastUsedAt } = passkey;
    return { name, addedAt, lastUsedAt, others: passkeys.length - 1, hasCode: (await findSignInUser(tx, userId))!.hasCode, left: await waysInOf(context, userId, { passkey: id }) };
  },
});
export type OwnPasskey = Awaited<ReturnType<typeof readMyPasskey.run>>;

/** Takes one of one's own passkeys away; never the last way in, nor one of the last two of a sealed account. */
export const removePasskey = writeAction({
  name: 'authentication.remove-passkey',
  title: { lv: 'Noņemta piekļuves atslēga', en: 'Passkey removed' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), present: z.string() }),
  async run(context, { id, present }) {
    const userId = ownUserId(context.actor);
    const { sealed, passkeys } = (await findSignInUser(context.tx, userId))!;
    if (sealed && passkeys <= LEAST_KEYS) throw new Conflict('sealed-keeps-keys', SEALED_KEEPS_KEYS);
    if ((await waysInOf(context, userId, { passkey: id })).length === 0 && (await waysInOf(context, userId)).length > 0) throw new Conflict('last-way-in', LAST_PASSKEY);
    if ((await removePasskeys(context.tx, userId, id, context.now)) === 0) throw new NotFound('no-such-passkey', NO_SUCH_PASSKEY);
    await factorRemoved(context, userId, 'passkey', present);
  },
  audit: () => ({}),
});
