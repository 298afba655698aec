import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '#kernel/clock.js';
import type { Holder } from '../../../../simulators/trust-services/authority.js';
import { bytesOf } from '../bytes.js';
import { checkContainer } from '../checking/check-container.js';
import { archivalPolicy, type CheckPolicy } from '../checking/policy.js';
import { archiveContainer, lastStampOf, NotToArchive } from '../sealing/archive-container.js';
import { certificatesOf } from '../trust/certificate.js';
import { ocspClient } from '../trust/ocsp-client.js';
import { TrustServiceError } from '../trust/trust-service-error.js';
import { readZip } from '../zip/read-zip.js';
import { answerAbout, brokenIn, retold, rewritten, SIGNATURES, spoilt, stampOver } from './forging.js';
import { AWKWARD, PDF, type Sealing, startSealing } from './sealed.js';

let at = '2026-07-03T06:00:00Z';
const clock: Clock = { now: () => new Date(at), today: () => systemClock().today() };
const YEAR: Readonly<Record<number, string>> = { 2026: '2026-07-03T06:00:00Z', 2027: '2027-12-01T00:00:00Z', 2029: '2029-01-01T00:00:00Z', 2033: '2033-06-01T00:00:00Z', 2045: '2045-01-01T00:00:00Z' };
const till = (year: number) => ({ from: new Date('2020-01-01T00:00:00Z'), to: new Date(`${year}-01-01T00:00:00Z`) });

let sealing: Sealing;
let policy: CheckPolicy;
/** At B-LT, and with one and two archive time stamps; the authorities end in 2028, 2034 and 2050. */
let [sealed, once, twice]: Buffer[] = [];
const authorities: Holder[] = [];

beforeAll(async () => {
  sealing = await startSealing(clock);
  const anchors = certificatesOf(sealing.trust.settings.authorities);
  policy = archivalPolicy({ signing: anchors, timeStamping: anchors });
  for (const year of [2028, 2034, 2050]) authorities.push(await sealing.trust.authority.issue('tsa', till(year)));
  sealing.trust.behaviour.tsa = authorities[0]!;
  sealed = await sealing.container([PDF, AWKWARD]);
  once = await archived(sealed, 2027, authorities[1]!);
  twice = await archived(once, 2033, authorities[2]!);
});
afterAll(() => sealing.trust.stop());

async function archived(container: Buffer, year: number, tsa: Holder, how: Partial<Parameters<typeof archiveContainer>[3]> = {}, services: Partial<Parameters<typeof archiveContainer>[1]> = {}): Promise<Buffer> {
  at = YEAR[year]!;
  sealing.trust.behaviour.tsa = tsa;
  const { timeStamps, revocation } = sealing.services();
  return (await archiveContainer(bytesOf(container), { timeStamps, revocation, ...services }, policy, { now: clock.now(), hash: 'SHA-512', ...how })).container;
}
const checkedIn = (year: number, container: Uint8Array, least: CheckPolicy['least'] = 'B-LTA') => checkContainer(bytesOf(container), { ...policy, least }, new Date(YEAR[year]!));
const brokenAt = async (year: number, container: Uint8Array) => brokenIn(await checkedIn(year, container));

