import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { seal } from '#platform/secrets/sealed-box.js';
import { nextKeyFrom, overKeys, publishedKeys } from '../domain/signing-keys.js';
import { manageProvider } from '../permissions.js';
import { getParameters } from '../store/parameters.js';
import { deleteKeys, holdKeys, insertKey, type KeyRow, listKeys, withdrawKeys } from '../store/signing-keys.js';
import { WHY_LEAKED } from '../texts.js';
import { keyBoxKey } from './read-keys.js';

/** Makes the next key when it is time, and forgets those nobody needs any more. */
export const renewSigningKeys = writeAction({
  name: 'apps.renew-signing-keys',
  title: { lv: 'Pārbaudītas parakstīšanas atslēgas', en: 'Signing keys looked after' },
  permission: manageProvider,
  input: z.object({}),
  async run(context) {
    const { tx, now, today } = context;
    await holdKeys(tx);
    const keys = await listKeys(tx);
    const pace = await getParameters(tx, today);
    const from = nextKeyFrom(keys, now, { days: pace['signing-key-days'], aheadDays: pace['signing-key-ahead-days'] });
    const made = from && (await makeKey(context, from));
    const over = overKeys(keys, now).map(({ kid }) => kid);
    await deleteKeys(tx, over);
    return { made, over };
  },
  audit: ({ output }) => ({ facts: output }),
});

/** A new key before its time: published at once, signing after the usual days. Where the old one may have leaked it is withdrawn, and the new one signs at once. */
export const changeSigningKey = writeAction({
  name: 'apps.change-signing-key',
  title: { lv: 'Nomainīta parakstīšanas atslēga', en: 'Signing key changed' },
  permission: manageProvider,
  asksFreshProof: true,
  input: z.object({ leaked: z.stringbool().default(false), why: z.string().trim().max(500).default('') }),
  async run(context, { leaked, why }) {
    if (leaked && why.length < 3) throw invalid('why', WHY_LEAKED);
    const { tx, now, today } = context;
    await holdKeys(tx);
    if (leaked) await withdrawKeys(tx, now);
    const ahead = (await getParameters(tx, today))['signing-key-ahead-days'];
    return { made: await makeKey(context, leaked ? now : new Date(now.getTime() + ahead * 86_400_000)), leaked };
  },
  audit: ({ input, output }) => ({ facts: { ...output, ...(output.leaked && { why: input.why }) } }),
});

async function makeKey({ tx, now, actor, installation }: WriteContext, signsFrom: Date): Promise<string> {
  const pair = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const named = { kid, alg: 'RS256', use: 'sig' };
  const privateJwk = seal(keyBoxKey(installation), JSON.stringify({ ...(await exportJWK(pair.privateKey)), ...named }));
  await insertKey(tx, { kid, publicJwk: { ...publicJwk, ...named }, privateJwk, madeBy: actor.id ?? 'system', signsFrom }, now);
  return kid;
}

export interface ShownKey extends Omit<KeyRow, 'privateJwk'> {
  readonly use: 'signs' | 'signs-later' | 'still-published' | 'withdrawn' | 'over';
}

export const readSigningKeys = readAction({
  name: 'apps.read-signing-keys',
  title: { lv: 'Apskatītas parakstīšanas atslēgas', en: 'Signing keys looked at' },
  permission: manageProvider,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, now }): Promise<ShownKey[]> {
    const keys = await listKeys(tx);
    const published = publishedKeys(keys, now);
    const useOf = (key: KeyRow): ShownKey['use'] => {
      if (key.withdrawnAt) return 'withdrawn';
      if (key.signsFrom > now) return 'signs-later';
      if (key === published[0]) return 'signs';
      return published.includes(key) ? 'still-published' : 'over';
    };
    return keys.map((key) => ({ kid: key.kid, madeAt: key.madeAt, madeBy: key.madeBy, signsFrom: key.signsFrom, withdrawnAt: key.withdrawnAt, use: useOf(key) }));
  },
});
