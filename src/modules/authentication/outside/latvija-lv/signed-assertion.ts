import { SignedXml } from 'xml-crypto';
import { decrypted, isEncrypted } from './decrypt.js';
import type { LatvijaLvRefusal } from './texts.js';
import { parseXml } from './xml.js';

const SAML = 'urn:oasis:names:tc:SAML:1.0:assertion';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

const SIGNED_BY: ReadonlySet<string | undefined> = new Set(['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512']);
const DIGESTED_BY: ReadonlySet<unknown> = new Set(['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']);
const TRANSFORMED_BY: ReadonlySet<string> = new Set(['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#']);

/**
 * The assertion of a token, read again from exactly what the signature covers, so that nothing wrapped around or put beside it
 * can be taken for signed (signature wrapping). The key is the configured one; what the token says of its key is not looked at.
 */
export function signedAssertion(token: string, certificate: string, privateKey: string | null): Element | LatvijaLvRefusal {
  const document = parseXml(token);
  if (!document) return 'bad-token';
  if (!isEncrypted(document)) return assertionIn(document, token, certificate);
  if (privateKey === null) return 'encrypted';
  // What cannot be opened and what is not signed are answered alike, so that nothing is learnt by trying.
  const inside = decrypted(document, privateKey);
  const opened = inside === null ? null : parseXml(inside);
  return opened && !isEncrypted(opened) ? assertionIn(opened, inside!, certificate) : 'bad-signature';
}

function assertionIn(document: Document, token: string, certificate: string): Element | LatvijaLvRefusal {
  const assertions = document.getElementsByTagNameNS(SAML, 'Assertion');
  const assertion = assertions[0];
  const signatures = document.getElementsByTagNameNS(DSIG, 'Signature');
  const signature = signatures[0];
  if (assertions.length !== 1 || signatures.length !== 1 || !assertion || !signature || signature.parentNode !== assertion) return 'bad-signature';
  const covered = coveredBy(signature, token, certificate, assertion.getAttribute('AssertionID') ?? '');
  const read = covered === null ? undefined : parseXml(covered)?.documentElement;
  return read?.namespaceURI === SAML && read.localName === 'Assertion' ? read : 'bad-signature';
}

function coveredBy(signature: Node, token: string, certificate: string, id: string): string | null {
  try {
    const check = new SignedXml({ publicCert: certificate, idAttribute: 'AssertionID', getCertFromKeyInfo: () => null });
    check.loadSignature(signature);
    if (!SIGNED_BY.has(check.signatureAlgorithm) || !check.checkSignature(token)) return null;
    const [reference, ...more] = check.getReferences();
    const isOurs = reference && more.length === 0 && id !== '' && reference.uri === `#${id}`;
    const asAllowed = isOurs && DIGESTED_BY.has(reference.digestAlgorithm) && reference.transforms.every((one) => TRANSFORMED_BY.has(one));
    return asAllowed ? (check.getSignedReferences()[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Elements of SAML 1.1 below another, in order. */
export const samlElements = (below: Element, name: string): Element[] => Array.from(below.getElementsByTagNameNS(SAML, name));
export const wordsOf = (element: Element | undefined): string => element?.textContent?.trim() ?? '';
