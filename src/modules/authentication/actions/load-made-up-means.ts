import { demoUsers } from '#modules/access/public.js';
import { findByRegNr, listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { chanceOf } from '#kernel/chance.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { inDrawnOrder } from '#kernel/latvian-order.js';
import type { Write } from '#platform/db/transaction.js';
import { FACTORS } from '../domain/factors.js';
import { NO_POLICY, type Policy } from '../domain/policy.js';
import { findUnitOfLogin, insertMadeUpIdentities } from '../store/made-up-means.js';
import { replaceNationalDay } from '../store/national-days.js';
import { insertPasswordEnd } from '../store/password-ends.js';
import { replacePolicy } from '../store/policies.js';

const LOADER = 'made-up data';
/** So that whoever tries the program can do it by password alone, also on the day of the made-up reform. */
const DAYS_TO_THE_NATIONAL_DAY = 730;

/** How far a made-up municipality has come: its days, counted from today, and how many of a hundred users are ready. */
const STEPS: readonly { readonly administrators: number | null; readonly everybody: number | null; readonly end: number | null; readonly ready: number }[] = [
  { administrators: null, everybody: null, end: null, ready: 10 },
  { administrators: null, everybody: 120, end: 240, ready: 35 },
  { administrators: -20, everybody: 60, end: 150, ready: 55 },
  { administrators: -150, everybody: -30, end: 40, ready: 85 },
  { administrators: -300, everybody: -200, end: -60, ready: 100 },
];

/**
 * Shows municipalities at every step of the change to safe sign-in. Ready made-up users are linked to identities of Smart-ID that
 * no one can prove. The municipality of the demonstration's users is left as it is, so that all of them can sign in by password; so is that of a school at which another of them works.
 */
export async function loadMadeUpMeans(tx: Write, { seed, today, now }: { readonly seed: number; readonly today: IsoDate; readonly now: Date }): Promise<void> {
  await replaceNationalDay(tx, { secondFactorFrom: addDays(today, DAYS_TO_THE_NATIONAL_DAY), basis: 'Izdomāts piemērs' }, LOADER, now);
  const elsewhere: (string | undefined)[] = [];
  for (const { regNr } of demoUsers()) if (regNr) elsewhere.push((await findByRegNr(tx, regNr))?.id);
  const leaveAlone = await findUnitOfLogin(tx, demoUsers().find((user) => user.place === 'municipality')!.login);
  const chance = chanceOf(seed);
  const units = (await listUnitsOn(tx, today)).toSorted((one, other) => inDrawnOrder(one.name, other.name));
  const founded = await listInstitutionsOfUnits(tx, units.map((unit) => unit.unitId), today);
  for (const { unitId } of units.filter((unit) => unit.unitId !== leaveAlone)) {
    const step = STEPS[Math.min(chance.below(6), chance.below(6), 4)]!;
    if (founded.some((one) => one.unitId === unitId && elsewhere.includes(one.id))) continue;
    const people = { unitId, institutionIds: founded.filter((one) => one.unitId === unitId).map((one) => one.id) };
    await insertMadeUpIdentities(tx, people, step.ready, now);
    if (step.everybody === null) continue;
    await replacePolicy(tx, unitId, { ...policyOf(step, today), basis: 'Izdomāts piemērs' }, LOADER, now);
    if (step.end !== null && step.end < 0) await insertPasswordEnd(tx, { unitId, kind: 'ended', at: now, reopenedUntil: null, hours: null, lockedOut: 0, reason: '', byUser: LOADER });
  }
}

function policyOf({ administrators, everybody, end }: (typeof STEPS)[number], today: IsoDate): Policy {
  const day = (days: number | null) => (days === null ? null : addDays(today, days));
  return { ...NO_POLICY, allowed: FACTORS, administratorsFrom: day(administrators), secondFactorFrom: day(everybody), passwordsEndOn: day(end) };
}
