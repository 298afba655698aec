import { type Bytes, hex } from '../bytes.js';
import { MIME } from '../container/data-file.js';
import { digestOf } from '../trust/signature.js';
import { CONTAINER_TYPE, NS } from '../xades/names.js';
import { readZip, UnfitArchive, type ZipEntry } from '../zip/read-zip.js';
import { checkSignature, type Contents, NOBODY, repeatedId, type SignatureReport } from './check-signature.js';
import type { CheckPolicy } from './policy.js';
import { CONTAINER_RULES, type ContainerRule, type Finding, type Findings, findingsOf, SIGNATURE_RULES } from './rules.js';
import { attributeOf, childrenOf, elementsOf, parseXml, UnfitXml } from './xml.js';

export interface CheckReport {
  readonly policy: CheckPolicy;
  /** When it was checked. */
  readonly at: Date;
  /** Every rule holds for the container and for every signature in it. */
  readonly passed: boolean;
  readonly container: readonly Finding<ContainerRule>[];
  readonly files: readonly CheckedFile[];
  readonly signatures: readonly SignatureReport[];
}

export interface CheckedFile {
  readonly name: string;
  readonly mime: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly content: Bytes;
}

const MANIFEST = 'META-INF/manifest.xml';
const MOST_SIGNATURES = 50;
const TOO_MANY = 'more signatures than are checked';
export const SIGNATURES = /^META-INF\/[^/]*signatures[^/]*\.xml$/i;

/**
 * Holds an ASiC-E container with XAdES signatures (`.edoc`, `.asice`) against every rule of a policy, without asking anybody and without
 * anything that only Node has. Never throws for what the container holds: the report says which rules it breaks.
 */
export async function checkContainer(file: Bytes, policy: CheckPolicy, now: Date): Promise<CheckReport> {
  const findings = findingsOf(CONTAINER_RULES);
  const entries = await opened(file, policy, findings);
  if (!entries) return { policy, at: now, passed: false, container: findings.list, files: [], signatures: [] };
  checkType(entries, findings);
  const files = new Map(entries.filter(({ name }) => name !== 'mimetype' && !isInside(name)).map(({ name, content }) => [name, content]));
  const mediaTypes = manifestOf(entries, findings);
  checkManifest(mediaTypes, [...files.keys()], findings);
  const strangers = entries.filter(({ name }) => isInside(name) && name !== MANIFEST && !SIGNATURES.test(name));
  findings.note('manifest-complete', strangers.length === 0, strangers.map(({ name }) => name).join(', '));
  const signatures = await checkSignatures(entries, { files, mediaTypes }, policy, now);
  findings.note('signatures-present', signatures.length > 0 && files.size > 0);
  const passed = findings.list.every(({ outcome }) => outcome !== 'failed') && signatures.every((one) => one.passed);
  return { policy, at: now, passed, container: findings.list, files: await Promise.all([...files].map((one) => checkedFile(one, mediaTypes))), signatures };
}

const isInside = (name: string): boolean => /^META-INF\//i.test(name);

async function opened(file: Bytes, policy: CheckPolicy, findings: Findings<ContainerRule>): Promise<ZipEntry[] | null> {
  try {
    const entries = await readZip(file, policy.limits);
    for (const rule of ['archive', 'archive-names', 'archive-size'] as const) findings.note(rule, true);
    return entries;
  } catch (fault) {
    if (fault instanceof UnfitArchive) findings.note(fault.fault, false, fault.message);
    else findings.note('archive', false, (fault as Error).message);
    return null;
  }
}

/** EN 319 162-1, A.1. A line break at the end is written by some and tolerated by the EU's reference validator. */
function checkType([first]: readonly ZipEntry[], findings: Findings<ContainerRule>): void {
  const says = first && new TextDecoder().decode(first.content).replace(/\r?\n$/, '');
  findings.note('mimetype', first?.name === 'mimetype' && first.isStored && !first.hasExtraField && says === CONTAINER_TYPE, first ? (first.name === 'mimetype' ? `mimetype: ${printable(says ?? '')}` : printable(first.name)) : 'empty');
}

