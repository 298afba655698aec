import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { madeAuthority, openTrustAuthority } from '../../../../simulators/trust-services/authority.js';
import { bytesOf } from '../bytes.js';
import { anyLevelPolicy } from '../checking/policy.js';
import { readZip } from '../zip/read-zip.js';
import type { ZipFile } from '../zip/write-zip.js';
import { authority, brokenIn, check, derOf, made, MANIFEST, NOW, policy, retold, rewritten, SIGNATURES, spoilt } from './forging.js';
import { AWKWARD, PDF } from './sealed.js';

const good = made();
const other = made({ files: [{ ...PDF, content: Buffer.from('another') }, AWKWARD] });
const stranger = await openTrustAuthority(null);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const textIn = async (container: Uint8Array, path: string) => {
  const entries = await readZip(bytesOf(container), policy.limits);
  return Buffer.from(entries.find(({ name }) => name === path)!.content).toString();
};
const signatureOf = (container: Uint8Array) => textIn(container, SIGNATURES);
const otherXml = await signatureOf(other);
const partOf = (xml: string, pattern: RegExp) => pattern.exec(xml)![0];
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

test('the container from which all forgeries are made passes every rule', async () => {
  const report = await check(good);
  expect(brokenIn(report)).toEqual([]);
  expect(report).toMatchObject({ passed: true, signatures: [{ level: 'B-LT', signer: 'SIMULATED Zīmogs (seal-p256)', issuer: 'SIMULATED ICA' }] });
  expect(report.files.map(({ name, mime }) => [name, mime])).toEqual([[PDF.name, PDF.mime], [AWKWARD.name, AWKWARD.mime]]);
  expect(report.signatures[0]!.findings.every(({ outcome }) => outcome === 'passed')).toBe(true);
});

const without = (path: string) => (entries: ZipFile[]) => entries.filter((one) => one.path !== path);
const added = (file: ZipFile) => (entries: ZipFile[]) => [...entries, file];
const listed = (text: string, name: string, mime = 'text/plain') => text.replace('</manifest:manifest>', `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${mime}"/></manifest:manifest>`);
const EXTRA: ZipFile = { path: 'pielikums.txt', content: Buffer.from('added') };

