import type { Clock } from '#kernel/clock.js';
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSending } from './e-journal/sending.js';
import { startEJournal } from './e-journal/simulator.js';
import { startEparaksts } from './eparaksts/simulator.js';
import { startLatvijaLv } from './latvija-lv/simulator.js';
import { DEMO_PEOPLE, PUPILS } from './people.js';
import { startSmartId } from './smart-id/simulator.js';
import { startTrustServices } from './trust-services/simulator.js';

const NAMES = ['smart-id', 'eparaksts', 'latvija-lv', 'e-klase', 'mykoob', 'journals', 'trust-services'] as const;
/** Where each listens; a free port where none is said. */
export type Ports = Partial<Record<(typeof NAMES)[number], number>>;

export interface Simulators {
  /** What the program's environment must say to find them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly ports: Required<Ports>;
  stop(): Promise<void>;
}

/** The school of the demonstration's users, and one that knows no e-journal (src/modules/institutions begins made-up numbers so). */
const [SCHOOL, STRANGER] = ['9900000001', '9900000002'];
const FIRST_MONTH = 8;

/** The school year that goes on. */
const yearOf = (now: Date): number => (now.getMonth() >= FIRST_MONTH ? now.getFullYear() : now.getFullYear() - 1);

/** Starts every outside system of the demonstration: identity providers, trust services that seals need, and e-journals that send to `vienkopus`. Keys are kept in `folder`, so that a program already running goes on trusting them. */
export async function startSimulators({ ports = {}, folder, clock, vienkopus = 'http://localhost:3000' }: { ports?: Ports; folder: string; clock: Clock; vienkopus?: string }): Promise<Simulators> {
  const people = Object.values(DEMO_PEOPLE);
  const [smartId, eparaksts, latvijaLv, eKlase, mykoob, journals, trustServices] = await Promise.all([
    startSmartId({ port: ports['smart-id'] ?? 0, folder, people, clock }),
    startEparaksts({ port: ports.eparaksts ?? 0, people, clock }),
    startLatvijaLv({ port: ports['latvija-lv'] ?? 0, folder, people, clock }),
    startEJournal({ port: ports['e-klase'] ?? 0, id: 'e-klase', title: 'E-klase', people: PUPILS, clock }),
    startEJournal({ port: ports.mykoob ?? 0, id: 'mykoob', title: 'Mykoob', people: PUPILS, clock }),
    startSending({ port: ports.journals ?? 0, vienkopus, institution: SCHOOL, stranger: STRANGER, year: yearOf(clock.now()), month: `M${String(clock.now().getMonth() + 1).padStart(2, '0')}` }),
    startTrustServices({ port: ports['trust-services'] ?? 0, folder, clock }),
  ]);
  const all = { 'smart-id': smartId, eparaksts, 'latvija-lv': latvijaLv, 'e-klase': eKlase, mykoob, journals, 'trust-services': trustServices };
  const file = (name: string, content: string | Buffer) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    settings: {
      SMART_ID_URL: smartId.settings.url,
      SMART_ID_UUID: smartId.settings.uuid,
      SMART_ID_NAME: smartId.settings.name,
      SMART_ID_SCHEME: smartId.settings.scheme,
      SMART_ID_CA: file('smart-id-authorities.pem', smartId.settings.authority),
      EPARAKSTS_URL: eparaksts.settings.url,
      EPARAKSTS_CLIENT_ID: eparaksts.settings.clientId,
      EPARAKSTS_CLIENT_SECRET: eparaksts.settings.clientSecret,
      LATVIJA_LV_URL: latvijaLv.settings.url,
      LATVIJA_LV_REALM: latvijaLv.settings.realm,
      LATVIJA_LV_ISSUER: latvijaLv.settings.issuer,
      LATVIJA_LV_CERTIFICATE: file('latvija-lv.pem', latvijaLv.settings.certificate),
      SIMULATED_JOURNALS: journals.settings.url,
      SEAL_FILE: file('seal.p12', trustServices.seal('seal-rsa')),
      SEAL_PASSWORD: trustServices.settings.password,
      SEAL_AUTHORITIES: file('seal-authorities.pem', trustServices.settings.authorities),
      SEAL_TIME_STAMP_URL: trustServices.settings.timeStampUrl,
      SEAL_REVOCATION_URL: trustServices.settings.revocationUrl,
      SEAL_AUTHORITY_REVOCATION_URL: trustServices.settings.revocationUrl,
      E_JOURNALS: JSON.stringify([eKlase.settings, mykoob.settings]),
    },
    ports: Object.fromEntries(NAMES.map((name) => [name, Number(new URL(all[name].address).port)])) as Required<Ports>,
    stop: async () => void (await Promise.all(Object.values(all).map((one) => one.stop()))),
  };
}