const MOST_SHOWN = 80;
/** The beginning of what a container says, with a space in place of what is not printed: the first file may be anything. */
const printable = (words: string): string => words.slice(0, MOST_SHOWN).replaceAll(/[\p{C}\uFFFD\s]+/gu, ' ').trim() + (words.length > MOST_SHOWN ? '…' : '');

function manifestOf(entries: readonly ZipEntry[], findings: Findings<ContainerRule>): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  try {
    const entry = entries.find(({ name }) => name === MANIFEST);
    if (!entry) throw new UnfitXml('it is missing');
    const root = parseXml(entry.content);
    if (root.namespaceURI !== NS.manifest || root.localName !== 'manifest') throw new UnfitXml('it is another kind of XML');
    for (const one of childrenOf(root, NS.manifest, 'file-entry')) {
      const [path, type] = ['full-path', 'media-type'].map((name) => one.getAttributeNodeNS(NS.manifest, name)?.value);
      if (path === undefined || type === undefined) throw new UnfitXml('an entry without path or type');
      if (types.has(path)) throw new UnfitXml(`${path} stands twice`);
      if (path !== '/' && !path.startsWith('META-INF/') && !MIME.test(type)) throw new UnfitXml(`${type} is no media type`);
      types.set(path, type);
    }
    findings.note('manifest', types.get('/') === CONTAINER_TYPE, `the container's type is ${types.get('/') ?? 'missing'}`);
  } catch (fault) {
    findings.note('manifest', false, (fault as Error).message);
  }
  return types;
}

/** Some list their own signatures too, which is harmless; what is listed must be there, and what is there listed. */
function checkManifest(mediaTypes: ReadonlyMap<string, string>, names: readonly string[], findings: Findings<ContainerRule>): void {
  const unlisted = names.filter((name) => !mediaTypes.has(name));
  const missing = [...mediaTypes.keys()].filter((path) => path !== '/' && !path.endsWith('/') && path !== 'mimetype' && !isInside(path) && !names.includes(path));
  findings.note('manifest-complete', unlisted.length + missing.length === 0, [...unlisted, ...missing].join(', '));
}

async function checkSignatures(entries: readonly ZipEntry[], contents: Contents, policy: CheckPolicy, now: Date): Promise<SignatureReport[]> {
  const reports: SignatureReport[] = [];
  for (const { name, content } of entries.filter((one) => SIGNATURES.test(one.name))) {
    if (reports.length >= MOST_SIGNATURES) return [...reports, unreadable(name, TOO_MANY)];
    try {
      const found = signaturesIn(parseXml(content));
      for (const signature of found) reports.push(await checkSignature(name, signature, contents, policy, now));
    } catch (fault) {
      reports.push(unreadable(name, (fault as Error).message));
    }
  }
  return reports;
}

/** The signatures of a file of them. @throws UnfitXml */
export function signaturesIn(root: Element): Element[] {
  if (root.namespaceURI !== NS.asic || root.localName !== 'XAdESSignatures') throw new UnfitXml('it is another kind of XML');
  const repeated = repeatedId(root);
  if (repeated !== null) throw new UnfitXml(`the identifier ${repeated} stands twice`);
  const found = elementsOf(root);
  if (found.length > MOST_SIGNATURES) throw new UnfitXml(TOO_MANY);
  if (found.length === 0 || found.some((one) => one.namespaceURI !== NS.ds || one.localName !== 'Signature')) throw new UnfitXml('it has something else than signatures');
  for (const one of found) attributeOf(one, 'Id');
  return found;
}

function unreadable(file: string, why: string): SignatureReport {
  const findings = findingsOf(SIGNATURE_RULES);
  findings.note('signature-form', false, why);
  return { file, ...NOBODY, findings: findings.list };
}

const checkedFile = async ([name, content]: readonly [string, Bytes], mediaTypes: ReadonlyMap<string, string>): Promise<CheckedFile> => ({
  name,
  mime: mediaTypes.get(name) ?? null,
  size: content.length,
  sha256: hex(await digestOf('SHA-256', content)),
  content,
});