describe('the container', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['mimetype last', 'mimetype', () => rewritten(good, (entries) => [...entries.slice(1), entries[0]!])],
    ['mimetype missing', 'mimetype', () => rewritten(good, without('mimetype'))],
    ['mimetype compressed', 'mimetype', () => rewritten(good, ([first, ...rest]) => [{ ...first!, packed: true }, ...rest])],
    ['another mimetype', 'mimetype', () => retold(good, 'mimetype', () => 'application/zip')],
    ['no manifest', 'manifest', () => rewritten(good, without(MANIFEST))],
    ['a manifest of something else', 'manifest', () => retold(good, MANIFEST, (text) => text.replaceAll('opendocument:xmlns:manifest:1.0', 'opendocument:xmlns:other:1.0'))],
    ['a manifest with entities', 'manifest', () => retold(good, MANIFEST, (text) => text.replace('<manifest:manifest', '<!DOCTYPE x [<!ENTITY e "x">]><manifest:manifest'))],
    ['a manifest of another container type', 'manifest', () => retold(good, MANIFEST, (text) => text.replace('asic-e+zip', 'asic-s+zip'))],
    ['a file twice in the manifest', 'manifest', () => retold(good, MANIFEST, (text) => listed(text, PDF.name))],
    ['a manifest entry removed', 'manifest-complete', () => retold(good, MANIFEST, (text) => text.replace(partOf(text, /<manifest:file-entry manifest:full-path="2024[^>]*>/), ''))],
    ['a manifest entry without its file', 'manifest-complete', () => retold(good, MANIFEST, (text) => listed(text, 'nav.txt'))],
    ['a file added', 'manifest-complete', () => rewritten(good, added(EXTRA))],
    ['a file added and listed', 'files-signed', async () => retold(await rewritten(good, added(EXTRA)), MANIFEST, (text) => listed(text, EXTRA.path))],
    ['a file hidden among the signatures', 'manifest-complete', () => rewritten(good, added({ path: 'META-INF/more.bin', content: EXTRA.content }))],
    ['a file removed', 'files-signed', () => rewritten(good, without(PDF.name))],
    ['a file renamed', 'files-signed', async () => retold(await rewritten(good, (entries) => entries.map((one) => (one.path === PDF.name ? { ...one, path: 'cits.pdf' } : one))), MANIFEST, (text) => text.replace(PDF.name, 'cits.pdf'))],
    ['another media type in the manifest', 'media-types', () => retold(good, MANIFEST, (text) => text.replace('application/pdf', 'text/html'))],
    ['no signature', 'signatures-present', () => rewritten(good, without(SIGNATURES))],
    ['a byte added to a file', 'file-digests', () => rewritten(good, (entries) => entries.map((one) => (one.path === PDF.name ? { ...one, content: Buffer.concat([one.content, Buffer.from(' ')]) } : one)))],
    ['a file emptied', 'file-digests', () => rewritten(good, (entries) => entries.map((one) => (one.path === AWKWARD.name ? { ...one, content: Buffer.alloc(0) } : one)))],
    ['two files exchanged', 'file-digests', () => rewritten(good, (entries) => entries.map((one) => (one.path === PDF.name ? { ...one, content: AWKWARD.content } : one.path === AWKWARD.name ? { ...one, content: PDF.content } : one)))],
  ])('%s is refused: %s', async (_, rule, forge) => {
    const report = await check(await forge());
    expect(report.passed).toBe(false);
    expect(brokenIn(report)).toContain(rule);
    // What a stranger's file holds never stands raw in the reason.
    for (const { about } of report.container) expect(about).toMatch(/^[^\p{Cc}\uFFFD]{0,300}$/u);
  });
});

const xml = (change: (text: string) => string) => () => retold(good, SIGNATURES, change);
const references = [...(await signatureOf(good)).matchAll(/<ds:Reference .*?<\/ds:Reference>/g)].map(([text]) => text);
const inReference = (at: number, change: (text: string) => string) => xml((text) => text.replace(references[at]!, change(references[at]!)));
const digestChanged = (text: string) => text.replace(/(<ds:DigestValue>)([^<]+)/, (_, tag: string, value: string) => tag + spoilt(value));
const spoiltIn = (element: string) => xml((text) => text.replace(new RegExp(`(<${element}[^>]*>)([^<]+)`), (_, tag: string, value: string) => tag + spoilt(value)));
const CANONICAL_SP = ' xmlns:xades="http://uri.etsi.org/01903/v1.3.2#"';

/** Another claimed time with the reference's digest made to fit, as one without the key can do. */
const timeAndDigest = xml((text) => {
  const changed = text.replace(/<xades:SigningTime>2026/, '<xades:SigningTime>2025');
  const properties = partOf(changed, /<xades:SignedProperties.*<\/xades:SignedProperties>/);
  const hashed = properties.replace('<xades:SignedProperties', `<xades:SignedProperties${CANONICAL_SP}`).replaceAll(/<ds:Digest(Method|Value)/g, '<ds:Digest$1 xmlns:ds="http://www.w3.org/2000/09/xmldsig#"');
  return changed.replace(references[2]!, references[2]!.replace(/<ds:DigestValue>[^<]+/, `<ds:DigestValue>${sha256(hashed)}`));
});

describe('the signature', () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    ['digest of the first file changed', 'file-digests', inReference(0, digestChanged)],
    ['digest of the second file changed', 'file-digests', inReference(1, digestChanged)],
    ['digest of the properties changed', 'properties-signed', inReference(2, digestChanged)],
    ['reference to the first file removed', 'files-signed', inReference(0, () => '')],
    ['reference to the second file removed', 'files-signed', inReference(1, () => '')],
    ['reference to the properties removed', 'properties-signed', inReference(2, () => '')],
    ['reference to the properties of another type', 'properties-signed', inReference(2, (text) => text.replace('#SignedProperties', '#Other'))],
    ['reference to the properties said twice', 'files-signed', inReference(2, (text) => text + text.replace('S1-RSP', 'S1-RSQ'))],
    ['reference to the whole document', 'files-signed', inReference(2, (text) => text.replace('URI="#S1-SP"', 'URI=""'))],
    ['reference to a file that is not there', 'files-signed', inReference(0, (text) => text.replace('2024_', '2025_'))],
    ['reference to a file by a transform', 'files-signed', inReference(0, (text) => text.replace('<ds:DigestMethod', '<ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms><ds:DigestMethod'))],
    ['a file digested by SHA-1', 'algorithms', inReference(0, (text) => text.replace(/Algorithm="[^"]+"/, 'Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"'))],
    ['signed by SHA-1', 'algorithms', xml((text) => text.replace('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1'))],
    ['an unknown canonical form', 'algorithms', xml((text) => text.replace('CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"', 'CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#WithComments"'))],
    ['another signing time', 'properties-signed', xml((text) => text.replace(/<xades:SigningTime>2026/, '<xades:SigningTime>2025'))],
    ['another signing time with its digest', 'signature-value', timeAndDigest],
    ['another media type in the properties', 'media-types', xml((text) => text.replace('<xades:MimeType>application/pdf', '<xades:MimeType>text/html'))],
    ['another media type in the properties, by its digest', 'properties-signed', xml((text) => text.replace('<xades:MimeType>application/pdf', '<xades:MimeType>text/html'))],
    ['another value of the signature', 'signature-value', spoiltIn('ds:SignatureValue')],
    ['the value of another signature', 'signature-value', xml((text) => text.replace(partOf(text, /<ds:SignatureValue.*<\/ds:SignatureValue>/), partOf(otherXml, /<ds:SignatureValue.*<\/ds:SignatureValue>/)))],
    ['another certificate', 'signing-certificate', xml((text) => text.replace(partOf(text, /<ds:X509Certificate>[^<]+/), `<ds:X509Certificate>${base64(derOf(authority.holders['seal-rsa']))}`))],
    ['another certificate with its digest', 'properties-signed', xml((text) => withCertificate(text, derOf(authority.holders['seal-rsa'])))],
    ['no certificate', 'signing-certificate', xml((text) => text.replace(partOf(text, /<ds:X509Certificate>.*<\/ds:X509Certificate>/), ''))],
    ['a certificate that is none', 'signature-form', xml((text) => text.replace(/<ds:X509Certificate>[^<]+/, '<ds:X509Certificate>bm90aGluZw=='))],
    ['another digest of the certificate', 'signing-certificate', xml((text) => text.replace(/(<xades:CertDigest>.*?<ds:DigestValue>)([^<]+)/, (_, before: string, value: string) => before + spoilt(value)))],
    ['another serial number of the certificate', 'signing-certificate', xml((text) => text.replace(/(<xades:IssuerSerialV2>)([^<]+)/, (_, tag: string, value: string) => tag + spoilt(value)))],
    ['the issuing authority left out', 'chain', xml((text) => text.replace(base64(derOf(authority.issuing)), base64(derOf(authority.root))))],
    ['the issuing authority exchanged for one of the same name', 'chain', xml((text) => text.replace(base64(derOf(authority.issuing)), base64(derOf(stranger.issuing))))],
    ['no time stamp', 'level', xml((text) => text.replace(partOf(text, /<xades:SignatureTimeStamp.*<\/xades:SignatureTimeStamp>/), ''))],
    ['a time stamp that is damaged', 'time-stamp-authority', spoiltIn('xades:EncapsulatedTimeStamp')],
    ['a time stamp that is none', 'time-stamp', xml((text) => text.replace(/<xades:EncapsulatedTimeStamp>[^<]+/, '<xades:EncapsulatedTimeStamp>bm90aGluZw=='))],
    ['the time stamp of another signature', 'time-stamp', xml((text) => text.replace(partOf(text, /<xades:EncapsulatedTimeStamp>[^<]+/), partOf(otherXml, /<xades:EncapsulatedTimeStamp>[^<]+/)))],
    ['two time stamps', 'time-stamp', xml((text) => text.replace(/<xades:SignatureTimeStamp.*<\/xades:SignatureTimeStamp>/, (all) => all + all.replace('S1-TS', 'S1-TT')))],
    ['no answer about the certificate', 'level', xml((text) => text.replace(partOf(text, /<xades:RevocationValues>.*<\/xades:RevocationValues>/), ''))],
    ['an answer that is damaged', 'revocation', spoiltIn('xades:EncapsulatedOCSPValue')],
    ['an answer that is none', 'revocation', xml((text) => text.replace(/<xades:EncapsulatedOCSPValue>[^<]+/, '<xades:EncapsulatedOCSPValue>bm90aGluZw=='))],
    ['an answer "try later"', 'revocation', xml((text) => text.replace(/<xades:EncapsulatedOCSPValue>[^<]+/, '<xades:EncapsulatedOCSPValue>MAMKAQM='))],
    ['a document type', 'signature-form', xml((text) => text.replace('<asic:', '<!DOCTYPE x><asic:'))],
    ['a processing instruction', 'signature-form', xml((text) => text.replace('<ds:SignedInfo>', '<?x y?><ds:SignedInfo>'))],
    ['a comment in the signing time', 'signature-form', xml((text) => text.replace('<xades:SigningTime>2026', '<xades:SigningTime>20<!-- -->26'))],
    ['XML cut short', 'signature-form', xml((text) => text.slice(0, -20))],
    ['elements nested without end', 'signature-form', xml((text) => text.replace('<ds:Object>', `<ds:Object>${'<x>'.repeat(5_000)}${'</x>'.repeat(5_000)}</ds:Object><ds:Object>`))],
    ['a thousand references to one file', 'files-signed', inReference(0, (text) => Array.from({ length: 1_000 }, (_, at) => text.replace('S1-R0', `S1-R0-${at}`)).join(''))],
    ['another root', 'signature-form', xml((text) => text.replaceAll('asic:XAdESSignatures', 'asic:Other'))],
    ['properties of another signature', 'signature-form', xml((text) => text.replace('Target="#S1"', 'Target="#S2"'))],
    ['an identifier that stands twice', 'signature-form', xml((text) => text.replace('<ds:Object>', '<ds:Object Id="S1-SP">'))],
    ['second properties beside the signed ones', 'signature-form', xml((text) => text.replace('<ds:Object>', '<ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#S1"></xades:QualifyingProperties></ds:Object><ds:Object>'))],
    ['signed properties moved aside for others', 'properties-signed', xml(wrapped)],
    ['more signatures than are checked', 'signature-form', () => rewritten(good, (entries) => [...entries, ...Array.from({ length: 101 }, (_, at) => ({ path: `META-INF/signatures${at + 2}.xml`, content: Buffer.from('<x/>') }))])],
    ['a second signature that is none', 'signature-form', () => rewritten(good, added({ path: 'META-INF/signatures002.xml', content: Buffer.from('<x/>') }))],
  ])('%s is refused: %s', async (_, rule, forge) => {
    const report = await check(await forge());
    expect(report.passed).toBe(false);
    expect(brokenIn(report)).toContain(rule);
  });
});

