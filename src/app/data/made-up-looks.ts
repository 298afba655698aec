import { dayInRiga, instantInRiga } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, weekday } from '#kernel/iso-date.js';
import { actorOf, findUserByLogin, listHolders } from '#modules/access/public.js';
import { viewPupil } from '#modules/education/actions/pupils.js';
import { viewCard } from '#modules/persons/actions/view-card.js';
import { findPersonsPermission } from '#modules/persons/permissions.js';
import { listWards } from '#modules/persons/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import type { Actor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';

interface MadeUpLook {
  readonly daysAgo: number;
  readonly time: string;
  readonly reason: string;
  readonly caseReference: string;
}

const LOOKS: readonly MadeUpLook[] = [
  { daysAgo: 26, time: '10:12:00', reason: 'application', caseReference: 'IES-118' },
  { daysAgo: 19, time: '14:40:00', reason: 'municipal-service', caseReference: 'PAK-7' },
  { daysAgo: 11, time: '09:05:00', reason: 'education', caseReference: 'IZGL-31' },
  { daysAgo: 4, time: '15:27:00', reason: 'child-protection', caseReference: 'BT-204' },
];

/** Who keeps the papers of the school of the demonstration. */
const SECRETARY = 'lietvedis';

/**
 * Officials of the municipality where the demonstration's resident lives look at their card on earlier working days, by the very action that opens it, and the school at their
 * children's, so that the resident finds under "Who looked at my data" which institution did. Who may not see them leaves no trace, as ever.
 */
export async function makeUpLooks(platform: Platform): Promise<void> {
  const { read } = platform.database;
  const today = platform.clock.today();
  const actorNamed = async (login: string) => {
    const user = await findUserByLogin(read, login);
    return user && actorOf(read, user.id, today);
  };
  const resident = await actorNamed('iedzivotajs');
  const personId = resident?.personId;
  if (!personId) return;
  let officials = await municipalOfficials(platform, today);
  for (const { daysAgo, time, reason, caseReference } of LOOKS) {
    const then = platformAt(platform, addDays(today, -daysAgo), time);
    const who = await firstWhoMay(officials, (actor) => perform(then, viewCard, { id: personId, caseReference }, { actor, reason }));
    officials = who ? [who] : [];
  }
  const secretary = await actorNamed(SECRETARY);
  const then = platformAt(platform, addDays(today, -8), '11:31:00');
  for (const { id } of secretary ? await listWards(read, personId, today) : []) await firstWhoMay([secretary!], (actor) => perform(then, viewPupil, { id }, { actor, reason: 'education' }));
}

/** Of each municipality somebody who may look people up there, and nowhere else. */
async function municipalOfficials({ database: { read } }: Platform, today: IsoDate): Promise<Actor[]> {
  const right = findPersonsPermission.name;
  const everywhere = new Set((await listHolders(read, right, null, today)).map(({ userId }) => userId));
  const officials: Actor[] = [];
  for (const { unitId } of await listUnitsOn(read, today)) {
    const own = (await listHolders(read, right, unitId, today)).find(({ userId }) => !everywhere.has(userId));
    if (own) officials.push(await actorOf(read, own.userId, today));
  }
  return officials;
}

/** The first of them whose look is not refused. */
async function firstWhoMay(actors: readonly Actor[], look: (actor: Actor) => Promise<unknown>): Promise<Actor | undefined> {
  for (const actor of actors) {
    const may = await look(actor).then(() => true, unlessNotTheirs);
    if (may) return actor;
  }
  return undefined;
}

/** The program as it was at a time of a working day. */
export function platformAt(platform: Platform, day: IsoDate, time: string): Platform {
  const at = instantInRiga(workingDay(day), time);
  return { ...platform, clock: { now: () => at, today: () => dayInRiga(at) } };
}

/** The day itself, or the Friday before a weekend. */
const workingDay = (day: IsoDate): IsoDate => addDays(day, Math.min(0, 5 - weekday(day)));

function unlessNotTheirs(error: unknown): false {
  if (!(error instanceof NotFound)) throw error;
  return false;
}
