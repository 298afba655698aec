import { findUserByLogin, loadDemoMachineUsers } from '#modules/access/public.js';
import { findByRegNr } from '#modules/institutions/public.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { insertBinding } from '../store/journal-schools.js';
import { findJournal, insertContact, insertJournal } from '../store/journals.js';

/** A made-up e-journal; its machine's secret is as well known as the passwords of the demonstration's users. */
export interface MadeUpJournal {
  readonly code: string;
  readonly name: string;
  readonly vendor: string;
  readonly contact: string;
  /** The demonstration user as whom the contact signs in. */
  readonly contactLogin?: string;
  readonly login: string;
  readonly clientId: string;
  readonly secret: string;
}

/** Two e-journals with different habits, as `simulators/e-journal` plays them. */
export const MADE_UP_JOURNALS: readonly MadeUpJournal[] = [
  {
    code: 'zalais', name: 'Zaļais žurnāls', vendor: 'SIA Zaļā lapa', contact: 'Zane Lapiņa', contactLogin: 'uzturetajs', login: 'sistema.zalais',
    clientId: '0e000000-0000-4000-8000-00000000000a', secret: 'vienkopus-demo-2026-zalais',
  },
  {
    code: 'klases-soma', name: 'Klases soma', vendor: 'SIA Somas', contact: 'Toms Somiņš', login: 'sistema.klases-soma',
    clientId: '0e000000-0000-4000-8000-00000000000b', secret: 'vienkopus-demo-2026-klases-soma',
  },
];

const LOADER = 'made-up data';

/** Registers the made-up e-journals and confirms them for the schools of the demonstration. Safe to repeat. */
export async function loadMadeUpJournals(tx: Write, { today, recordedAt, schools }: { today: IsoDate; recordedAt: Date; schools: readonly string[] }): Promise<void> {
  await loadDemoMachineUsers(tx, MADE_UP_JOURNALS.map(({ login, name }) => ({ login, name: `Sistēma: ${name}`, roleCode: 'e-journal' })), { today, recordedAt });
  const head = await findUserByLogin(tx, 'vaditajs');
  for (const { code, name, vendor, contact, contactLogin, login } of MADE_UP_JOURNALS) {
    if (await findJournal(tx, code)) continue;
    const user = await findUserByLogin(tx, login);
    const contactUser = contactLogin ? await findUserByLogin(tx, contactLogin) : undefined;
    const id = await insertJournal(tx, { code, name, vendor, userId: user?.id ?? null }, LOADER, recordedAt);
    await insertContact(tx, { journalId: id, name: contact, email: `${code}@vienkopus.example`, userId: contactUser?.id ?? null }, LOADER, recordedAt);
    for (const regNr of schools) {
      const school = await findByRegNr(tx, regNr);
      if (school) await insertBinding(tx, { journalId: id, institutionId: school.id, validFrom: addDays(today, -120) }, head?.id ?? LOADER, recordedAt);
    }
  }
}