function withCertificate(text: string, certificate: Uint8Array): string {
  const digest = createHash('sha512').update(certificate).digest('base64');
  return text.replace(partOf(text, /<ds:X509Certificate>[^<]+/), `<ds:X509Certificate>${base64(certificate)}`).replace(/(<xades:CertDigest>.*?<ds:DigestValue>)[^<]+/, `$1${digest}`);
}

/** Signature wrapping: what was signed stands elsewhere under its identifier, and other properties stand where they are read. */
function wrapped(text: string): string {
  const properties = partOf(text, /<xades:SignedProperties.*<\/xades:SignedProperties>/);
  const others = properties.replace('Id="S1-SP"', 'Id="S1-SQ"').replace('<xades:SigningTime>2026', '<xades:SigningTime>2025');
  return text.replace(properties, others).replace('</ds:Signature></asic', `<ds:Object xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">${properties}</ds:Object></ds:Signature></asic`);
}

describe('made with keys that are not entitled, or at times that do not fit', async () => {
  const issue = authority.issue;
  const strangeIssuer = await madeAuthority('SIMULATED ICA', null);
  test.each<[string, string, () => Promise<Buffer>]>([
    ['a seal of an authority that nobody named', 'chain', async () => made({ seal: await issue('seal-p256', { by: stranger.issuing }), chain: [stranger.issuing, stranger.root] })],
    ['a seal of an authority that only has the right name', 'chain', async () => made({ seal: await issue('seal-p256', { by: strangeIssuer }), chain: [strangeIssuer, authority.root] })],
    ['a seal issued by another seal', 'chain', async () => made({ seal: await issue('seal-p256', { by: authority.holders['seal-p256'] }), chain: [authority.holders['seal-p256'], authority.issuing, authority.root] })],
    ['a certificate that had ended', 'certificate-then', async () => made({ seal: await issue('seal-p256', { to: new Date('2026-07-01T00:00:00Z') }) })],
    ['a certificate that had not begun', 'certificate-then', async () => made({ seal: await issue('seal-p256', { from: new Date('2026-07-04T00:00:00Z') }) })],
    ['a certificate that is not for signing', 'key-usage', async () => made({ seal: await issue('seal-p256', { withoutPurpose: true }) })],
    ['a time stamp over something else', 'time-stamp', async () => made({ over: Buffer.from('something else') })],
    ['a time stamp by someone who is not for it', 'time-stamp-authority', async () => made({ tsa: await issue('tsa', { withoutPurpose: true }) })],
    ['a time stamp by the seal itself', 'time-stamp-authority', async () => made({ tsa: authority.holders['seal-p256'] })],
    ['a time stamp by an authority that nobody named', 'time-stamp-authority', async () => made({ tsa: stranger.holders.tsa })],
    ['a time stamp by one whose certificate had ended', 'time-stamp-authority', async () => made({ tsa: await issue('tsa', { to: new Date('2026-07-01T00:00:00Z') }) })],
    ['a time stamp in the future', 'time-order', async () => made({ stampAt: 3_600, answerAt: 3_700, answerUntil: 9_000 })],
    ['a time stamp long before the claimed time', 'time-order', async () => made({ stampAt: -3_600 })],
    ['a claimed time in the future', 'time-order', async () => made({ claimed: 3_600 })],
    ['an answer before the time stamp', 'time-order', async () => made({ answerAt: -112 })],
    ['an answer in the future', 'time-order', async () => made({ answerAt: 3_600, answerUntil: 9_000 })],
    ['an answer that was over when it was made', 'revocation', async () => made({ answerUntil: -200 })],
    ['an answer about another certificate', 'revocation', async () => made({ about: authority.holders['seal-rsa'] })],
    ['an answer by someone who is not for it', 'revocation', async () => made({ responder: await issue('responder', { withoutPurpose: true }) })],
    ['an answer by the seal itself', 'revocation', async () => made({ responder: authority.holders['seal-p256'] })],
    ['an answer by a responder of another authority', 'revocation', async () => made({ responder: stranger.holders.responder })],
    ['an answer that the certificate was revoked', 'revocation-status', async () => made({ status: 'revoked' })],
    ['an answer that the certificate is unknown', 'revocation-status', async () => made({ status: 'unknown' })],
    ['an issuing authority revoked before the signing', 'authority-revocation', async () => made({ above: { status: 'revoked', revokedAt: -200 } })],
    ['an issuing authority revoked at the very time of the time stamp', 'authority-revocation', async () => made({ above: { status: 'revoked', revokedAt: -110 } })],
    ['an issuing authority that its root does not know', 'authority-revocation', async () => made({ above: { status: 'unknown' } })],
    ['an answer about the issuing authority by itself', 'authority-revocation', async () => made({ above: { by: authority.issuing } })],
    ['an answer about the issuing authority by the responder below it', 'authority-revocation', async () => made({ above: { by: authority.holders.responder } })],
    ['an answer about the issuing authority by a stranger', 'authority-revocation', async () => made({ above: { by: stranger.root } })],
    ['an answer about the issuing authority that was over when it was made', 'authority-revocation', async () => made({ above: { answerAt: -50, until: -80 } })],
  ])('%s is refused: %s', async (_, rule, forge) => {
    const report = await check(await forge());
    expect(report.passed).toBe(false);
    expect(brokenIn(report)).toContain(rule);
  });
});