describe('a container with archive time stamps', () => {
  test('is believed when the authority of its first stamp has ended, and the one without them is not', async () => {
    expect(brokenIn(await checkedIn(2027, sealed!, 'B-LT'))).toEqual([]);
    expect(brokenIn(await checkedIn(2029, sealed!, 'B-LT'))).toEqual(['time-stamp-lasts']);
    expect(await brokenAt(2027, sealed!)).toEqual(['level']);
    expect(await checkedIn(2029, once!)).toMatchObject({ passed: true, signatures: [{ level: 'B-LTA', stampedAt: new Date(YEAR[2026]!), archivedAt: [new Date(YEAR[2027]!)], lastsUntil: new Date('2034-01-01T00:00:00Z') }] });
  });

  test('is believed after two renewals in a row, long after the first two authorities have ended', async () => {
    expect(await brokenAt(2045, once!)).toEqual(['time-stamp-lasts']);
    const report = await checkedIn(2045, twice!);
    expect(report).toMatchObject({ passed: true, signatures: [{ level: 'B-LTA', archivedAt: [new Date(YEAR[2027]!), new Date(YEAR[2033]!)], lastsUntil: new Date('2050-01-01T00:00:00Z') }] });
    expect(report.signatures[0]!.findings.every(({ outcome }) => outcome === 'passed')).toBe(true);
  });

  test('is the same as before, byte for byte, but for what was put in', async () => {
    const added = /<xades141:(TimeStampValidationData|ArchiveTimeStamp) .*?<\/xades141:\1>/g;
    expect(await retold(twice!, SIGNATURES, (text) => text.replaceAll(added, ''))).toEqual(sealed);
    let later = 0;
    expect(await retold(twice!, SIGNATURES, (text) => text.replaceAll(added, (part) => (text.indexOf(part) > text.indexOf('Id="S1-A1"') && (later += 1) ? '' : part)))).toEqual(once);
    expect(later).toBe(2);
  });

  test('holds the certificates and an answer about each earlier authority, right after its stamp', async () => {
    const text = Buffer.from((await readZip(bytesOf(twice!), policy.limits)).find(({ name }) => name === SIGNATURES)!.content).toString();
    expect([...text.matchAll(/<(xades(?:141)?:(?:SignatureTimeStamp|TimeStampValidationData|CertificateValues|RevocationValues|ArchiveTimeStamp))[ >]/g)].map(([, name]) => name)).toEqual([
      'xades:SignatureTimeStamp', 'xades141:TimeStampValidationData', 'xades:RevocationValues', 'xades:CertificateValues', 'xades:RevocationValues',
      'xades141:ArchiveTimeStamp', 'xades141:TimeStampValidationData', 'xades:RevocationValues', 'xades141:ArchiveTimeStamp',
    ]);
  });
});

describe('no stamp is added', () => {
  const codeOf = (doing: Promise<unknown>) => doing.then(() => 'added', (fault: unknown) => (fault instanceof NotToArchive || fault instanceof TrustServiceError ? fault.code : String(fault)));

  test('when the authority of the last one has ended already: it would prove nothing', async () => {
    expect(await codeOf(archived(sealed!, 2029, authorities[1]!))).toBe('too-late');
    const token = Buffer.from(/<xades:EncapsulatedTimeStamp>([^<]+)/.exec(Buffer.from((await readZip(bytesOf(sealed!), policy.limits)).find(({ name }) => name === SIGNATURES)!.content).toString())![1]!, 'base64');
    expect(await lastStampOf(token, policy, new Date(YEAR[2027]!))).toEqual({ at: new Date(YEAR[2026]!), until: new Date('2028-01-01T00:00:00Z'), hash: 'SHA-256' });
    expect(await codeOf(lastStampOf(token, policy, new Date(YEAR[2029]!)))).toBe('too-late');
  });

  test('when its authority was revoked, or cannot be asked about', async () => {
    sealing.trust.behaviour.status = 'revoked';
    expect(await codeOf(archived(sealed!, 2027, authorities[1]!))).toBe('revoked');
    sealing.trust.behaviour.status = 'good';
    sealing.trust.behaviour.down = true;
    expect(await codeOf(archived(sealed!, 2027, authorities[1]!))).toBe('unreachable');
    sealing.trust.behaviour.down = false;
  });

  test('to a container without long-term proof, or of another hand', async () => {
    expect(await codeOf(sealing.container([PDF], 'B-T').then((container) => archived(container, 2026, authorities[1]!)))).toBe('not-ours');
    expect(await codeOf(retold(sealed!, SIGNATURES, (text) => text.replace('</xades:UnsignedProperties>', '</xades:UnsignedProperties>\n')).then((container) => archived(container, 2027, authorities[1]!)))).toBe('not-ours');
  });
});

