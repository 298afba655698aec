import { describe, expect, test } from 'vitest';
import { sayWhyNot, whyNoVerifiers } from '#test/setup/verifiers.js';
import { bytesOf } from '../bytes.js';
import { portableTrust, trustOf } from '../checking/portable-trust.js';
import { longTermPolicy } from '../checking/policy.js';
import type { TrustedService } from '../trust/chain.js';
import { authority, brokenIn, check, derOf, made, NOW } from '../tests/forging.js';
import { FOR_BOTH, madeList, type MadeService } from '../tests/made-list.js';
import { readCertificate } from '../trust/certificate.js';
import { openTrustedList, UnfitList } from './signer-of-list.js';

const missing = await whyNoVerifiers('xmlsec1');
sayWhyNot('trusted lists signed by xmlsec1', missing);

const keeper = await authority.issue('seal-p256');
const stranger = await authority.issue('seal-p256');
const opened = (xml: Uint8Array, by = keeper) => openTrustedList(bytesOf(xml), () => Promise.resolve([readCertificate(derOf(by))]));
const faultOf = (xml: Uint8Array, by = keeper) => opened(xml, by).then(() => null, (fault: unknown) => (fault instanceof UnfitList ? fault.fault : fault));

const granted = (holder: MadeService['holder'], type: MadeService['type'], from = '2020-01-01T00:00:00Z'): MadeService => ({ type, holder, statuses: [{ status: 'granted', from }] });
const USUAL = [granted(authority.issuing, 'CA/QC'), granted(authority.issuing, 'TSA/QTST'), granted(authority.root, 'CA/PKC')];
/** Believes nobody but the services of a list. */
const reportBy = (services: readonly TrustedService[], container = made()) => check(container, longTermPolicy({ signing: [], timeStamping: [], services }));

describe.skipIf(missing !== null)('a trusted list signed by xmlsec1', () => {
  test('is read with its services, and makes the seal of a listed issuer qualified', async () => {
    const { list, signer } = await opened(await madeList({ services: USUAL }, keeper));
    expect(list).toMatchObject({ kind: 'national', territory: 'LV', sequence: 1, operator: 'MADE UP keeper of lists', nextUpdate: new Date('2026-12-01T00:00:00Z') });
    expect(signer.name).toContain('SIMULATED');
    expect(list.services.map(({ use, name, granted: [period] }) => [use, name, period?.makes])).toEqual([['certificates', 'MADE UP CA/QC', ['signature', 'seal']], ['time-stamps', 'MADE UP TSA/QTST', []]]);
    expect(await reportBy(list.services)).toMatchObject({ passed: true, signatures: [{ qualified: 'listed' }] });
    const { anchors } = trustOf(JSON.parse(JSON.stringify(portableTrust({ anchors: { signing: [], timeStamping: [], services: list.services }, lists: [], claimKeys: [], revokedKey: { kid: 'none', x: '', y: '' }, asOf: NOW }))));
    expect(await reportBy(anchors.services!)).toMatchObject({ passed: true, signatures: [{ qualified: 'listed' }] });
  });

  test('believes an issuer only for the time at which it was granted', async () => {
    const history = (...statuses: MadeService['statuses']) => madeList({ services: [{ type: 'CA/QC', holder: authority.issuing, statuses }, granted(authority.issuing, 'TSA/QTST')] }, keeper).then(opened);
    const since = await history({ status: 'withdrawn', from: '2026-07-04T00:00:00Z' }, { status: 'granted', from: '2020-01-01T00:00:00Z' });
    expect(await reportBy(since.list.services)).toMatchObject({ passed: true, signatures: [{ qualified: 'listed' }] });
    const before = await history({ status: 'granted', from: '2026-07-04T00:00:00Z' }, { status: 'withdrawn', from: '2020-01-01T00:00:00Z' });
    const report = await reportBy(before.list.services);
    expect(brokenIn(report)).toContain('chain');
    expect(report.signatures[0]!.findings.find(({ rule }) => rule === 'chain')!.about).toContain('not granted in the trusted list then');
  });

  test('makes a seal qualified only where it says so of seals, and without conditions that are not read', async () => {
    const saying = async (says: string) => (await reportBy((await opened(await madeList({ services: [{ type: 'CA/QC', holder: authority.issuing, statuses: [{ status: 'granted', from: '2020-01-01T00:00:00Z', says }] }, granted(authority.issuing, 'TSA/QTST')] }, keeper))).list.services)).signatures[0]!.qualified;
    expect(await saying(FOR_BOTH.replace('ForeSeals', 'ForWebSiteAuthentication'))).toBe('stated');
    expect(await saying(`${FOR_BOTH}<Extension Critical="true"><Qualifications xmlns="http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#"/></Extension>`)).toBe('stated');
  });

  test('of the lists says who may sign those of countries', async () => {
    const { list } = await opened(await madeList({ type: 'EUlistofthelists', territory: 'EU', pointers: [{ territory: 'LV', holder: stranger }] }, keeper));
    expect(list).toMatchObject({ kind: 'list-of-lists', services: [] });
    expect(list.pointers.map(({ territory, certificates }) => [territory, certificates.length])).toEqual([['LV', 1]]);
    const national = await madeList({ services: USUAL }, stranger);
    expect(await openTrustedList(bytesOf(national), ({ territory }) => Promise.resolve(list.pointers.filter((one) => one.territory === territory).flatMap(({ certificates }) => certificates)))).toMatchObject({ list: { territory: 'LV' } });
  });

  test('is refused when it is signed by a stranger, changed anywhere, cut, or no list', async () => {
    const good = (await madeList({ services: USUAL }, keeper)).toString();
    const changed = (from: string | RegExp, to: string) => {
      const other = good.replace(from, to);
      expect(other).not.toBe(good);
      return Buffer.from(other);
    };
    expect(await faultOf(Buffer.from(good), stranger)).toBe('stranger');
    expect(await faultOf(changed('<TSLSequenceNumber>1<', '<TSLSequenceNumber>2<'))).toBe('changed');
    expect(await faultOf(changed('Svcstatus/granted', 'Svcstatus/withdrawn'))).toBe('changed');
    expect(await faultOf(changed('<NextUpdate><dateTime>2026', '<NextUpdate><dateTime>2036'))).toBe('changed');
    expect(await faultOf(changed('<xades:SigningTime>2026', '<xades:SigningTime>2025'))).toBe('changed');
    expect(await faultOf(changed('URI=""', 'URI="#sig-props"'))).toBe('changed');
    expect(await faultOf(changed(/<ds:Signature .*<\/ds:Signature>/s, ''))).toBe('unsigned');
    expect(await faultOf(changed('</TrustServiceStatusList>', '<x Id="sig-props"/></TrustServiceStatusList>'))).toBe('unsigned');
    expect(await faultOf(Buffer.from(good.slice(0, 2_000)))).toBe('no-list');
    expect(await faultOf(changed('<TrustServiceStatusList', '<!DOCTYPE x><TrustServiceStatusList'))).toBe('no-list');
    expect(await faultOf(changed('TSLType/EUgeneric', 'TSLType/other'))).toBe('no-list');
    expect(await faultOf(await madeList({ issued: '2150-01-01T00:00:00Z' }, keeper))).toBe('signer-not-valid');
  });
});
