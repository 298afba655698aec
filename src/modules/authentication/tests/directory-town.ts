import { Attribute, Change } from 'ldapts';
import type { QueryResult } from 'pg';
import { expect } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { type Samba, startSamba } from '#test/setup/samba.js';
import { change, dnOf, fillWithPeople, PASSWORD, SERVICE } from '#test/setup/samba-people.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { visitor } from './browser-like.js';
import { addConnection, type Person, putNewSettingsInForce, sendUpload } from './municipality.js';

/** The program with a municipality whose domain is a real one (Samba), connected through the pages by its administrator. */
export interface Town {
  readonly t: TestPlatform;
  readonly samba: Samba;
  readonly unit: number;
  readonly otherUnit: number;
  readonly connection: string;
  /** The fields by which it was connected. */
  readonly form: Readonly<Record<string, string | Buffer>>;
  /** The address of the municipality's connections. */
  readonly path: string;
  owner(statement: string, values?: unknown[]): Promise<QueryResult>;
  /** Who leads safe sign-in in the municipality, signed in. */
  leader(): Promise<Person>;
  byPassword(person: Person, login: string, password?: string, more?: Record<string, string>): ReturnType<Person['send']>;
  /** For how many seconds answers of the directory are kept. */
  keepAnswersFor(seconds: number): Promise<unknown>;
  /** New settings by the connection's form, which wait. */
  keepNew(fields: Readonly<Record<string, string>>): Promise<void>;
  /** The same, tried and put in force. */
  changeTo(fields: Readonly<Record<string, string>>): Promise<void>;
  setControl(name: string, control: number): Promise<void>;
  setMember(operation: 'add' | 'delete', group: string, name: string): Promise<void>;
  close(): Promise<void>;
}

const PEOPLE = [
  { given: 'Andris', family: 'Vadonis', code: '54034483847', bornOn: isoDate('1972-03-14'), sex: 'male', login: 'vaditajs' },
  { given: 'Zane', family: 'Robežniece', code: '48122206929', bornOn: isoDate('1986-12-08'), sex: 'female', login: 'operators' },
] as const;

type Begun = TestPlatform & { readonly units: readonly number[] };

async function madeUpCountry(): Promise<Begun> {
  const t = await testPlatform();
  return { ...t, units: (await fillWithUsers(t)).units };
}

/** In the domain Jānis has the code of the head of an institution, and Māris that of an operator of the ministry. */
export async function directoryTown(begin: () => Promise<Begun> = madeUpCountry): Promise<Town> {
  const [samba, t] = await Promise.all([startSamba(), begin()]);
  await fillWithPeople(samba);
  await samba.asAdministrator((client) => change(client, dnOf(samba, 'Māris Krūmiņš'), { employeeID: '481222-06929' }));
  const owner: Town['owner'] = (statement, values = []) => t.database.pool.query<Record<string, unknown>>(statement, values);
  const [unit, otherUnit] = t.units as [number, number];
  await t.database.transaction((tx) => registerMadeUpPeople(tx, PEOPLE, t.platform.clock.today(), t.platform.clock.now()));
  for (const { code, login } of PEOPLE) await owner('update access.app_user set person_id = (select person_id from persons.code where code = $1) where login = $2', [code, login]);
  const path = `/sign-in-programme/${unit}/connections`;
  const form = {
    title: 'Domēns', way: 'ldaps+spnego', hosts: `${samba.host} ${samba.address}`, caPem: samba.caPem, serviceName: SERVICE.name, servicePassword: SERVICE.password,
    baseDn: samba.baseDn, upnSuffixes: 'pasv.test', requiredGroup: 'Vienkopus-lietotaji', personCodeAttribute: 'employeeID', realm: samba.realm,
    keytab: Buffer.from(await samba.keytabOf('HTTP/localhost'), 'base64'), group1: 'Izglitibas-parvalde', role1: 'municipality-head', outage: 'refuse', outageMinutes: '',
    connectWithinMs: '4000', answerWithinMs: '4000',
  };
  const leader = async () => {
    const person = visitor(t);
    await person.signIn('pasvaldibas.administrators', DEMO_PASSWORD);
    return person;
  };
  const connection = await addConnection(t, await leader(), `${path}/new/active-directory`, form);
  const keepNew = async (fields: Readonly<Record<string, string>>) => {
    expect(await sendUpload(t, await leader(), `${path}/${connection}/change`, { ...form, servicePassword: '', keytab: '', ...fields })).toMatchObject({ status: 303 });
  };
  return {
    keepNew, t, samba, unit, otherUnit, connection, form, path, owner, leader,
    byPassword: (person, login, password = PASSWORD, more = {}) => person.send(`/sign-in/municipal/${unit}/${connection}/password`, { login, password, to: '/my/rights', ...more }),
    keepAnswersFor: (seconds) => owner(`update access.parameter set numbers = array[$1::int] where name = 'directory-check-seconds'`, [seconds]),
    async changeTo(fields) {
      await keepNew(fields);
      await putNewSettingsInForce(await leader(), `${path}/${connection}`);
    },
    setControl: (name, control) => samba.asAdministrator((client) => change(client, dnOf(samba, name), { userAccountControl: String(control) })),
    setMember: (operation, group, name) => samba.asAdministrator((client) => client.modify(dnOf(samba, group), new Change({ operation, modification: new Attribute({ type: 'member', values: [dnOf(samba, name)] }) }))),
    async close() {
      await t.close();
      await samba.stop();
    },
  };
}

/** Why the sessions of a user ended, oldest first; empty words while they have not. */
export const endingsOf = async ({ t, owner }: Town, login: string): Promise<string[]> =>
  (await owner('select ended_why from authentication.session where user_id = $1 order by created_at', [await userIdOf(t, login)])).rows.map((row: { ended_why: string }) => row.ended_why);
