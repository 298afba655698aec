/** XML-DSig (RFC 3275), XAdES (ETSI EN 319 132-1), ASiC (EN 319 162-1) and OpenDocument 1.2, each by its own address. */
export const NS = {
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  xades141: 'http://uri.etsi.org/01903/v1.4.1#',
  asic: 'http://uri.etsi.org/02918/v1.2.1#',
  manifest: 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
} as const;

export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';
export const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';
export const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

export const DIGESTS: Readonly<Record<HashName, string>> = {
  'SHA-256': 'http://www.w3.org/2001/04/xmlenc#sha256',
  'SHA-384': 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'SHA-512': 'http://www.w3.org/2001/04/xmlenc#sha512',
};

/** How a seal may sign. ECDSA values are written as r and s side by side (RFC 6931, 2.3.6). */
export type SealAlgorithm = 'rsa-sha256' | 'rsa-sha384' | 'rsa-sha512' | 'ecdsa-sha256' | 'ecdsa-sha384' | 'ecdsa-sha512';

export const hashOf = (algorithm: SealAlgorithm): HashName => `SHA-${algorithm.slice(-3) as '256' | '384' | '512'}`;

export const signatureMethod = (algorithm: SealAlgorithm): string => `http://www.w3.org/2001/04/xmldsig-more#${algorithm}`;
