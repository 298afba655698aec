import { type Bytes } from '../bytes.js';

/** One element as it stands in the bytes: what is signed or compared is never encoded anew. */
export interface Element {
  readonly tag: number;
  readonly whole: Bytes;
  readonly content: Bytes;
}

/** The elements that lie in the content of a constructed one, in their order. @throws Error when lengths do not add up. */
export function elementsIn(content: Bytes): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const element = elementAt(content, at);
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** The one element that the bytes are. @throws Error when something follows it. */
export function soleElement(bytes: Bytes): Element {
  const element = elementAt(bytes, 0);
  if (element.whole.length !== bytes.length) throw new Error('something follows the encoded value');
  return element;
}

function elementAt(bytes: Bytes, at: number): Element {
  const [tag, short] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new Error('no encoded value');
  const digits = short < 0x80 ? 0 : short & 0x7f;
  if (digits > 4 || short === 0x80) throw new Error('a length that is none');
  const length = digits === 0 ? short : bytes.subarray(at + 2, at + 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
  const begins = at + 2 + digits;
  if (begins + length > bytes.length) throw new Error('the encoded value is cut short');
  return { tag, whole: bytes.subarray(at, begins + length), content: bytes.subarray(begins, begins + length) };
}

/** An OBJECT IDENTIFIER in dotted form. @throws Error when the element is none. */
export function identifierOf(element: Element | undefined): string {
  if (element?.tag !== 0x06) throw new Error('no object identifier');
  const numbers: number[] = [];
  let number = 0;
  for (const byte of element.content) {
    number = number * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - 40 * root, ...rest].join('.');
}

/** The elements that lie in one. @throws Error when it is missing. */
export function inside(element: Element | undefined): Element[] {
  if (!element) throw new Error('a part is missing');
  return elementsIn(element.content);
}
