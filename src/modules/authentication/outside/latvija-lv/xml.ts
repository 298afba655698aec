import { DOMParser } from '@xmldom/xmldom';

const MOST_CHARACTERS = 200_000;

/** Well-formed XML without a document type (which could define entities), or null. */
export function parseXml(xml: string): Document | null {
  if (xml.length > MOST_CHARACTERS || /<!DOCTYPE/i.test(xml)) return null;
  let isWrong = false;
  const wrong = () => void (isWrong = true);
  try {
    const document = new DOMParser({ errorHandler: { warning: wrong, error: wrong, fatalError: wrong } }).parseFromString(xml, 'text/xml');
    return isWrong || !document?.documentElement ? null : document;
  } catch {
    return null;
  }
}
