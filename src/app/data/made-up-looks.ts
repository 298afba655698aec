import { dayInRiga, instantInRiga } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, weekday } from '#kernel/iso-date.js';
import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { viewCard } from '#modules/persons/actions/view-card.js';
import { perform, type Platform } from '#platform/actions/perform.js';

interface MadeUpLook {
  /** The demonstration user who looks. */
  readonly login: string;
  readonly daysAgo: number;
  readonly time: string;
  readonly reason: string;
  readonly caseReference: string;
}

const LOOKS: readonly MadeUpLook[] = [
  { login: 'iedzivotaji', daysAgo: 26, time: '10:12:00', reason: 'application', caseReference: 'IES-118' },
  { login: 'izglitiba', daysAgo: 19, time: '14:40:00', reason: 'education', caseReference: 'IZGL-7' },
  { login: 'iedzivotaji', daysAgo: 11, time: '09:05:00', reason: 'data-quality', caseReference: 'PARB-31' },
  { login: 'iedzivotaji', daysAgo: 4, time: '15:27:00', reason: 'child-protection', caseReference: 'BT-204' },
];

/**
 * Officials of the demonstration look at its resident on earlier working days, by the very action that opens a card, so that the
 * resident finds something under "Who looked at my data". Who may not see that resident leaves no trace, as ever.
 */
export async function makeUpLooks(platform: Platform): Promise<void> {
  const { read } = platform.database;
  const today = platform.clock.today();
  const actorNamed = async (login: string) => {
    const user = await findUserByLogin(read, login);
    return user && actorOf(read, user.id, today);
  };
  const resident = await actorNamed('iedzivotajs');
  if (!resident?.personId) return;
  for (const { login, daysAgo, time, reason, caseReference } of LOOKS) {
    const actor = await actorNamed(login);
    if (!actor) continue;
    const at = instantInRiga(workingDay(addDays(today, -daysAgo)), time);
    const then = { ...platform, clock: { now: () => at, today: () => dayInRiga(at) } };
    await perform(then, viewCard, { id: resident.personId, caseReference }, { actor, reason }).catch(unlessNotTheirs);
  }
}

/** The day itself, or the Friday before a weekend. */
const workingDay = (day: IsoDate): IsoDate => addDays(day, Math.min(0, 5 - weekday(day)));

function unlessNotTheirs(error: unknown): void {
  if (!(error instanceof NotFound)) throw error;
}
