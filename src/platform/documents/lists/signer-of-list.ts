import type { Text } from '#kernel/text.js';
import { areEqual, type Bytes, utf8 } from '../bytes.js';
import { canonical } from '../checking/canonical.js';
import { repeatedId, signerOf } from '../checking/check-signature.js';
import { findingsOf, SIGNATURE_RULES } from '../checking/rules.js';
import { type SignedParts, signedParts } from '../checking/signed-parts.js';
import { attributeOf, childrenOf } from '../checking/xml.js';
import { type Certificate, isSame, isValidAt } from '../trust/certificate.js';
import { digestOf, isSignedBy } from '../trust/signature.js';
import { NS } from '../xades/names.js';
import { type TrustedList, readTrustedList } from './read-list.js';

export type ListFault = keyof typeof WORDS;

/** A file is no trusted list that can be believed. */
export class UnfitList extends Error {
  readonly fault: ListFault;
  readonly text: Text;
  constructor(fault: ListFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
    this.text = WORDS[fault];
  }
}

/**
 * Reads a list and holds its signature, which covers the whole list (TS 119 612, 5.7.1: enveloped XAdES), against those who may sign it.
 * @throws UnfitList
 */
export async function openTrustedList(xml: Bytes, maySign: (list: TrustedList) => Promise<readonly Certificate[]>): Promise<{ readonly list: TrustedList; readonly signer: Certificate }> {
  const { list, root } = read(xml);
  const signer = await signerOfList(root);
  if (!(await maySign(list)).some((one) => isSame(one, signer))) throw new UnfitList('stranger');
  if (!isValidAt(signer, list.issuedAt)) throw new UnfitList('signer-not-valid');
  return { list, signer };
}

function read(xml: Bytes): ReturnType<typeof readTrustedList> {
  try {
    return readTrustedList(xml);
  } catch (cause) {
    throw new UnfitList('no-list', cause);
  }
}

/** Whose key signed every byte of the list apart from the signature itself. */
async function signerOfList(root: Element): Promise<Certificate> {
  const [signature, ...more] = childrenOf(root, NS.ds, 'Signature');
  if (!signature || more.length > 0 || repeatedId(root) !== null) throw new UnfitList('unsigned');
  let parts: SignedParts;
  try {
    parts = signedParts(signature);
  } catch (cause) {
    throw new UnfitList('unsigned', cause);
  }
  const findings = findingsOf(SIGNATURE_RULES);
  const signer = await signerOf(parts, findings);
  const { scheme, signedInfo, value } = parts;
  if (!signer || !scheme || !signedInfo || findings.list.some(({ outcome }) => outcome === 'failed')) throw new UnfitList('unsigned');
  if (!(await isSignedBy(signer.publicKey, scheme, value, signedInfo, 'plain')) || !(await coversAll(root, signature, parts))) throw new UnfitList('changed');
  return signer;
}

/** Exactly two references hold: to the properties, and to the whole document without the signature. */
async function coversAll(root: Element, signature: Element, { references, properties }: SignedParts): Promise<boolean> {
  const ofProperties = references.find((one) => one.isProperties && one.uri === `#${attributeOf(properties, 'Id')}`);
  const ofAll = references.find((one) => one.uri === '');
  if (references.length !== 2 || !ofProperties?.form || !ofProperties.hash || !ofAll?.formAround || !ofAll.hash) return false;
  const saidOfProperties = await digestOf(ofProperties.hash, utf8(canonical(properties, ofProperties.form)));
  root.removeChild(signature);
  return areEqual(saidOfProperties, ofProperties.digest) && areEqual(await digestOf(ofAll.hash, utf8(canonical(root, ofAll.formAround))), ofAll.digest);
}

const WORDS = {
  'no-list': { lv: 'Datne nav ES uzticamais saraksts (ETSI TS 119 612). Izvēlieties datni .xml no saraksta uzturētāja.', en: 'The file is no EU trusted list (ETSI TS 119 612). Choose the .xml file of whoever keeps the list.' },
  unsigned: { lv: 'Sarakstam nav paraksta, ko varētu pārbaudīt. Lejupielādējiet to no jauna.', en: 'The list has no signature that could be checked. Download it again.' },
  changed: { lv: 'Saraksts pēc parakstīšanas ir mainīts. Lejupielādējiet to no jauna.', en: 'The list was changed after it was signed. Download it again.' },
  stranger: { lv: 'Sarakstu parakstījis kāds, kas to nedrīkst. Salīdziniet uzturētāja sertifikātu ar TRUSTED_LIST_SIGNERS vai vispirms ielādējiet ES sarakstu sarakstu.', en: 'The list is signed by someone who may not. Compare the certificate of its keeper with TRUSTED_LIST_SIGNERS, or first load the EU list of the lists.' },
  'signer-not-valid': { lv: 'Saraksta parakstītāja sertifikāts tā izdošanas dienā nebija derīgs.', en: 'The certificate of whoever signed the list was not valid on the day of its issue.' },
} as const satisfies Readonly<Record<string, Text>>;
