import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkClaim, type Claim, claimIn, type ClaimKey, holderMark, initialsOf, signClaim } from './claim.js';
import { claimMark, openRevoked, revocationOf, revocationOfClaim, signRevoked } from './revoked-list.js';

const pair = async (kid: string): Promise<{ readonly open: ClaimKey; readonly secret: JsonWebKey }> => {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const secret = await crypto.subtle.exportKey('jwk', privateKey);
  return { open: { kid, x: secret.x!, y: secret.y! }, secret };
};
const [ours, strange] = [await pair('ours'), await pair('ours')];
const CLAIM: Claim = { number: '2026/301949081206-MAT09', version: 1, initials: 'Ņ. Š. Ž.', holder: await holderMark('2026/301949081206-MAT09', 'Ņina Šķēle-Žagariņa'), outcome: '67 %', issuedOn: '2026-06-17' };
const words = await signClaim(CLAIM, 'ours', ours.secret);

test('a claim is read again with its key, whole or as an address, and fits into a code', async () => {
  expect(await checkClaim(words, [strange.open, ours.open].slice(1))).toEqual({ claim: CLAIM });
  for (const written of [` ${words}\n`, `https://vienkopus.example/check#c=${words}`]) expect(await checkClaim(claimIn(written), [ours.open])).toEqual({ claim: CLAIM });
  expect(words.length).toBeLessThan(330);
});

test('a claim by another key, of another form or with any changed letter is refused', async () => {
  expect(await checkClaim(words, [strange.open])).toEqual({ fault: 'changed' });
  expect(await checkClaim(words, [])).toEqual({ fault: 'unknown-key' });
  const [head, payload, signature] = words.split('.') as [string, string, string];
  const none = Buffer.from('{"alg":"none","kid":"ours"}').toString('base64url');
  for (const wrong of ['', 'x', `${head}.${payload}`, `${none}.${payload}.`, `${words}.x`, `${head}.${Buffer.from('[1,2]').toString('base64url')}.${signature}`]) expect(await checkClaim(wrong, [ours.open])).toEqual({ fault: 'unreadable' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  await fc.assert(fc.asyncProperty(fc.nat(words.length - 1), fc.constantFrom(...letters), async (at, letter) => {
    const other = words.slice(0, at) + letter + words.slice(at + 1);
    const found = await checkClaim(other, [ours.open]);
    // The last letters of Base64 carry bits that mean nothing: such a claim says the same.
    if ('claim' in found) expect(found.claim).toEqual(CLAIM);
  }), { numRuns: 300 });
});

test('the mark of a name differs neither by capitals nor by spaces, and belongs to its number', async () => {
  expect(await holderMark(CLAIM.number, ' ņina  ŠĶĒLE-žagariņa'.normalize('NFD'))).toBe(CLAIM.holder);
  expect(await holderMark(CLAIM.number, 'Nina Šķēle-Žagariņa')).not.toBe(CLAIM.holder);
  expect(await holderMark('2026/301949081206-LAT09', 'Ņina Šķēle-Žagariņa')).not.toBe(CLAIM.holder);
  expect(initialsOf('Ņina Šķēle-Žagariņa')).toBe(CLAIM.initials);
});

test('the list of revoked documents is believed by its key alone, finds a file and a claim, and says of which moment it is', async () => {
  const revoked = { asOf: new Date('2026-07-21T09:00:00Z'), documents: [{ file: 'a'.repeat(64), claim: await claimMark(CLAIM), on: '2026-07-20' }] };
  const list = await signRevoked(revoked, 'ours', ours.secret);
  const opened = await openRevoked(list, ours.open);
  expect(opened).toEqual(revoked);
  expect([await openRevoked(list, strange.open), await openRevoked(words, ours.open), await openRevoked('', ours.open)]).toEqual([null, null, null]);
  expect(await checkClaim(list, [ours.open])).toEqual({ fault: 'unreadable' });
  const files = (letter: string) => [{ sha256: 'b'.repeat(64) }, { sha256: letter.repeat(64) }];
  expect([revocationOf(opened, files('a')), revocationOf(opened, files('c')), revocationOf(null, files('a'))]).toEqual([{ asOf: revoked.asOf.toISOString(), on: '2026-07-20' }, { asOf: revoked.asOf.toISOString(), on: null }, null]);
  expect([(await revocationOfClaim(opened, CLAIM))?.on, (await revocationOfClaim(opened, { ...CLAIM, version: 2 }))?.on]).toEqual(['2026-07-20', null]);
});
