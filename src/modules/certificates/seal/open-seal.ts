import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import {
  type Certificate, type ContainerSealer, cscSeal, ocspClient, pkcs11Seal, pkcs12Seal, preflight, preflightOfSealer, type PreflightStep, rememberedAnswers, type SealCertificate, type SealProvider, type SealServices, signApiSealer, type TrustAnchors,
} from '#platform/documents/public.js';
import { certificatesIn, contentOf, NoSeal, openTrust } from './open-trust.js';
import { kindOfSeal, type SealKind, SealSettings } from './seal-settings.js';

/** The agency's seal as the settings say, with what it needs. */
export interface OpenSeal {
  readonly kind: SealKind;
  /** Who makes the containers: this program with a key and services, or a service that seals whole files. */
  readonly way: { readonly made: 'here'; readonly services: SealServices } | { readonly made: 'elsewhere'; readonly sealer: ContainerSealer };
  certificate(): Promise<SealCertificate>;
  /** Everything that a batch needs, tried on a probe. */
  tryBeforehand(until: Date): Promise<PreflightStep[]>;
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
  const asksQualified = production && settings.SEAL_NOT_QUALIFIED === undefined;
  const asked = (until: Date) => ({ clock, until, production: asksQualified });
  if (kind === 'sign-api') {
    const sealer = await openSignApi(settings, anchors, clock);
    return { kind, way: { made: 'elsewhere', sealer }, certificate: () => sealer.certificate(), tryBeforehand: (until) => preflightOfSealer(sealer, asked(until)), anchors, asksQualified, close: nothing };
  }
  const { seal, close } = await SEALS[kind](settings, authorities, { production, clock });
  const { SEAL_REVOCATION_URL: url, SEAL_AUTHORITY_REVOCATION_URL: above } = settings;
  const authorityRevocation = above === undefined ? {} : { authorityRevocation: rememberedAnswers(ocspClient({ url: above, clock, isOfAuthorities: true }), clock) };
  const services: SealServices = { seal, timeStamps, revocation: ocspClient({ url: url!, clock }), ...authorityRevocation };
  return { kind, way: { made: 'here', services }, certificate: () => seal.certificate(), tryBeforehand: (until) => preflight(services, asked(until)), anchors, asksQualified, close };
}

/** LVRTC's service seals with a file that it has given: production says that such a seal is only advanced. */
async function openSignApi(settings: SealSettings, anchors: TrustAnchors, clock: Clock): Promise<ContainerSealer> {
  const { SEAL_SIGN_API_URL: url, SEAL_SIGN_API_TOKEN_URL: tokenUrl, SEAL_SIGN_API_CLIENT_ID: clientId, SEAL_SIGN_API_CLIENT_SECRET: clientSecret, SEAL_SIGN_API_PASSWORD: password } = settings;
  const [authCertificate] = await certificatesIn(settings.SEAL_SIGN_API_CERTIFICATE!);
  const [file, publicKey] = [await contentOf(settings.SEAL_SIGN_API_FILE!), (await contentOf(settings.SEAL_SIGN_API_KEY!)).toString('utf8')];
  try {
    return signApiSealer({ url: url!, tokenUrl: tokenUrl!, clientId: clientId!, clientSecret: clientSecret!, file, password: password!, publicKey, authCertificate: authCertificate!.der, anchors, clock });
  } catch (cause) {
    throw new NoSeal(UNFIT_FILE, cause);
  }
}

type Opened = { readonly seal: SealProvider; readonly close: () => void };
type Opens = (settings: SealSettings, authorities: readonly Certificate[], how: { readonly production: boolean; readonly clock: Clock }) => Promise<Opened>;
const nothing = () => undefined;

const SEALS: Readonly<Record<Exclude<SealKind, 'sign-api'>, Opens>> = {
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
const UNFIT_FILE: Text = {
  lv: 'Zīmoga datni SEAL_SIGN_API_FILE nevar atvērt, vai SEAL_SIGN_API_KEY nav publiskā atslēga. Administrators pārbauda datnes un paroli.',
  en: 'The file of the seal SEAL_SIGN_API_FILE cannot be opened, or SEAL_SIGN_API_KEY is no public key. An administrator checks the files and the password.',
};
