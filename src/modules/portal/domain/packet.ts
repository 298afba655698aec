/**
 * A sealed packet (decision 15): it opens with two secrets together, the device's private key and the release key that everybody is given at the
 * instant. ECDH P-256 with a key pair of this packet alone, then HKDF-SHA-256 (RFC 5869) with the release key as its salt, then AES-256-GCM. By WebCrypto,
 * so that the program and browsers run the same lines.
 */
export interface PacketHead {
  /** 16 bytes each: which release, and which packet. */
  readonly release: Uint8Array<ArrayBuffer>;
  readonly packet: Uint8Array<ArrayBuffer>;
  /** The instant of publication as it was set when the packet was made, in milliseconds; for a count-down only, it opens nothing. */
  readonly opensAt: number;
  /** SHA-256 of the release key, by which a wrong key is told from a damaged packet. */
  readonly commitment: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the device's public key. */
  readonly device: Uint8Array<ArrayBuffer>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;
const MAGIC = 'VKP1';
export const RELEASE_KEY_BYTES = 32;
const POINT_BYTES = 65;
const SIZES = [4, 16, 16, 8, 32, 32, POINT_BYTES, 12] as const;
const HEAD_BYTES = SIZES.reduce((sum, size) => sum + size, 0);

/** Why a packet does not open. */
export class PacketRefused extends Error {
  readonly why: 'no-packet' | 'other-device' | 'other-key' | 'damaged';
  constructor(why: PacketRefused['why']) {
    super(`the packet does not open: ${why}`);
    this.why = why;
  }
}

/** The key pair of a device. The private key never leaves the browser's keeping: it cannot be exported. */
export const makeDeviceKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ECDH, false, ['deriveBits']);

/** The public key as 65 bytes (SEC 1, uncompressed). */
export const publicBytes = async ({ publicKey }: Pick<CryptoKeyPair, 'publicKey'>): Promise<Bytes> => new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** What a release says of its key beforehand: enough to know it again, nothing to find it by. */
export const commitmentOf = (releaseKey: Bytes): Promise<Bytes> => sha256(joined([ascii('vienkopus release key 1'), releaseKey]));

export interface ToSeal extends Pick<PacketHead, 'release' | 'opensAt'> {
  readonly releaseKey: Bytes;
  readonly devicePublic: Bytes;
  readonly content: Bytes;
}

/** Seals contents for one device. @throws DataError (a DOMException) where the device's key is no point of the curve */
export async function sealPacket({ release, opensAt, releaseKey, devicePublic, content }: ToSeal): Promise<Bytes> {
  const device = await crypto.subtle.importKey('raw', devicePublic, ECDH, false, []);
  const own = await crypto.subtle.generateKey(ECDH, false, ['deriveBits']);
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(opensAt));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const head = joined([ascii(MAGIC), release, crypto.getRandomValues(new Uint8Array(16)), new Uint8Array(time.buffer), await commitmentOf(releaseKey), await sha256(devicePublic), await publicBytes(own), nonce]);
  const key = await contentKey(own.privateKey, device, releaseKey, head, 'encrypt');
  return joined([head, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, content))]);
}

/** What a packet says of itself; nothing of it is to be believed before the packet opens. @throws PacketRefused */
export function headOf(packet: Bytes): PacketHead {
  const [magic, release, id, time, commitment, device] = partsOf(packet);
  if (new TextDecoder().decode(magic) !== MAGIC) throw new PacketRefused('no-packet');
  return { release, packet: id, opensAt: Number(new DataView(time.buffer, time.byteOffset, 8).getBigUint64(0)), commitment, device };
}

/** The release of a packet as addresses name it. */
export const releaseIdOf = ({ release }: PacketHead): string =>
  [...release].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export interface ToOpen {
  readonly packet: Bytes;
  readonly keys: CryptoKeyPair;
  readonly releaseKey: Bytes;
}

/** Opens a packet with both secrets. @throws PacketRefused */
export async function openPacket({ packet, keys, releaseKey }: ToOpen): Promise<Bytes> {
  const { commitment, device } = headOf(packet);
  if (!isSame(device, await sha256(await publicBytes(keys)))) throw new PacketRefused('other-device');
  if (releaseKey.length !== RELEASE_KEY_BYTES || !isSame(commitment, await commitmentOf(releaseKey))) throw new PacketRefused('other-key');
  const [, , , , , , point, nonce] = partsOf(packet);
  try {
    const theirs = await crypto.subtle.importKey('raw', point, ECDH, false, []);
    const head = packet.subarray(0, HEAD_BYTES);
    const key = await contentKey(keys.privateKey, theirs, releaseKey, head, 'decrypt');
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, packet.subarray(HEAD_BYTES)));
  } catch {
    throw new PacketRefused('damaged');
  }
}

/** Before the instant the release key is what is secret, as the key of HKDF's HMAC; after it, what both key pairs share. The whole head is part of the key. */
async function contentKey(own: CryptoKey, other: CryptoKey, releaseKey: Bytes, head: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = joined([ascii('vienkopus packet 1'), await sha256(head)]);
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: releaseKey, info }, material, { name: 'AES-GCM', length: 256 }, false, [use]);
}

type Parts = readonly [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];

function partsOf(packet: Bytes): Parts {
  if (packet.length <= HEAD_BYTES) throw new PacketRefused('no-packet');
  let at = 0;
  return SIZES.map((size) => packet.subarray(at, (at += size))) as unknown as Parts;
}

const ascii = (words: string): Bytes => new TextEncoder().encode(words);

/** Neither side of these comparisons is secret. */
const isSame = (one: Bytes, other: Bytes): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

export function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
