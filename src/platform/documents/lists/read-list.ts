import { type Bytes, fromBase64 } from '../bytes.js';
import { childrenOf, onlyChild, optionalChild, parseXml, textOf, UnfitXml } from '../checking/xml.js';
import { type Certificate, readCertificate } from '../trust/certificate.js';
import { type GrantedPeriod, SIGNATURE_KINDS, type ServiceUse, type SignatureKind, type TrustedService } from '../trust/chain.js';

/** A trusted list of the EU as it stands in its file (ETSI TS 119 612); whether it is signed is asked of `signerOfList`. */
export interface TrustedList {
  readonly kind: ListKind;
  /** The country, `EU` for the list of the lists. */
  readonly territory: string;
  readonly operator: string;
  readonly sequence: number;
  readonly issuedAt: Date;
  /** When the next one is due; null for a list that was closed. */
  readonly nextUpdate: Date | null;
  readonly services: readonly TrustedService[];
  /** Who may sign the list of which country; only the list of the lists says so. */
  readonly pointers: readonly { readonly territory: string; readonly certificates: readonly Certificate[] }[];
}

export const LIST_KINDS = ['list-of-lists', 'national'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

const TSL = 'http://uri.etsi.org/02231/v2#';
const QUALIFICATIONS = 'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#';
const TYPES: Readonly<Record<string, ListKind>> = {
  'http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric': 'national',
  'http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUlistofthelists': 'list-of-lists',
};
const USES: Readonly<Record<string, ServiceUse>> = {
  'http://uri.etsi.org/TrstSvc/Svctype/CA/QC': 'certificates',
  'http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST': 'time-stamps',
};
/** Those before `granted` held until 1 July 2016 (TS 119 612, 5.5.4 and annex). */
const GRANTED = /\/Svcstatus\/(granted|undersupervision|supervisionincessation|accredited)$/;
const FOR: Readonly<Record<string, SignatureKind>> = {
  'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSignatures': 'signature',
  'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals': 'seal',
};
/** Before the regulation 910/2014 applied, seals were not known and nothing was said of the kind. */
const EIDAS = new Date('2016-07-01T00:00:00Z');

/**
 * Reads the list without believing it. Services of other kinds are left out, and those without a certificate.
 * @throws UnfitXml when it is no such list
 */
export function readTrustedList(xml: Bytes): { readonly list: TrustedList; readonly root: Element } {
  const root = parseXml(xml);
  if (root.namespaceURI !== TSL || root.localName !== 'TrustServiceStatusList') throw new UnfitXml('it is no trusted list');
  const scheme = only(root, 'SchemeInformation');
  const kind = TYPES[wordsOf(scheme, 'TSLType')];
  if (!kind) throw new UnfitXml('it is no list of the EU or of a member state');
  const sequence = Number(wordsOf(scheme, 'TSLSequenceNumber'));
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new UnfitXml('its sequence number is none');
  const next = optionalChild(only(scheme, 'NextUpdate'), TSL, 'dateTime');
  const territory = wordsOf(scheme, 'SchemeTerritory');
  const providers = optionalChild(root, TSL, 'TrustServiceProviderList');
  const list: TrustedList = {
    kind,
    territory,
    operator: nameIn(only(scheme, 'SchemeOperatorName')),
    sequence,
    issuedAt: timeOf(only(scheme, 'ListIssueDateTime')),
    nextUpdate: next && timeOf(next),
    services: providers ? children(providers, 'TrustServiceProvider').flatMap((one) => children(only(one, 'TSPServices'), 'TSPService')).flatMap((one) => servicesOf(one, territory)) : [],
    pointers: pointersIn(scheme),
  };
  return { list, root };
}

const children = (parent: Element, name: string): Element[] => childrenOf(parent, TSL, name);
const only = (parent: Element, name: string): Element => onlyChild(parent, TSL, name);
const wordsOf = (parent: Element, name: string): string => textOf(only(parent, name)).trim();

function timeOf(element: Element): Date {
  const at = new Date(textOf(element).trim());
  if (Number.isNaN(at.getTime())) throw new UnfitXml(`${element.localName} is no time`);
  return at;
}

/** The English name, which every list has (TS 119 612, 5.1.4), else the first. */
function nameIn(names: Element): string {
  const all = children(names, 'Name');
  const english = all.find((one) => one.getAttribute('xml:lang') === 'en') ?? all[0];
  if (!english) throw new UnfitXml(`${names.localName} says no name`);
  return textOf(english).trim();
}

function servicesOf(service: Element, territory: string): TrustedService[] {
  const now = only(service, 'ServiceInformation');
  const history = optionalChild(service, TSL, 'ServiceHistory');
  const use = USES[wordsOf(now, 'ServiceTypeIdentifier')];
  if (!use) return [];
  const instances = [now, ...(history ? children(history, 'ServiceHistoryInstance') : [])].filter((one) => wordsOf(one, 'ServiceTypeIdentifier') in USES);
  const granted = periodsOf(instances, use);
  return certificatesIn(only(now, 'ServiceDigitalIdentity')).map((certificate) => ({ use, name: nameIn(only(now, 'ServiceName')), territory, certificate, granted }));
}

/** Each status holds until the next one begins. */
function periodsOf(instances: readonly Element[], use: ServiceUse): GrantedPeriod[] {
  const begun = instances.map((one) => ({ one, from: timeOf(only(one, 'StatusStartingTime')) })).toSorted((a, b) => a.from.getTime() - b.from.getTime());
  return begun.flatMap(({ one, from }, at) => {
    const to = begun[at + 1]?.from ?? null;
    return GRANTED.test(wordsOf(one, 'ServiceStatus')) ? [{ from, to, makes: use === 'certificates' ? makesOf(one, from) : [] }] : [];
  });
}

function makesOf(instance: Element, from: Date): SignatureKind[] {
  const all = optionalChild(instance, TSL, 'ServiceInformationExtensions');
  const extensions = all ? children(all, 'Extension') : [];
  if (extensions.some((one) => childrenOf(one, QUALIFICATIONS, 'Qualifications').length > 0)) return [];
  const said = extensions.flatMap((one) => children(one, 'AdditionalServiceInformation')).map((one) => wordsOf(one, 'URI'));
  if (said.length === 0) return from < EIDAS ? ['signature'] : [];
  return SIGNATURE_KINDS.filter((kind) => said.some((uri) => FOR[uri] === kind));
}

const certificatesIn = (identity: Element): Certificate[] => children(identity, 'DigitalId').flatMap((one) => children(one, 'X509Certificate')).map((one) => {
  try {
    return readCertificate(fromBase64(textOf(one)));
  } catch (cause) {
    throw new UnfitXml('it holds a certificate that cannot be read', { cause });
  }
});

function pointersIn(scheme: Element): TrustedList['pointers'] {
  const all = optionalChild(scheme, TSL, 'PointersToOtherTSL');
  return (all ? children(all, 'OtherTSLPointer') : []).flatMap((pointer) => {
    const identities = optionalChild(pointer, TSL, 'ServiceDigitalIdentities');
    const territory = children(only(pointer, 'AdditionalInformation'), 'OtherInformation').flatMap((one) => children(one, 'SchemeTerritory'))[0];
    if (!identities || !territory) return [];
    return [{ territory: textOf(territory).trim(), certificates: children(identities, 'ServiceDigitalIdentity').flatMap(certificatesIn) }];
  });
}