describe('what is no forgery', () => {
  test('an answer more than 15 minutes after the time stamp is noticed and refuses nothing', async () => {
    const report = await check(made({ claimed: -2_000, stampAt: -1_900, answerAt: -100 }));
    expect(report.passed).toBe(true);
    expect(report.signatures[0]!.findings.find(({ rule }) => rule === 'answer-soon')?.outcome).toBe('noticed');
  });

  test.each<[string, Parameters<typeof made>[0], RegExp]>([
    ['without an answer about the issuing authority', { above: null }, /SIMULATED ICA: no answer$/],
    ['whose issuing authority was revoked after the time stamp', { above: { status: 'revoked', revokedAt: -105 } }, /revoked later/],
    ['with an answer about the issuing authority from before, over by the time stamp', { above: { answerAt: -3_000, until: -2_000 } }, /no answer of that time/],
  ])('a seal %s passes, and that is noticed', async (_, making, about) => {
    const report = await check(made(making));
    expect(report.passed).toBe(true);
    expect(report.signatures[0]!.findings.find(({ rule }) => rule === 'authority-revocation')).toMatchObject({ outcome: 'noticed', about: expect.stringMatching(about) as string });
  });

  test('an answer about the issuing authority may be from before, as long as it held; where the authority is trusted by name, none is missed, but a revocation counts', async () => {
    expect((await check(made({ above: { answerAt: -3_000 } }))).signatures[0]!.findings.find(({ rule }) => rule === 'authority-revocation')?.outcome).toBe('passed');
    const trusted = { ...policy, anchors: { ...policy.anchors, signing: policy.anchors.timeStamping } };
    expect((await check(made({ above: null }), trusted)).signatures[0]!.findings.map(({ rule }) => rule)).not.toContain('authority-revocation');
    expect((await check(made({ above: { by: stranger.root } }), trusted)).signatures[0]!.findings.map(({ rule }) => rule)).not.toContain('authority-revocation');
    expect(brokenIn(await check(made({ above: { status: 'revoked', revokedAt: -200 } }), trusted))).toEqual(['authority-revocation']);
  });

  test('a seal that is not in a qualified device is noticed, and refused where that is asked for', async () => {
    const advanced = made({ seal: authority.holders['seal-advanced'] });
    expect((await check(advanced)).signatures[0]!.findings.find(({ rule }) => rule === 'qualified')?.outcome).toBe('noticed');
    expect(brokenIn(await check(advanced, { ...policy, asksQualified: true }))).toEqual(['qualified']);
  });

  test('a certificate that has ended since then still counts', async () => {
    const ended = made({ seal: await authority.issue('seal-p256', { to: new Date('2026-07-03T12:00:00Z') }) });
    expect((await check(ended, policy, new Date('2031-01-01T00:00:00Z'))).passed).toBe(true);
  });

  test('without proofs a signature passes only where none are asked for', async () => {
    const bare = await retold(good, SIGNATURES, (text) => text.replace(partOf(text, /<xades:SignatureTimeStamp.*<\/xades:SignatureTimeStamp>/), '').replace(partOf(text, /<xades:RevocationValues>.*<\/xades:RevocationValues>/), ''));
    expect(brokenIn(await check(bare))).toEqual(['level']);
    expect(await check(bare, anyLevelPolicy(policy.anchors))).toMatchObject({ passed: true, signatures: [{ level: 'B-B' }] });
  });

  test('several signatures are each reported, and one bad among them refuses the container', async () => {
    const second = await signatureOf(made({ claimed: -60, stampAt: -50, answerAt: -40 }));
    const two = await rewritten(good, added({ path: 'META-INF/signatures002.xml', content: Buffer.from(second), packed: true }));
    expect(await check(two)).toMatchObject({ passed: true, signatures: [{ passed: true }, { passed: true }] });
    const bad = await rewritten(good, added({ path: 'META-INF/signatures002.xml', content: Buffer.from(otherXml), packed: true }));
    expect(await check(bad)).toMatchObject({ passed: false, signatures: [{ passed: true }, { passed: false, level: null }] });
  });

  test('the report says when and by what it was checked', async () => {
    expect(await check(good)).toMatchObject({ at: NOW, policy: { least: 'B-LT' } });
  });
});