describe('a forged archive time stamp is refused by its rule', () => {
  const stamps = /<xades141:ArchiveTimeStamp .*?<\/xades141:ArchiveTimeStamp>/g;
  const told = (change: (text: string) => string, container = twice!) => retold(container, SIGNATURES, change);
  const tokenOf = /(Id="S1-A1">.*?<xades:EncapsulatedTimeStamp>)([^<]+)/;

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['of another container', 'archive-time-stamps', async () => {
      sealing.trust.behaviour.tsa = authorities[0]!;
      at = YEAR[2026]!;
      const token = tokenOf.exec(Buffer.from((await readZip(bytesOf(await archived(await sealing.container([PDF]), 2027, authorities[1]!)), policy.limits)).find(({ name }) => name === SIGNATURES)!.content).toString())![2]!;
      return told((text) => text.replace(tokenOf, `$1${token}`), once!);
    }],
    ['with another byte', 'archive-authorities', () => told((text) => text.replace(tokenOf, (_, before: string, token: string) => before + spoilt(token)), once!)],
    ['after a file was changed', 'archive-time-stamps', () => rewritten(twice!, (entries) => entries.map((one) => (one.path === AWKWARD.name ? { ...one, content: Buffer.from('another') } : one)))],
    ['after its earlier proofs were taken out', 'archive-time-stamps', () => told((text) => text.replace(/<xades141:TimeStampValidationData .*?<\/xades141:TimeStampValidationData>/, ''))],
    ['after the certificates were taken out', 'archive-time-stamps', () => told((text) => text.replace(/<xades:CertificateValues>.*?<\/xades:CertificateValues>/, ''), once!)],
    ['after the answer about the seal was exchanged', 'archive-time-stamps', () => told((text) => text.replace(/(<\/xades:CertificateValues><xades:RevocationValues>.*?<xades:EncapsulatedOCSPValue>)([^<]+)/, (_, before: string) => before + /<xades:EncapsulatedOCSPValue>([^<]+)/.exec(text)![1]!))],
    ['in another order', 'archive-time-stamps', () => told((text) => { const [first, second] = text.match(stamps)!; return text.replace(first!, '<hole/>').replace(second!, first!).replace('<hole/>', second!); })],
    ['when the first was taken out', 'archive-time-stamps', () => told((text) => text.replace(text.match(stamps)![0], ''))],
    ['by someone whom nobody named', 'archive-authorities', async () => archived(sealed!, 2027, await startSealing(clock).then(async ({ trust }) => (await trust.stop(), trust.authority.holders.tsa)), {}, { timeStamps: unchecked() })],
    ['by a certificate that is not for time stamps', 'archive-authorities', async () => archived(sealed!, 2027, await sealing.trust.authority.issue('tsa', { ...till(2034), withoutPurpose: true }), {}, { timeStamps: unchecked() })],
    ['by an authority that had ended itself', 'archive-authorities', async () => archived(sealed!, 2027, await sealing.trust.authority.issue('tsa', till(2027)), {}, { timeStamps: unchecked() })],
    ['made after the authority before it had ended', 'archive-order', () => archived(sealed!, 2029, authorities[1]!, { now: new Date(YEAR[2027]!) })],
    ['that is older than the stamp before it', 'archive-order', async () => { const [tsa] = authorities; return archived(once!, 2026, tsa!, {}, { revocation: { good: async (leaf, issuer) => ocspClient({ url: sealing.trust.settings.revocationUrl, clock }).good(leaf, issuer, new Date(0)) } }); }],
    ['over a stamp whose authority was revoked', 'time-stamp-revocation', () => archived(sealed!, 2027, authorities[1]!, {}, { revocation: { good: async () => ({ response: answerAbout(authorities[0]!, sealing.trust.authority, clock.now(), 'revoked'), at: clock.now() }) } })],
    ['of an older kind', 'signature-form', () => told((text) => text.replaceAll('xades141:ArchiveTimeStamp', 'xades:ArchiveTimeStamp'))],
    ['that says itself what it covers', 'signature-form', () => told((text) => text.replace('Id="S1-A1">', 'Id="S1-A1"><xades:Include URI="#S1-SP"></xades:Include>'))],
  ])('%s: %s', async (_, rule, forge) => {
    expect(await brokenAt(2033, await forge())).toContain(rule);
  });

  /** A client that keeps whatever comes. */
  function unchecked(): Parameters<typeof archiveContainer>[1]['timeStamps'] {
    return { stamp: async (data) => ({ token: stampOver(data, sealing.trust.behaviour.tsa!, clock.now()), at: clock.now() }) };
  }
});
