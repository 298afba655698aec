import { type Bytes, fromBase64, joined, utf8 } from '../bytes.js';
import { NS } from '../xades/names.js';
import { CANONICAL_XML, canonical, type Canonicalization, canonicalizationOf, formOf } from './canonical.js';
import { nameIn, type SignedReference } from './references.js';
import { childrenOf, elementsOf, onlyChild, optionalChild, textOf, UnfitXml } from './xml.js';

/** An archive time stamp taken apart; nothing of it is believed yet. */
export interface ArchiveStamp {
  readonly token: Bytes;
  /** What it should be over, given the files of the container; null where one of them is missing or its form is not known. */
  over(files: ReadonlyMap<string, Bytes>): Bytes | null;
}

export interface Archived {
  readonly signature: Element;
  readonly references: readonly SignedReference[];
  readonly properties: Element;
}

const { ds: DS, xades: XADES, xades141: XADES141 } = NS;

/**
 * The archive time stamps of a signature in their order (EN 319 132-1, 5.5.2), those that cover everything before them. One that names what it covers
 * by `Include`, or that is of an older namespace, is refused rather than read wrongly.
 * @throws UnfitXml
 */
export function archiveStampsIn(archived: Archived, proofs: Element): ArchiveStamp[] {
  const found = elementsOf(proofs).filter(({ localName }) => localName === 'ArchiveTimeStamp');
  return found.map((stamp) => {
    if (stamp.namespaceURI !== XADES141) throw new UnfitXml(`an ArchiveTimeStamp of ${stamp.namespaceURI ?? 'no namespace'} is not read`);
    if (childrenOf(stamp, XADES, 'Include').length > 0) throw new UnfitXml('an ArchiveTimeStamp that names what it covers is not read');
    const method = optionalChild(stamp, DS, 'CanonicalizationMethod');
    const form = method ? formOf(method) : canonicalizationOf(CANONICAL_XML);
    const token = tokenIn(onlyChild(stamp, XADES, 'EncapsulatedTimeStamp'));
    return { token, over: (files) => form && archiveInput(archived, proofs, stamp, files, form) };
  });
}

/**
 * What an archive time stamp is over (EN 319 132-1, 5.5.2.2), in this order: what each reference of the signature reaches, SignedInfo, SignatureValue, KeyInfo,
 * every unsigned property before the stamp, and objects other than that of the properties.
 * @param before the stamp itself; null for one that is still to be added at the end
 */
export function archiveInput({ signature, references, properties }: Archived, proofs: Element, before: Element | null, files: ReadonlyMap<string, Bytes>, form: Canonicalization): Bytes | null {
  const reached = references.map(({ uri, form: own, isTransformed }) => {
    if (!uri.startsWith('#')) return files.get(nameIn(uri) ?? '') ?? null;
    const as = isTransformed ? own : form;
    return as && utf8(canonical(properties, as));
  });
  const all = elementsOf(proofs);
  const covered = before ? all.slice(0, all.indexOf(before as (typeof all)[number])) : all;
  const keyInfo = optionalChild(signature, DS, 'KeyInfo');
  const objects = childrenOf(signature, DS, 'Object').filter((one) => childrenOf(one, XADES, 'QualifyingProperties').length === 0);
  const elements = [onlyChild(signature, DS, 'SignedInfo'), onlyChild(signature, DS, 'SignatureValue'), ...(keyInfo ? [keyInfo] : []), ...covered, ...objects];
  const bytes = [...reached, ...elements.map((one) => utf8(canonical(one, form)))];
  return bytes.some((one) => one === null) ? null : joined(...(bytes as Bytes[]));
}

function tokenIn(element: Element): Bytes {
  try {
    return fromBase64(textOf(element));
  } catch (cause) {
    throw new UnfitXml('ArchiveTimeStamp is no Base64', { cause });
  }
}