describe('a single changed byte', () => {
  /** What a reader of a report relies on. */
  const toldBy = ({ files, signatures }: Awaited<ReturnType<typeof check>>) => JSON.stringify([files.map(({ name, mime, sha256 }) => [name, mime, sha256]), signatures.map(({ findings: _, ...facts }) => facts)]);

  test.each([[SIGNATURES, 0.8], [MANIFEST, 0.6]])('anywhere in %s is refused, or changes nothing that the report says', async (path, share) => {
    const told = toldBy(await check(good));
    const { length } = await textIn(good, path);
    let refused = 0;
    const passedBesides: number[] = [];
    for (let at = 0; at < length; at += STEP) {
      const report = await check(await rewritten(good, (entries) => entries.map((one) => (one.path === path ? { ...one, content: flipped(one.content, at) } : one))));
      if (!report.passed) refused += 1;
      else if (toldBy(report) !== told) passedBesides.push(at);
    }
    expect(passedBesides).toEqual([]);
    expect(refused).toBeGreaterThan((length / STEP) * share);
  });

  const STEP = 13;
  const flipped = (content: Uint8Array, at: number): Uint8Array => {
    const bytes = Uint8Array.from(content);
    if (at < bytes.length) bytes[at] = bytes[at]! ^ 0x04;
    return bytes;
  };
});

test('whatever bytes are handed in, a report comes back', async () => {
  let seed = 20_260_703;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round += 1) {
    const bytes = Buffer.from(good.subarray(0, round % 3 === 0 ? next(good.length) : good.length));
    for (let changes = 1 + next(4); changes > 0 && bytes.length > 0; changes -= 1) bytes[next(bytes.length)] = next(256);
    const report = await check(bytes);
    if (report.passed) expect(report.files.map(({ sha256 }) => sha256)).toEqual((await check(good)).files.map(({ sha256 }) => sha256));
  }
});
