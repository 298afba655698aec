import { sign as signNow } from 'node:crypto';
import { promisify } from 'node:util';
import { bytesOf } from '../bytes.js';
import type { SealAlgorithm } from '../xades/names.js';
import { readPkcs12 } from './pkcs12.js';
import type { SealProvider } from './seal-provider.js';

const sign = promisify(signNow);

/** Production asked for a key in a file: the law wants a qualified seal, whose key never leaves its device (regulation 910/2014, article 39). */
export class NotForProduction extends Error {
  constructor() {
    super('a seal in a PKCS#12 file is for tests and demonstrations; production needs a device or a remote seal');
  }
}

/**
 * A seal whose key lies in a PKCS#12 file: for tests and demonstrations only.
 * @throws NotForProduction, or Error that says what is wrong with the file.
 */
export function pkcs12Seal({ file, password, production }: { readonly file: Uint8Array; readonly password: string; readonly production: boolean }): SealProvider {
  if (production) throw new NotForProduction();
  const { key, leaf, chain } = readPkcs12(bytesOf(file), password);
  const algorithm = ALGORITHMS[key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType ?? ''];
  if (!algorithm) throw new Error('the key of the seal is neither RSA nor on the curve P-256 or P-384');
  return {
    algorithm,
    certificate: async () => ({ leaf: leaf.der, chain: chain.map(({ der }) => der) }),
    sign: (dataToBeSigned) => Promise.all(dataToBeSigned.map((data) => sign(algorithm.slice(-6), data, { key, dsaEncoding: 'ieee-p1363' }))),
  };
}

const ALGORITHMS: Readonly<Record<string, SealAlgorithm>> = { rsa: 'rsa-sha256', prime256v1: 'ecdsa-sha256', secp384r1: 'ecdsa-sha384' };
