import { explicit, integer, octetString, oid, seq } from './der.js';
import type { Holder } from './authority.js';

const DATA = '1.2.840.113549.1.7.1';

/** A PKCS#12 file (RFC 7292): the key under the password (PBES2, AES-256), the certificates in the open, no check sum. */
export function pkcs12Of({ key, certificate }: Holder, chain: readonly Holder[], password: string): Buffer {
  const shrouded = key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password });
  const keyBag = seq(oid('1.2.840.113549.1.12.10.1.2'), explicit(0, shrouded));
  const certificateBag = (der: Uint8Array) => seq(oid('1.2.840.113549.1.12.10.1.3'), explicit(0, seq(oid('1.2.840.113549.1.9.22.1'), explicit(0, octetString(der)))));
  const safe = seq(...[keyBag, ...[certificate, ...chain.map((one) => one.certificate)].map(({ rawData }) => certificateBag(new Uint8Array(rawData)))]);
  const content = (inner: Buffer) => seq(oid(DATA), explicit(0, octetString(inner)));
  return seq(integer('3'), content(seq(content(safe))));
}
