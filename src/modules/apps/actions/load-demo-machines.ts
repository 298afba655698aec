import { findUserByLogin } from '#modules/access/public.js';
import { markTechnicalUser } from '#modules/authentication/public.js';
import type { Write } from '#platform/db/transaction.js';
import { hashOf } from '../domain/secrets.js';
import { insertClient } from '../store/clients.js';

/** A machine of the demonstration: its identifier and secret are known to everyone, as the passwords of its users are. */
export interface DemoMachine {
  readonly id: string;
  readonly secret: string;
  /** The technical user it acts as. */
  readonly login: string;
  readonly titleLv: string;
  readonly titleEn: string;
}

const LOADER = 'made-up data';

/** Registers machines of the demonstration for technical users that are there. */
export async function loadDemoMachines(tx: Write, machines: readonly DemoMachine[], now: Date): Promise<void> {
  for (const { id, secret, login, titleLv, titleEn } of machines) {
    const user = await findUserByLogin(tx, login);
    if (!user) continue;
    await markTechnicalUser(tx, user.id, user.id, now);
    const facts = { titleLv, titleEn, redirectUris: [], postLogoutUris: [], backChannelUri: null, leastLevel: 'low' as const, networks: [], sector: id, firstParty: false, scopes: [] };
    await insertClient(tx, { ...facts, id, kind: 'machine', unitId: null, institutionId: null, userId: user.id, secretHash: hashOf(secret) }, LOADER, now);
  }
}
