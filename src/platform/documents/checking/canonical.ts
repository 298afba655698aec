import { attributeOf, elementsOf } from './xml.js';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

export interface Canonicalization {
  readonly isExclusive: boolean;
  /** Prefixes that exclusive form treats as the inclusive one does. */
  readonly prefixes: readonly string[];
}

/** The forms that are read; those with comments are none of them. */
export function canonicalizationOf(algorithm: string, prefixes: readonly string[] = []): Canonicalization | null {
  const isExclusive = algorithm === 'http://www.w3.org/2001/10/xml-exc-c14n#';
  if (!isExclusive && !INCLUSIVE.includes(algorithm)) return null;
  return { isExclusive, prefixes };
}
/** The form that an element such as `ds:CanonicalizationMethod` names; null where it is not known. @throws UnfitXml */
export function formOf(method: Element): Canonicalization | null {
  const inclusive = elementsOf(method).find((one) => one.localName === 'InclusiveNamespaces');
  const prefixes = (inclusive?.getAttributeNode('PrefixList')?.value ?? '').split(/\s+/).filter(Boolean).map((one) => (one === '#default' ? '' : one));
  return canonicalizationOf(attributeOf(method, 'Algorithm'), prefixes);
}

/** 1.0 and 1.1, which differ only in attributes of the `xml` prefix; elements under such attributes are refused. */
export const CANONICAL_XML = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const INCLUSIVE = [CANONICAL_XML, 'http://www.w3.org/2006/12/xml-c14n11'];

/**
 * An element of a parsed document as canonical XML (W3C xml-c14n 1.0 and 1.1, xml-exc-c14n), without comments: over a DOM, so that it runs
 * in a browser too, where the package that signs elsewhere in this program cannot.
 * @throws Error for processing instructions, and for inherited attributes that the two inclusive forms treat apart.
 */
export function canonical(element: Element, form: Canonicalization): string {
  for (let above = form.isExclusive ? null : parentOf(element); above; above = parentOf(above)) {
    if (attributesOf(above).some(({ namespaceURI }) => namespaceURI === XML)) throw new Error('an inherited attribute of the xml prefix');
  }
  return written(element, new Map(), form);
}

function written(element: Element, declared: ReadonlyMap<string, string>, form: Canonicalization): string {
  const attributes = attributesOf(element).filter(({ namespaceURI }) => namespaceURI !== XMLNS);
  const scope = inScope(element);
  const wanted = form.isExclusive ? [element.prefix ?? '', ...attributes.flatMap(({ prefix }) => (prefix && prefix !== 'xml' ? [prefix] : [])), ...form.prefixes.filter((one) => scope.has(one))] : [...scope.keys(), ''];
  const known = new Map(declared);
  const declarations: string[] = [];
  for (const prefix of [...new Set(wanted)].toSorted()) {
    const uri = scope.get(prefix) ?? '';
    if ((known.get(prefix) ?? '') === uri) continue;
    known.set(prefix, uri);
    declarations.push(` xmlns${prefix && `:${prefix}`}="${inAttribute(uri)}"`);
  }
  const rest = attributes.toSorted(byNamespaceThenName).map(({ name, value }) => ` ${name}="${inAttribute(value)}"`);
  const inner = Array.from(element.childNodes, (child) => child as ChildNode).map((child) => content(child, known, form));
  return `<${element.tagName}${declarations.join('')}${rest.join('')}>${inner.join('')}</${element.tagName}>`;
}

const [ELEMENT, TEXT, CDATA, COMMENT] = [1, 3, 4, 8];

function content(node: ChildNode, declared: ReadonlyMap<string, string>, form: Canonicalization): string {
  if (node.nodeType === ELEMENT) return written(node as Element, declared, form);
  if (node.nodeType === TEXT || node.nodeType === CDATA) return inText(node.nodeValue ?? '');
  if (node.nodeType === COMMENT) return '';
  throw new Error('a kind of node that signatures have no use for');
}

/** Every prefix that an element can see, without those that were taken back. */
function inScope(element: Element): Map<string, string> {
  const above = parentOf(element);
  const scope = above ? inScope(above) : new Map<string, string>();
  for (const { namespaceURI, prefix, localName, value } of attributesOf(element)) {
    if (namespaceURI !== XMLNS) continue;
    const declared = prefix ? localName : '';
    if (value === '') scope.delete(declared);
    else if (declared !== 'xml') scope.set(declared, value);
  }
  return scope;
}

const parentOf = ({ parentNode }: Element): Element | null => (parentNode?.nodeType === ELEMENT ? (parentNode as Element) : null);
const attributesOf = (element: Element): Attr[] => Array.from(element.attributes, (one) => one);

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byNamespaceThenName = (one: Attr, other: Attr): number => compared(one.namespaceURI ?? '', other.namespaceURI ?? '') || compared(one.localName, other.localName);

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' };
const inText = (words: string): string => words.replaceAll(/[&<>\r]/g, (one) => ESCAPED[one]!);
const inAttribute = (words: string): string => words.replaceAll(/[&<"\t\n\r]/g, (one) => ESCAPED[one]!);
