import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { type Certificate, cscSeal, ocspClient, pkcs11Seal, pkcs12Seal, type SealProvider, type SealServices, type TrustAnchors } from '#platform/documents/public.js';
import { contentOf, NoSeal, openTrust } from './open-trust.js';
import { kindOfSeal, type SealKind, SealSettings } from './seal-settings.js';

/** The agency's seal as the settings say, with what it needs. */
export interface OpenSeal {
  readonly kind: SealKind;
  readonly services: SealServices;
  /** Whom our own check of a finished container believes. */
  readonly anchors: TrustAnchors;
  /** Whether the certificate must say that it is qualified and its key in a device. */
  readonly asksQualified: boolean;
  close(): void;
}

/** @throws NoSeal; TrustServiceError, Pkcs11Error or Pkcs11SetUp of what holds the key */
export async function openSeal({ outside, production }: Pick<Installation, 'outside' | 'production'>, clock: Clock): Promise<OpenSeal> {
  const settings = SealSettings.parse(outside);
  const kind = kindOfSeal(settings);
  if (kind === null) throw new NoSeal(NOT_SET);
  const { authorities, timeStamps, anchors } = await openTrust(settings, clock);
  const { seal, close } = await SEALS[kind](settings, authorities, { production, clock });
  return {
    kind,
    services: {
      seal,
      timeStamps,
      revocation: ocspClient({ url: settings.SEAL_REVOCATION_URL!, clock }),
    },
    anchors,
    asksQualified: production && settings.SEAL_NOT_QUALIFIED === undefined,
    close,
  };
}

type Opened = { readonly seal: SealProvider; readonly close: () => void };
type Opens = (settings: SealSettings, authorities: readonly Certificate[], how: { readonly production: boolean; readonly clock: Clock }) => Promise<Opened>;
const nothing = () => undefined;

const SEALS: Readonly<Record<SealKind, Opens>> = {
  async file({ SEAL_FILE: path, SEAL_PASSWORD: password }, _authorities, { production }) {
    return { seal: pkcs12Seal({ file: await contentOf(path!), password: password!, production }), close: nothing };
  },
  async device(settings, certificates) {
    const { SEAL_PKCS11_LIBRARY: library, SEAL_PKCS11_TOKEN: token, SEAL_PKCS11_PIN: pin, SEAL_PKCS11_KEY: key } = settings;
    const seal = await pkcs11Seal({ library: library!, token: token!, pin: pin!, keyId: Buffer.from(key!, 'hex'), certificates });
    return { seal, close: () => seal.close() };
  },
  async remote(settings, _authorities, { clock }) {
    const { SEAL_CSC_URL: url, SEAL_CSC_TOKEN_URL: tokenUrl, SEAL_CSC_CLIENT_ID: clientId, SEAL_CSC_CLIENT_SECRET: clientSecret, SEAL_CSC_CREDENTIAL: credentialId, SEAL_CSC_PIN: pin } = settings;
    return { seal: await cscSeal({ url: url!, tokenUrl: tokenUrl!, clientId: clientId!, clientSecret: clientSecret!, credentialId: credentialId!, clock, ...(pin !== undefined && { pin }) }), close: nothing };
  },
};

const NOT_SET: Text = {
  lv: 'Šai programmai nav iestatīts zīmogs. Administrators to norāda iestatījumos SEAL_…; tad mēģiniet vēlreiz.',
  en: 'This program has no seal set up. An administrator names it in the settings SEAL_…; then try again.',
};
