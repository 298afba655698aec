import { DOMParser } from '@xmldom/xmldom';
import type { Bytes } from '../bytes.js';

const MOST_BYTES = 8 * 1024 * 1024;
const [DEEPEST, MOST_ELEMENTS] = [50, 100_000];
const [ELEMENT, TEXT, CDATA, COMMENT] = [1, 3, 4, 8];

/** Signed XML is not what it must be; `message` says why. */
export class UnfitXml extends Error {}

/**
 * Well-formed XML in UTF-8 without a document type, which could define entities, and without processing instructions.
 * @throws UnfitXml
 */
export function parseXml(bytes: Bytes): Element {
  if (bytes.length > MOST_BYTES) throw new UnfitXml('larger than what is read');
  const text = decoded(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new UnfitXml('it has a document type');
  const body = text.replace(/^\uFEFF?<\?xml\s[^?]*\?>/, '');
  if (body.includes('<?')) throw new UnfitXml('it has processing instructions');
  const wrong = (message: string) => {
    throw new UnfitXml(`it is not well-formed: ${message}`);
  };
  const root = new DOMParser({ errorHandler: { warning: wrong, error: wrong, fatalError: wrong } }).parseFromString(body, 'text/xml')?.documentElement;
  if (!root) throw new UnfitXml('it is empty');
  checkSize(root);
  return root;
}

/** Signatures are small and flat; what nests or repeats without end only makes its reader work. */
function checkSize(root: Element): void {
  let elements = 0;
  for (let level = [root], depth = 0; level.length > 0; level = level.flatMap(elementsOf), depth += 1) {
    elements += level.length;
    if (depth > DEEPEST || elements > MOST_ELEMENTS) throw new UnfitXml('it nests deeper, or has more elements, than is read');
  }
}

function decoded(bytes: Bytes): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnfitXml('it is not in UTF-8');
  }
  const declared = /^<\?xml\s[^?]*encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  if (declared && !/^utf-?8$/i.test(declared)) throw new UnfitXml('it says that it is not in UTF-8');
  return text;
}

export const elementsOf = (parent: Element): Element[] => Array.from(parent.childNodes, (node) => node as ChildNode).filter((node): node is Element & ChildNode => node.nodeType === ELEMENT);

export const childrenOf = (parent: Element, namespace: string, name: string): Element[] => elementsOf(parent).filter((one) => one.namespaceURI === namespace && one.localName === name);

/** @throws UnfitXml when there is none or more than one. */
export function onlyChild(parent: Element, namespace: string, name: string): Element {
  const found = childrenOf(parent, namespace, name);
  if (found.length !== 1) throw new UnfitXml(`${parent.localName} has ${found.length} ${name}`);
  return found[0]!;
}

export function optionalChild(parent: Element, namespace: string, name: string): Element | null {
  return childrenOf(parent, namespace, name).length === 0 ? null : onlyChild(parent, namespace, name);
}

/** The words in an element that has nothing but words. @throws UnfitXml */
export function textOf(element: Element): string {
  return Array.from(element.childNodes, (node) => {
    if (node.nodeType === COMMENT || (node.nodeType !== TEXT && node.nodeType !== CDATA)) throw new UnfitXml(`${element.localName} has more in it than words`);
    return node.nodeValue ?? '';
  }).join('');
}

/** @throws UnfitXml */
export function attributeOf(element: Element, name: string): string {
  const value = element.getAttributeNode(name)?.value;
  if (value === undefined) throw new UnfitXml(`${element.localName} has no ${name}`);
  return value;
}

/** Every element below, and the element itself. */
export const allOf = (element: Element): Element[] => [element, ...elementsOf(element).flatMap(allOf)];
