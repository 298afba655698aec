import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo, userIdOf } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { type Schools, schools } from '../../education/tests/made-up-schools.js';

export interface Neighbour {
  readonly unitId: number;
  readonly name: string;
  readonly atvk: string;
  /** Somebody of the municipality who settles, signed in. */
  readonly settler: ReturnType<typeof visitor>;
}

export interface Neighbours extends Schools {
  /** A pays, B runs the preschool, C is where somebody moves; the settlers of A and C are two other users of the demonstration with that role. */
  readonly a: Neighbour;
  readonly b: Neighbour;
  readonly c: Neighbour;
  /** Who approves costs in B. */
  readonly head: ReturnType<typeof visitor>;
  /** A child in the preschool of B since September, declared in a municipality. */
  childIn(atvk: string): Promise<string>;
  declare(personId: string, atvk: string, from: string): Promise<void>;
}

const PRESCHOOL = '01011111';
const SETTLES = 'municipality-education-specialist';

export async function neighbours(now: string): Promise<Neighbours> {
  const s = await schools({ now });
  const units = await s.rows<{ unit_id: number; name: string; atvk: string }>(
    `select v.unit_id, v.name, v.atvk from territories.unit_version v where v.valid_to is null
      order by v.unit_id = (select unit_id from institutions.founder where institution_id = $1 and superseded_at is null) desc, v.atvk limit 3`, [s.institutions[0]]);
  let address = 10;
  const signedIn = async (login: string) => {
    const one = visitor(s.t, `198.51.100.${(address += 1)}`);
    await one.signIn(login, DEMO_PASSWORD);
    return one;
  };
  const side = async (at: number, login: string): Promise<Neighbour> => {
    const { unit_id: unitId, name, atvk } = units[at]!;
    if (at > 0)
      await s.rows(`insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by) values ($1, $2, $3, '2026-01-01', 'Rīkojums', '2027-01-01', now(), 'test')`,
        [await userIdOf(s.t, login), SETTLES, unitId]);
    return { unitId, name, atvk, settler: await signedIn(login) };
  };
  const declare = async (personId: string, atvk: string, from: string) => {
    await s.rows('update persons.address set valid_to = $2 where person_id = $1 and valid_to is null', [personId, from]);
    await s.rows(`insert into persons.address (person_id, atvk, street, valid_from, recorded_at, recorded_by) values ($1, $2, 'Izdomātā iela 1', $3, now(), 'test')`, [personId, atvk, from]);
  };
  return {
    ...s,
    b: await side(0, demo(SETTLES).login),
    a: await side(1, demo('school-secretary').login),
    c: await side(2, demo('institution-head').login),
    head: await signedIn(demo('municipality-head').login),
    declare,
    async childIn(atvk) {
      const { id } = await s.child('2021-05-05');
      await declare(id, atvk, '2021-05-05');
      await s.rows(`insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, $3, true, '2026-09-01', now(), 'test')`, [id, s.institutions[0], PRESCHOOL]);
      return id;
    },
  };
}
