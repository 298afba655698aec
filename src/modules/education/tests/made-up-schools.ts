import { actorOf, ownUserId } from '#modules/access/public.js';
import { demo, fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import type { Refusal } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { makeClass } from '../actions/classes.js';
import { keepClasses, keepPupils, keepTeachers, orderRollover, seePupils } from '../permissions.js';
import { actorWith } from '#test/test-platform.js';

export const BASIC = '21011111';
const PRESCHOOL = '01011111';

/** A pupil of the register of persons with a code that can belong to nobody. */
export interface Someone {
  readonly id: string;
  readonly code: string;
  readonly family: string;
}

export interface Schools {
  readonly t: TestPlatform;
  /** Two schools of one municipality, the second closed from 31.08.2027 on in the third's place. */
  readonly institutions: readonly string[];
  readonly regNrs: readonly string[];
  readonly secretary: Actor;
  readonly other: Actor;
  as(role: string): Promise<Actor>;
  /** A child born in a year. */
  child(bornOn?: string, code?: boolean): Promise<Someone>;
  aClass(regNr: string, title: string, year?: number): Promise<string>;
  rows<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
}

const STAFF = [seePupils, keepPupils, keepClasses, keepTeachers, orderRollover];

/** Three licensed schools, the secretary of the first by their demonstration user and another of the second. */
export async function schools({ now }: { now?: string } = {}): Promise<Schools> {
  const t = await testPlatform(now ? { now } : {});
  const { institutions } = await fillWithUsers(t);
  const rows = async <R extends object>(text: string, values: unknown[] = []) => (await t.database.pool.query<R>(text, values)).rows;
  await rows(
    `insert into education.licence (institution_id, programme_code, licence_nr, valid_from, recorded_at, recorded_by)
     select i, p, 'V-1', '2010-09-01', now(), 'test' from unnest($1::uuid[]) i, unnest($2::text[]) p`,
    [institutions, [BASIC, PRESCHOOL]],
  );
  const user = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
  const secretary = await user(demo('school-secretary').login);
  const own = institutions.findIndex((id) => secretary.scopes.get(keepPupils.name)?.institutionIds.includes(id));
  const order = [institutions[own]!, ...institutions.filter((_, at) => at !== own)];
  const numbers = await rows<{ id: string; reg_nr: string }>('select id, reg_nr from institutions.institution where id = any($1::uuid[])', [order]);
  let made = 0;
  return {
    t,
    institutions: order,
    regNrs: order.map((id) => numbers.find((one) => one.id === id)!.reg_nr),
    secretary,
    other: actorWith(STAFF, { everywhere: false, institutionIds: [order[1]!] }),
    as: (role) => user(demo(role).login),
    rows,
    async child(bornOn = '2015-05-05', code = true) {
      made += 1;
      const digits = `4505${String(1_000_000 + made)}`;
      const family = `Paraugs${'abcdefghij'[made % 10]}`;
      const [person] = await rows<{ id: string }>(
        `insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) values ($1, 'female', platform.search_key($2), platform.search_key('Anna'), now(), 'test') returning id`,
        [bornOn, family],
      );
      await rows(`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) values ($1, 'Anna', $2, $3, now(), 'test')`, [person!.id, family, bornOn]);
      if (code) await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, $2, $3, now(), 'test')`, [person!.id, digits, bornOn]);
      return { id: person!.id, code: code ? digits : '', family };
    },
    aClass: async (regNr, title, year = 2026) =>
      (await t.perform(makeClass, { regNr, year: String(year), kind: 'class', grade: String(Number.parseInt(title, 10)), title, programmeCode: BASIC }, actorWith(STAFF))).id,
  };
}

export const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('was not refused');
    },
    (error: Refusal) => error,
  );

export const noticesOf = ({ rows }: Schools, who: Actor): Promise<{ kind: string; link: string }[]> => rows('select kind, link from platform.notice where user_id = $1 order by told_at, id', [ownUserId(who)]);
