import { createHash, randomBytes, sign } from 'node:crypto';
import { OCSPRequest } from '@peculiar/asn1-ocsp';
import { AsnConvert } from '@peculiar/asn1-schema';
import { TimeStampReq } from '@peculiar/asn1-tsp';
import type { Holder } from './authority.js';
import { bitString, explicit, integer, nil, octetString, oid, seq, setOf, time, tlv } from './der.js';

const SHA_256 = seq(oid('2.16.840.1.101.3.4.2.1'), nil);
const ECDSA_SHA_256 = seq(oid('1.2.840.10045.4.3.2'));
/** Enterprise number 32473 is for examples (RFC 5612). */
export const POLICY = '1.3.6.1.4.1.32473.1.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const NONCE = '1.3.6.1.5.5.7.48.1.2';

export interface StampWishes {
  readonly by: Holder;
  readonly at: Date;
  /** What is changed before it is signed. */
  readonly nonce?: 'asked' | 'wrong' | 'none';
  readonly imprint?: 'asked' | 'wrong';
  readonly policy?: string;
}

/** `PKIStatusInfo` alone: rejected. */
export const rejected = (): Buffer => seq(seq(integer('2')));

/** A reply of RFC 3161, granted. */
export function stamped(request: Uint8Array, { by, at, nonce = 'asked', imprint = 'asked', policy = POLICY }: StampWishes): Buffer {
  const asked = AsnConvert.parse(request, TimeStampReq);
  const hash = imprint === 'asked' ? Buffer.from(asked.messageImprint.hashedMessage.buffer) : randomBytes(32);
  const given = nonce === 'wrong' ? randomBytes(8).toString('hex') : asked.nonce && Buffer.from(asked.nonce).toString('hex');
  const info = seq(
    integer('1'),
    oid(policy),
    seq(Buffer.from(AsnConvert.serialize(asked.messageImprint.hashAlgorithm)), octetString(hash)),
    integer(`7f${randomBytes(15).toString('hex')}`),
    time(at),
    seq(integer('1')),
    ...(given && nonce !== 'none' ? [integer(given)] : []),
  );
  return seq(seq(integer('0')), signedData(info, by, at));
}

function signedData(content: Buffer, { key, certificate }: Holder, at: Date): Buffer {
  const der = Buffer.from(certificate.rawData);
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const attribute = (id: string, value: Buffer) => seq(oid(id), setOf(0x31, value));
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(TST_INFO)),
    attribute('1.2.840.113549.1.9.4', octetString(digest(content))),
    attribute('1.2.840.113549.1.9.5', tlv(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))),
    // ESSCertIDv2: SHA-256 is its default and stands unwritten.
    attribute('1.2.840.113549.1.9.16.2.47', seq(seq(seq(octetString(digest(der)))))),
  ];
  const name = seq(Buffer.from(certificate.issuerName.toArrayBuffer()), integer(certificate.serialNumber));
  const signer = seq(integer('1'), name, SHA_256, setOf(0xa0, ...attributes), ECDSA_SHA_256, octetString(sign('sha256', setOf(0x31, ...attributes), key)));
  return seq(oid('1.2.840.113549.1.7.2'), explicit(0, seq(integer('3'), setOf(0x31, SHA_256), seq(oid(TST_INFO), explicit(0, octetString(content))), tlv(0xa0, der), setOf(0x31, signer))));
}

export interface AnswerWishes {
  readonly by: Holder;
  /** When the answer is made; it is true from then for an hour. */
  readonly at: Date;
  readonly nextUpdate?: Date;
  status(serial: string): 'good' | 'revoked' | 'unknown';
  /** Since when what is revoked is so; a minute before the answer where it is not said. */
  readonly revokedAt?: Date;
  readonly nonce?: 'asked' | 'wrong';
}

/** A response of RFC 6960 about all certificates asked for. */
export function answered(request: Uint8Array, { by, at, nextUpdate = new Date(at.getTime() + 3_600_000), status, revokedAt, nonce = 'asked' }: AnswerWishes): Buffer {
  const { tbsRequest } = AsnConvert.parse(request, OCSPRequest);
  // RFC 6960 knows whole seconds only.
  const toSecond = (moment: Date) => new Date(Math.floor(moment.getTime() / 1000) * 1000);
  const whole = toSecond(at);
  const singles = tbsRequest.requestList.map(({ reqCert }) => {
    const state = status(Buffer.from(reqCert.serialNumber).toString('hex').replace(/^(00)+/, ''));
    const written = state === 'good' ? tlv(0x80) : state === 'unknown' ? tlv(0x82) : explicit(1, time(toSecond(revokedAt ?? new Date(whole.getTime() - 60_000))));
    return seq(Buffer.from(AsnConvert.serialize(reqCert)), written, time(whole), explicit(0, time(toSecond(nextUpdate))));
  });
  const asked = tbsRequest.requestExtensions?.find(({ extnID }) => extnID === NONCE);
  const echo = nonce === 'wrong' ? octetString(randomBytes(16)) : asked && Buffer.from(asked.extnValue.buffer);
  const key = createHash('sha1').update(keyBits(by)).digest();
  const data = seq(explicit(2, octetString(key)), time(whole), seq(...singles), ...(echo ? [explicit(1, seq(seq(oid(NONCE), octetString(echo))))] : []));
  const basic = seq(data, ECDSA_SHA_256, bitString(sign('sha256', data, by.key)), explicit(0, seq(Buffer.from(by.certificate.rawData))));
  return seq(tlv(0x0a, Buffer.from([0])), explicit(0, seq(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))));
}

/** Serial numbers of the certificates that are asked about, in hexadecimal digits. */
export const askedAbout = (request: Uint8Array): string[] => AsnConvert.parse(request, OCSPRequest).tbsRequest.requestList.map(({ reqCert }) => Buffer.from(reqCert.serialNumber).toString('hex').replace(/^(00)+/, ''));

/** An uncompressed point is the last 65 bytes of a SubjectPublicKeyInfo of P-256, the last 97 of one of P-384. */
const keyBits = ({ key, certificate }: Holder) => Buffer.from(certificate.publicKey.rawData).subarray(key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? -97 : -65);
