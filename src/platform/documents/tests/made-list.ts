import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PemConverter } from '@peculiar/x509';
import type { Holder } from '../../../../simulators/trust-services/authority.js';

export interface MadeService {
  readonly type: 'CA/QC' | 'TSA/QTST' | 'CA/PKC';
  readonly holder: Holder;
  /** The newest first, as lists have them. */
  readonly statuses: readonly { readonly status: string; readonly from: string; readonly says?: string }[];
}

export interface MadeList {
  readonly type?: 'EUgeneric' | 'EUlistofthelists';
  readonly territory?: string;
  readonly sequence?: number;
  readonly issued?: string;
  readonly nextUpdate?: string | null;
  readonly services?: readonly MadeService[];
  readonly pointers?: readonly { readonly territory: string; readonly holder: Holder }[];
}

const der = ({ certificate }: Holder): string => Buffer.from(certificate.rawData).toString('base64');
const identity = (holder: Holder): string => `<ServiceDigitalIdentity><DigitalId><X509Certificate>${der(holder)}</X509Certificate></DigitalId><DigitalId><X509SKI>AAAA</X509SKI></DigitalId></ServiceDigitalIdentity>`;
const uri = (end: string) => `http://uri.etsi.org/TrstSvc/${end}`;
export const FOR_BOTH = ['ForeSignatures', 'ForeSeals'].map((one) => `<Extension Critical="true"><AdditionalServiceInformation><URI xml:lang="en">${uri(`TrustedList/SvcInfoExt/${one}`)}</URI></AdditionalServiceInformation></Extension>`).join('');

function serviceXml({ type, holder, statuses: [now, ...before] }: MadeService): string {
  const told = ({ status, from, says = FOR_BOTH }: MadeService['statuses'][number], more: string) =>
    `<ServiceTypeIdentifier>${uri(`Svctype/${type}`)}</ServiceTypeIdentifier><ServiceName><Name xml:lang="lv">IZDOMĀTS</Name><Name xml:lang="en">MADE UP ${type}</Name></ServiceName>${more}<ServiceStatus>${uri(`TrustedList/Svcstatus/${status}`)}</ServiceStatus><StatusStartingTime>${from}</StatusStartingTime><ServiceInformationExtensions>${says}</ServiceInformationExtensions>`;
  const history = before.map((one) => `<ServiceHistoryInstance>${told(one, '<ServiceDigitalIdentity><DigitalId><X509SKI>AAAA</X509SKI></DigitalId></ServiceDigitalIdentity>')}</ServiceHistoryInstance>`).join('');
  return `<TSPService><ServiceInformation>${told(now!, identity(holder))}</ServiceInformation>${history && `<ServiceHistory>${history}</ServiceHistory>`}</TSPService>`;
}

function listXml({ type = 'EUgeneric', territory = 'LV', sequence = 1, issued = '2026-06-01T00:00:00Z', nextUpdate = '2026-12-01T00:00:00Z', services = [], pointers = [] }: MadeList): string {
  const pointed = pointers.map(({ territory: country, holder }) => `<OtherTSLPointer><ServiceDigitalIdentities>${identity(holder)}</ServiceDigitalIdentities><TSLLocation>https://tl.example/${country}.xml</TSLLocation><AdditionalInformation><OtherInformation><SchemeTerritory>${country}</SchemeTerritory></OtherInformation></AdditionalInformation></OtherTSLPointer>`).join('');
  return `<SchemeInformation><TSLVersionIdentifier>5</TSLVersionIdentifier><TSLSequenceNumber>${sequence}</TSLSequenceNumber><TSLType>${uri(`TrustedList/TSLType/${type}`)}</TSLType><SchemeOperatorName><Name xml:lang="en">MADE UP keeper of lists</Name></SchemeOperatorName><SchemeTerritory>${territory}</SchemeTerritory>${pointed && `<PointersToOtherTSL>${pointed}</PointersToOtherTSL>`}<ListIssueDateTime>${issued}</ListIssueDateTime><NextUpdate>${nextUpdate === null ? '' : `<dateTime>${nextUpdate}</dateTime>`}</NextUpdate></SchemeInformation>
  <!-- hand-made -->
  ${services.length > 0 ? `<TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName><Name xml:lang="en">MADE UP</Name></TSPName></TSPInformation><TSPServices>${services.map(serviceXml).join('\n')}</TSPServices></TrustServiceProvider></TrustServiceProviderList>` : ''}`;
}

const DSIG_MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** A small trusted list (ETSI TS 119 612), hand-made, and signed by `xmlsec1` with a P-256 key. */
export async function madeList(list: MadeList, by: Holder): Promise<Buffer> {
  const digest = createHash('sha256').update(Buffer.from(by.certificate.rawData)).digest('base64');
  const reference = (at: string, transforms: readonly string[]) => `<ds:Reference ${at}><ds:Transforms>${transforms.map((one) => `<ds:Transform Algorithm="${one}"/>`).join('')}</ds:Transforms><ds:DigestMethod Algorithm="${SHA256}"/><ds:DigestValue/></ds:Reference>`;
  const properties = `<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#sig"><xades:SignedProperties Id="sig-props"><xades:SignedSignatureProperties><xades:SigningTime>${list.issued ?? '2026-06-01T00:00:00Z'}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${SHA256}"/><ds:DigestValue>${digest}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>`;
  const signature = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="sig"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><ds:SignatureMethod Algorithm="${DSIG_MORE}ecdsa-sha256"/>${reference('Id="ref-list" URI=""', ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE])}${reference('Type="http://uri.etsi.org/01903#SignedProperties" URI="#sig-props"', [EXCLUSIVE])}</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo><ds:Object>${properties}</ds:Object></ds:Signature>`;
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-list-'));
  try {
    await writeFile(join(folder, 'list.xml'), `<?xml version="1.0" encoding="UTF-8"?>\n<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" TSLTag="http://uri.etsi.org/19612/TSLTag">${listXml(list)}${signature}</TrustServiceStatusList>\n`);
    await writeFile(join(folder, 'key.pem'), by.key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(folder, 'certificate.pem'), PemConverter.encode(by.certificate.rawData, 'CERTIFICATE'));
    await promisify(execFile)('/usr/bin/xmlsec1', ['--sign', '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', '--privkey-pem', 'key.pem,certificate.pem', '--output', 'signed.xml', 'list.xml'], { cwd: folder });
    return await readFile(join(folder, 'signed.xml'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
