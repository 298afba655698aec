import type { Clock } from '#kernel/clock.js';
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEJournal } from './e-journal/simulator.js';
import { startEparaksts } from './eparaksts/simulator.js';
import { startLatvijaLv } from './latvija-lv/simulator.js';
import { DEMO_PEOPLE, PUPILS } from './people.js';
import { startSmartId } from './smart-id/simulator.js';

const NAMES = ['smart-id', 'eparaksts', 'latvija-lv', 'e-klase', 'mykoob'] as const;
/** Where each listens; a free port where none is said. */
export type Ports = Partial<Record<(typeof NAMES)[number], number>>;

export interface Simulators {
  /** What the program's environment must say to find them. */
  readonly settings: Readonly<Record<string, string>>;
  readonly ports: Required<Ports>;
  stop(): Promise<void>;
}

/** Starts every outside identity provider of the demonstration. Keys are kept in `folder`, so that a program already running goes on trusting them. */
export async function startSimulators({ ports = {}, folder, clock }: { ports?: Ports; folder: string; clock: Clock }): Promise<Simulators> {
  const people = Object.values(DEMO_PEOPLE);
  const [smartId, eparaksts, latvijaLv, eKlase, mykoob] = await Promise.all([
    startSmartId({ port: ports['smart-id'] ?? 0, folder, people, clock }),
    startEparaksts({ port: ports.eparaksts ?? 0, people, clock }),
    startLatvijaLv({ port: ports['latvija-lv'] ?? 0, folder, people, clock }),
    startEJournal({ port: ports['e-klase'] ?? 0, id: 'e-klase', title: 'E-klase', people: PUPILS, clock }),
    startEJournal({ port: ports.mykoob ?? 0, id: 'mykoob', title: 'Mykoob', people: PUPILS, clock }),
  ]);
  const all = { 'smart-id': smartId, eparaksts, 'latvija-lv': latvijaLv, 'e-klase': eKlase, mykoob };
  const file = (name: string, pem: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), pem);
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
      E_JOURNALS: JSON.stringify([eKlase.settings, mykoob.settings]),
    },
    ports: Object.fromEntries(NAMES.map((name) => [name, Number(new URL(all[name].address).port)])) as Required<Ports>,
    stop: async () => void (await Promise.all(Object.values(all).map((one) => one.stop()))),
  };
}
