import { createHash } from 'node:crypto';
import { areEqual, bytesOf, utf8 } from '../bytes.js';
import { type Certificate, isSame, readCertificate } from '../trust/certificate.js';
import { isSignedBy, type Scheme } from '../trust/signature.js';
import type { SealAlgorithm } from '../xades/names.js';
import { Pkcs11SetUp } from './pkcs11-error.js';
import type { Pkcs11Library } from './pkcs11-library.js';
import type { SealProvider } from './seal-provider.js';

export interface Pkcs11Key {
  /** The library that came with the device. */
  readonly library: string;
  /** Label of the token. */
  readonly token: string;
  readonly pin: string;
  /** What the key is known by on the token (`CKA_ID`), and with it its certificate where the token holds it. */
  readonly keyId: Uint8Array;
  /** Certificates that are not on the token: at least those above the seal's own, in any order. */
  readonly certificates: readonly Certificate[];
}

export interface Pkcs11Seal extends SealProvider {
  /** Ends the session on the device. */
  close(): void;
}

const [CKA_CLASS, CKA_KEY_TYPE, CKA_VALUE, CKA_ID] = [0x0, 0x100, 0x11, 0x102];
const [CKO_CERTIFICATE, CKO_PRIVATE_KEY] = [1, 3];
const KINDS: Readonly<Record<number, Kind>> = {
  0: { algorithm: 'rsa-sha256', scheme: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, mechanism: 0x40, given: (data) => data },
  // CKM_ECDSA takes the hash and gives r and s side by side, as XML wants them.
  3: { algorithm: 'ecdsa-sha256', scheme: { kind: 'ECDSA', hash: 'SHA-256' }, mechanism: 0x1041, given: (data) => createHash('sha256').update(data).digest() },
};
interface Kind {
  readonly algorithm: SealAlgorithm;
  readonly scheme: Scheme;
  /** `CKM_…`, and what it wants of the data. */
  readonly mechanism: number;
  given(data: Uint8Array): Uint8Array;
}

/**
 * A seal whose key is in a device, reached by its PKCS#11 library. Before it is given out it signs a word, to be sure that the key is
 * that of the certificate. Signatures are made one after the other: devices do no more.
 * @throws Pkcs11Error, Pkcs11SetUp
 */
export async function pkcs11Seal({ library: file, token, pin, keyId, certificates }: Pkcs11Key): Promise<Pkcs11Seal> {
  // Only where there is a device: the way to native libraries is native itself, and not made for every machine.
  const { pkcs11Library } = await import('./pkcs11-library.js');
  const library = pkcs11Library(file);
  const slot = library.tokens().find(({ label }) => label === token)?.slot;
  if (slot === undefined) throw new Pkcs11SetUp(`the device has no token “${token}”`);
  const session = library.openSession(slot);
  try {
    library.logIn(session, pin);
    const [key, another] = library.find(session, new Map([[CKA_CLASS, number(CKO_PRIVATE_KEY)], [CKA_ID, keyId]]));
    if (key === undefined || another !== undefined) throw new Pkcs11SetUp('the token must hold exactly one private key of that identifier');
    const kind = KINDS[Number(new DataView(library.attribute(session, key, CKA_KEY_TYPE)!.buffer).getBigUint64(0, true))];
    if (!kind) throw new Pkcs11SetUp('the key of the token is neither RSA nor on a curve');
    let last: Promise<unknown> = Promise.resolve();
    // One call at a time on a session, whoever asks.
    const signOne = (data: Uint8Array): Promise<Uint8Array> => {
      const next = last.then(() => library.sign(session, key, kind.mechanism, kind.given(data)));
      last = next.catch(() => undefined);
      return next;
    };
    const probe = await signOne(PROBE);
    const [leaf, ...chain] = await chainOf([...certificatesOn(library, session, keyId), ...certificates], ({ publicKey }) => isSignedBy(publicKey, kind.scheme, bytesOf(probe), PROBE, 'plain'));
    return {
      algorithm: kind.algorithm,
      certificate: async () => ({ leaf: leaf.der, chain: chain.map(({ der }) => der) }),
      sign: (dataToBeSigned) => Promise.all(dataToBeSigned.map(signOne)),
      close: () => library.close(session),
    };
  } catch (error) {
    library.close(session);
    throw error;
  }
}

const PROBE = utf8('Vienkopus asks whether this is the key of its certificate.');

const certificatesOn = (library: Pkcs11Library, session: number, keyId: Uint8Array): Certificate[] =>
  library
    .find(session, new Map([[CKA_CLASS, number(CKO_CERTIFICATE)], [CKA_ID, keyId]]))
    .flatMap((object) => library.attribute(session, object, CKA_VALUE) ?? [])
    .map((der) => readCertificate(bytesOf(der)));

/** The certificate of the key, then each issuer up to the last that is known. */
async function chainOf(known: readonly Certificate[], isOfKey: (one: Certificate) => Promise<boolean>): Promise<[Certificate, ...Certificate[]]> {
  const [leaf] = (await Promise.all(known.map(async (one) => ((await isOfKey(one)) ? [one] : [])))).flat();
  if (!leaf) throw new Pkcs11SetUp('none of the certificates is that of the key');
  const chain: [Certificate, ...Certificate[]] = [leaf];
  for (let top = leaf; !areEqual(top.issuer, top.subject); ) {
    const issuer = known.find((one) => areEqual(one.subject, top.issuer) && !chain.some((other) => isSame(one, other)));
    if (!issuer) break;
    chain.push(issuer);
    top = issuer;
  }
  return chain;
}

/** CK_ULONG in memory. */
const number = (value: number): Uint8Array => new Uint8Array(new BigUint64Array([BigInt(value)]).buffer);
