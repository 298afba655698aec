import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest();

/** A security key made of software (W3C WebAuthn, ES256): its row's values, and its answer to a challenge. */
export function softwareKey(host: string, origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16).toString('base64url');
  // COSE (RFC 9052): kty EC2, alg ES256, crv P-256, x, y.
  const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x!, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y!, 'base64url')]);
  const answer = (challenge: string, { counter = 0, verified = true, page = origin, party = host } = {}) => {
    const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin: page }));
    // Flags: present (0x01), and verified by finger, face or PIN (0x04).
    const authenticatorData = Buffer.concat([sha256(party), Buffer.from([verified ? 5 : 1, 0, 0, 0, counter])]);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey);
    const response = { clientDataJSON: clientData.toString('base64url'), authenticatorData: authenticatorData.toString('base64url'), signature: signature.toString('base64url') };
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  };
  return { id, publicKey: cose, answer };
}
