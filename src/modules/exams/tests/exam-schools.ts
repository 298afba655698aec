import { enrol } from '../../education/actions/enrol.js';
import { BASIC, type Schools, schools, type Someone } from '../../education/tests/made-up-schools.js';
import { fixedClock } from '#kernel/clock.js';
import type { Action } from '#platform/actions/action.js';
import type { Actor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { scopeOf } from '#platform/actions/permission.js';
import type { Waiting } from '#platform/actions/work-kind.js';
import { actorWith } from '#test/test-platform.js';
import { setEvent } from '../actions/keep-catalogue.js';
import { confirmSitting, openRegistration, registerPupils } from '../actions/register.js';
import { viewSitting } from '../actions/view-sittings.js';
import { examWork } from '../actions/waiting-work.js';
import type { Tab } from '../store/entries.js';
import { annul, keepExams, leadExams, registerEntries, seeCodes, seeSittings } from '../permissions.js';

const BASIS = { legalBasis: 'Izdomāts rīkojums Nr. 1', verified: 'yes' };
export const EXAM_DAY = '2026-05-20';

export interface ExamSchools extends Schools {
  /** Leads exams at the first school, and at the second. */
  readonly superuser: Actor;
  readonly otherSuperuser: Actor;
  readonly manager: Actor;
  readonly ninth: string;
  readonly eventOf: (code: string, term?: 'main' | 'extra') => Promise<string>;
  /** A pupil of grade 9 of the first school. */
  pupil(): Promise<Someone>;
  /** Performs an action on another day, at noon. */
  on<I, O>(day: string, action: Action<I, O>, input: unknown, actor: Actor, reason?: string): Promise<O>;
  /** Pupils registered and confirmed for an exam of the first school. @returns the sitting */
  sittingOf(code: string, pupils: readonly Someone[]): Promise<string>;
  entryOf(sittingId: string, pupil: Someone): Promise<string>;
  /** Family names on a side of a sitting. */
  onTab(sittingId: string, tab: Tab, actor?: Actor): Promise<string[]>;
}

const LEADING = [seeSittings, seeCodes, registerEntries, leadExams];

/** The schools of the education register in February 2026, with exams of grade 9 and 12 that have their days. */
/** What the start page of somebody says of one kind of work on a day. */
export async function waitsOf({ t }: ExamSchools, name: string, actor: Actor, day: string): Promise<Waiting> {
  const kind = examWork.find((one) => one.name === name)!;
  const clock = fixedClock(`${day}T12:00:00+02:00`);
  const found = await kind.count({ tx: t.database.read, actor, scope: scopeOf(actor, kind.permission), today: clock.today(), now: clock.now(), installation: t.platform.installation });
  return typeof found === 'number' ? { count: found, due: null } : found;
}

export async function examSchools(): Promise<ExamSchools> {
  const s = await schools({ now: '2026-02-10T12:00:00+02:00' });
  const at = (institution: number, id: string): Actor => ({ ...actorWith(LEADING, { everywhere: false, institutionIds: [s.institutions[institution]!] }), id });
  const superuser = at(0, '00000000-0000-7000-8000-0000000000e1');
  const manager = actorWith([keepExams, seeSittings, seeCodes, registerEntries, annul]);
  for (const [code, day] of [['MAT09', EXAM_DAY], ['LAT09', '2026-05-25'], ['ANGOL', '2026-05-13'], ['MATOL', '2026-05-28']] as const) {
    await s.t.perform(setEvent, { year: 2025, code, term: 'main', heldOn: day, startsAt: '10:00', ...BASIS }, manager);
    await s.t.perform(setEvent, { year: 2025, code, term: 'extra', heldOn: '2026-06-15', startsAt: '10:00', ...BASIS }, manager);
  }
  const ninth = await s.aClass(s.regNrs[0]!, '9.a', 2025);
  const on: ExamSchools['on'] = (day, action, input, actor, reason) => perform({ ...s.t.platform, clock: fixedClock(`${day}T12:00:00+02:00`) }, action, input, { actor, reason: reason ?? null });
  const eventOf: ExamSchools['eventOf'] = async (code, term = 'main') =>
    (await s.rows<{ id: string }>('select e.id from exams.event e join exams.exam x on x.id = e.exam_id where x.year = 2025 and x.code = $1 and e.term = $2', [code, term]))[0]!.id;
  return {
    ...s, superuser, otherSuperuser: at(1, '00000000-0000-7000-8000-0000000000e2'), manager, ninth, on, eventOf,
    async pupil() {
      const child = await s.child('2010-05-05');
      await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2025-09-01', classId: ninth }, s.secretary);
      return child;
    },
    async sittingOf(code, pupils) {
      const eventId = await eventOf(code);
      await s.t.perform(openRegistration, { regNr: s.regNrs[0], eventId }, superuser);
      const { sittingId } = await s.t.perform(registerPupils, { regNr: s.regNrs[0], eventId, persons: pupils.map(({ id }) => id) }, superuser);
      await s.t.perform(confirmSitting, { id: sittingId }, superuser);
      return sittingId;
    },
    entryOf: async (sittingId, { id }) => (await s.rows<{ id: string }>(`select id from exams.entry where sitting_id = $1 and person_id = $2 and state <> 'withdrawn'`, [sittingId, id]))[0]!.id,
    onTab: async (id, tab, actor = superuser) => (await s.t.perform(viewSitting, { id, tab }, actor, 'own-pupils')).entries.map(({ family }) => family),
  };
}
