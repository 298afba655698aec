import { readFile } from 'node:fs/promises';
import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import { type Certificate, certificatesOf, type TimeStampAuthority, timeStampClient, type TrustAnchors } from '#platform/documents/public.js';
import { type Fetch, outward } from '#platform/http/outward.js';
import type { SealSettings } from './seal-settings.js';

/** The settings name no seal, or what they name cannot be opened: an administrator is told what to do. */
export class NoSeal extends Error {
  readonly text: Text;
  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}

/** Whom a seal and its time stamps rest on. */
export interface Trust {
  readonly authorities: readonly Certificate[];
  readonly timeStamps: TimeStampAuthority;
  readonly anchors: TrustAnchors;
}

/** @throws NoSeal */
export async function openTrust(settings: SealSettings, clock: Clock): Promise<Trust> {
  const authorities = await certificatesIn(settings.SEAL_AUTHORITIES!);
  const timeStamping = settings.SEAL_TIME_STAMP_AUTHORITIES ? await certificatesIn(settings.SEAL_TIME_STAMP_AUTHORITIES) : authorities;
  const policy = settings.SEAL_TIME_STAMP_POLICY;
  const fetch = await wayToStamps(settings);
  const timeStamps = timeStampClient({ url: settings.SEAL_TIME_STAMP_URL!, anchors: timeStamping, clock, ...(policy && { policy }), ...(fetch && { fetch }) });
  return { authorities, timeStamps, anchors: { signing: authorities, timeStamping } };
}

const [MOST_BYTES, WITHIN_MS] = [256 * 1024, 10_000];

/** Services such as LVRTC's know their callers by a TLS certificate; undefined where the machine's own way out serves. */
async function wayToStamps({ SEAL_TIME_STAMP_CERTIFICATE: certificate, SEAL_TIME_STAMP_KEY: key, SEAL_TIME_STAMP_TLS_CA: authorities }: SealSettings): Promise<Fetch | undefined> {
  if (certificate === undefined && authorities === undefined) return undefined;
  const textOf = async (path: string) => (await contentOf(path)).toString('utf8');
  const ca = authorities === undefined ? null : await textOf(authorities);
  const client = certificate === undefined || key === undefined ? {} : { client: { cert: await textOf(certificate), key: await textOf(key) } };
  return outward({ reach: 'anywhere', ca, ...client, mostBytes: MOST_BYTES, withinMs: WITHIN_MS });
}

/** Certificates in a file that the settings name. @throws NoSeal */
export async function certificatesIn(path: string): Promise<Certificate[]> {
  const pem = (await contentOf(path)).toString('utf8');
  try {
    const found = certificatesOf(pem);
    if (found.length > 0) return found;
  } catch (cause) {
    throw new NoSeal(NO_CERTIFICATES, cause);
  }
  throw new NoSeal(NO_CERTIFICATES);
}

/** A file that the settings name. @throws NoSeal */
export const contentOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((cause: unknown) => {
    throw new NoSeal(UNREADABLE, cause);
  });

const UNREADABLE: Text = {
  lv: 'Zīmoga iestatījumos norādīto datni nevar nolasīt. Administrators pārbauda SEAL_FILE, SEAL_SIGN_API_…, SEAL_AUTHORITIES un SEAL_TIME_STAMP_CERTIFICATE.',
  en: 'A file named in the settings of the seal cannot be read. An administrator checks SEAL_FILE, SEAL_SIGN_API_…, SEAL_AUTHORITIES and SEAL_TIME_STAMP_CERTIFICATE.',
};
const NO_CERTIFICATES: Text = {
  lv: 'Datnē, ko norāda SEAL_AUTHORITIES, SEAL_TIME_STAMP_AUTHORITIES vai SEAL_SIGN_API_CERTIFICATE, nav sertifikātu (PEM).',
  en: 'The file that SEAL_AUTHORITIES, SEAL_TIME_STAMP_AUTHORITIES or SEAL_SIGN_API_CERTIFICATE names holds no certificates (PEM).',
};
