import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { C14nCanonicalization, ExclusiveCanonicalization } from 'xml-crypto';
import { describe, expect, test } from 'vitest';
import { CANONICAL_XML, canonical, canonicalizationOf } from './canonical.js';

const EXCLUSIVE = canonicalizationOf('http://www.w3.org/2001/10/xml-exc-c14n#')!;
const INCLUSIVE = canonicalizationOf(CANONICAL_XML)!;
const parsed = (xml: string): Element => new DOMParser().parseFromString(xml, 'text/xml').documentElement;
const childOf = (xml: string, name: string): Element => parsed(xml).getElementsByTagName(name)[0]!;

const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['attributes out of order', '<a z="1" b="2" a="3"><b/></a>'],
  ['namespaces out of order', '<n1:a xmlns:n3="urn:3" xmlns:n1="urn:1" xmlns:n2="urn:2" n2:x="1" n1:x="2" x="3"><n3:b/></n1:a>'],
  ['a default namespace taken back', '<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></a>'],
  ['a prefix bound anew', '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:1"/></p:b><p:d/></p:a>'],
  ['a declaration said again', '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:1"/></p:a>'],
  ['signs to be escaped', '<a b="&lt;&amp;&quot;\'&gt;">&lt;&amp;&gt;"\'</a>'],
  ['line breaks and tabs', '<a b="&#9;&#10;&#13;">\n\t&#13;</a>'],
  ['characters by number', '<a>&#196;&#x101;</a>'],
  ['a section of characters', '<a><![CDATA[<x> & y]]></a>'],
  ['comments', '<a><!-- one --><b><!-- two --></b></a>'],
  ['an attribute of the xml prefix', '<a xml:lang="lv" xmlns:x="urn:x"><b x:y="1"/></a>'],
];

describe('canonical XML', () => {
  test.skipIf(!existsSync('/usr/bin/xmllint')).each(DOCUMENTS)('of %s is as libxml2 writes it, in both forms', (_, xml) => {
    // libxml2 keeps comments; we never do.
    const theirs = (option: string) => execFileSync('/usr/bin/xmllint', [option, '-'], { input: xml }).toString().replaceAll(/<!--.*?-->/g, '');
    expect(canonical(parsed(xml), EXCLUSIVE)).toBe(theirs('--exc-c14n'));
    expect(canonical(parsed(xml), INCLUSIVE)).toBe(theirs('--c14n'));
  });

  test.each([
    ['<r xmlns="urn:r" xmlns:p="urn:p" xmlns:q="urn:q"><p:a q:z="1"><b xmlns="urn:b"/></p:a></r>', 'p:a'],
    ['<ds:r xmlns:ds="urn:ds" xmlns:x="urn:x"><ds:a><x:b/><x:b/></ds:a></ds:r>', 'ds:a'],
  ])('of a part of %s is as xml-crypto writes it', (xml, name) => {
    expect(canonical(childOf(xml, name), EXCLUSIVE)).toBe(new ExclusiveCanonicalization().process(childOf(xml, name), {}));
    const ancestorNamespaces = [...xml.slice(0, xml.indexOf('>')).matchAll(/xmlns:?(\w*)="([^"]+)"/g)].map(([, prefix, namespaceURI]) => ({ prefix: prefix!, namespaceURI: namespaceURI! }));
    expect(canonical(childOf(xml, name), INCLUSIVE)).toBe(new C14nCanonicalization().process(childOf(xml, name), { ancestorNamespaces }));
  });

  test('keeps prefixes that the exclusive form is told to keep', () => {
    const xml = '<r xmlns:p="urn:p" xmlns:q="urn:q"><a/></r>';
    expect(canonical(childOf(xml, 'a'), { ...EXCLUSIVE, prefixes: ['q', 'unknown'] })).toBe('<a xmlns:q="urn:q"></a>');
  });

  test('is refused where the two inclusive forms would differ, and for what signatures have no use for', () => {
    expect(() => canonical(childOf('<r xml:base="x"><a/></r>', 'a'), INCLUSIVE)).toThrow('xml prefix');
    expect(() => canonical(parsed('<a><?x y?></a>'), EXCLUSIVE)).toThrow('no use');
    expect(canonicalizationOf('http://www.w3.org/2001/10/xml-exc-c14n#WithComments')).toBeNull();
  });
});
