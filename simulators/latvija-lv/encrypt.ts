import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';

const KINDS = {
  'aes128-cbc': { cipher: 'aes-128-cbc', uri: 'http://www.w3.org/2001/04/xmlenc#aes128-cbc', key: 16, nonce: 16 },
  'aes256-cbc': { cipher: 'aes-256-cbc', uri: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc', key: 32, nonce: 16 },
  'aes128-gcm': { cipher: 'aes-128-gcm', uri: 'http://www.w3.org/2009/xmlenc11#aes128-gcm', key: 16, nonce: 12 },
  'aes256-gcm': { cipher: 'aes-256-gcm', uri: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', key: 32, nonce: 12 },
} as const;

const ASSERTION = /<saml:Assertion.*<\/saml:Assertion>|<xenc:EncryptedData.*<\/xenc:EncryptedData>/s;

/** Puts the assertion of a token into an envelope that only the holder of the private key can open (XML Encryption 1.1, RSA-OAEP). */
export function encrypted(token: string, publicKey: string, by: keyof typeof KINDS): string {
  const { cipher, uri, key: bytes, nonce: nonceBytes } = KINDS[by];
  const [key, nonce] = [randomBytes(bytes), randomBytes(nonceBytes)];
  const plain = Buffer.from(ASSERTION.exec(token)![0], 'utf8');
  let box: Buffer;
  if (cipher === 'aes-128-gcm' || cipher === 'aes-256-gcm') {
    const closing = createCipheriv(cipher, key, nonce);
    box = Buffer.concat([nonce, closing.update(plain), closing.final(), closing.getAuthTag()]);
  } else {
    const closing = createCipheriv(cipher, key, nonce).setAutoPadding(false);
    // Any bytes will do as padding but the last, which counts them.
    const padding = randomBytes(16 - (plain.length % 16));
    padding[padding.length - 1] = padding.length;
    box = Buffer.concat([nonce, closing.update(plain), closing.update(padding), closing.final()]);
  }
  const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, key);
  const envelope = `<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="${uri}"/><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/></xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></KeyInfo><xenc:CipherData><xenc:CipherValue>${box.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`;
  return token.replace(ASSERTION, () => envelope);
}
