import { z } from 'zod';
import { findInstitutions } from '#modules/institutions/actions/find-institutions.js';
import { findPersons } from '#modules/persons/actions/find-persons.js';
import { findPersonsPermission } from '#modules/persons/permissions.js';
import type { Action } from '#platform/actions/action.js';
import { type Actor, ANONYMOUS, EVERYWHERE, NOWHERE, type Scope } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { sql } from '#platform/db/sql.js';
import type { Result } from '../measuring/result.js';
import { repeatFor } from '../measuring/timings.js';
import type { BenchPlatform } from '../platform/bench-platform.js';

const SECONDS = 4;
const SEARCHERS = 2;
const EXAMPLES = 500;

const Person = z.object({ family: z.string(), given: z.string(), code: z.string(), unitId: z.number() });
type Person = z.infer<typeof Person>;

const WORDS = ['vidusskola', 'sakum', 'rigas', 'bernudarzs', 'muzikas', 'cesu pamat', 'jurm', 'psk', 'sporta', 'valmier'];

/** Searches as people do them, each logged where it must be: everything but the page around the answer. */
export async function search({ platform, database }: BenchPlatform): Promise<Result[]> {
  const people = await database.read.all(Person, SOME_PEOPLE);
  const [former, present] = [await database.read.all(Municipality, municipalitiesOn('2016-06-30')), await database.read.all(Municipality, municipalitiesOn('2021-07-01'))];
  const measure = async <I, O>(what: string, action: Action<I, O>, asked: (turn: number) => { input: object; actor: Actor }): Promise<Result> => {
    let turn = 0;
    const once = () => {
      const { input, actor } = asked((turn += 1));
      return perform(platform, action, input, { actor, reason: 'application' });
    };
    await repeatFor(1, SEARCHERS, once);
    const { perSecond, timings } = await repeatFor(SECONDS, SEARCHERS, once);
    return { what, ours: perSecond, unit: 'searches/s', timings, goal: { of: 'p95', atMost: 25 } };
  };
  const persons = (what: string, of: (person: Person, turn: number) => object, scopeOf: (person: Person) => Scope) =>
    measure(`persons: ${what}`, findPersons, (turn) => {
      const person = people[turn % people.length]!;
      return { input: { ...of(person, turn), caseReference: 'L-1' }, actor: official(scopeOf(person)) };
    });
  const inOwnUnit = ({ unitId }: Person): Scope => ({ ...NOWHERE, unitIds: [unitId] });
  return [
    await measure('institutions: words', findInstitutions, (turn) => ({ input: { q: WORDS[turn % WORDS.length]! }, actor: ANONYMOUS })),
    await persons('code, whole country', ({ code }) => ({ code }), () => EVERYWHERE),
    await persons('full name, whole country', ({ family, given }) => ({ family, given }), () => EVERYWHERE),
    await persons('first 3 letters of the family name, whole country', ({ family }) => ({ family: family.slice(0, 3) }), () => EVERYWHERE),
    await persons('first 3 letters of the family name as of 30.06.2021, whole country', ({ family }) => ({ family: family.slice(0, 3), on: '2021-06-30' }), () => EVERYWHERE),
    await persons('first 3 letters of the family name as of 30.06.2016, each municipality of that day in turn', ({ family }, turn) => ({ family: family.slice(0, 3), on: '2016-06-30', atvk: former[turn % former.length]!.atvk }), () => EVERYWHERE),
    await persons('the same, on the present map', ({ family }, turn) => ({ family: family.slice(0, 3), on: '2016-06-30', edition: '2021-07-01', atvk: present[turn % present.length]!.atvk }), () => EVERYWHERE),
    await persons('first letters of both names, one municipality', ({ family, given }) => ({ family: family.slice(0, 3), given: given.slice(0, 1) }), inOwnUnit),
  ];
}

const official = (scope: Scope): Actor => ({ ...ANONYMOUS, kind: 'user', id: 'bench-official', name: 'Testa Lietotājs', scopes: new Map([[findPersonsPermission.name, scope]]) });

const Municipality = z.object({ atvk: z.string() });
const municipalitiesOn = (day: string) => sql`select v.atvk from territories.unit_version v where daterange(v.valid_from, v.valid_to) @> ${day}::date order by v.atvk`;

const SOME_PEOPLE = sql`
  select p.family_key as family, p.given_key as given, c.code, v.unit_id
  from (select * from persons.person tablesample system (1) where died_on is null and home_atvk is not null limit ${EXAMPLES}) p
  join persons.code c on c.person_id = p.id and c.valid_to is null and c.superseded_at is null
  join territories.unit_version v on v.atvk = p.home_atvk`;
