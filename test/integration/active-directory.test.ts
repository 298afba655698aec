import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DirectoryConnection } from '#modules/authentication/outside/active-directory/connection.js';
import { verdictOf } from '#modules/authentication/outside/active-directory/outage.js';
import { proveByDirectoryPassword } from '#modules/authentication/outside/active-directory/prove-by-password.js';
import { stateInDirectory } from '#modules/authentication/outside/active-directory/state-in-directory.js';
import { suggestRoles } from '#modules/authentication/outside/active-directory/suggest-roles.js';
import { tryConnection } from '#modules/authentication/outside/active-directory/try-connection.js';
import { startSamba, type Samba } from '../setup/samba.js';
import { whyNoSamba } from '../setup/samba-packages.js';
import { change, DISABLED, dnOf, fillWithPeople, PASSWORD, SERVICE } from '../setup/samba-people.js';

const why = await whyNoSamba();
if (why) console.warn(`SKIPPED: the tests of the Active Directory connector, since there is no Samba: ${why}.`);

const NOW = new Date('2026-11-21T12:00:00Z');
const REQUIRED = 'Vienkopus-lietotaji';
/** An account of the domain; which, their owner's history says. */
const SOMEBODY = { issuer: 'ad:pasv', subject: expect.any(String) as string, personCode: null };
let samba: Samba;

function settings(): DirectoryConnection {
  return DirectoryConnection.parse({
    id: 'pasv',
    kind: 'ldaps',
    hosts: [{ name: samba.host, address: samba.address }],
    baseDn: samba.baseDn,
    upnSuffixes: ['pasv.test', 'skola.test'],
    serviceAccount: SERVICE,
    requiredGroup: null,
    groupRoles: [],
    personCodeAttribute: 'employeeID',
    caPem: samba.caPem,
    realm: null,
    keytab: null,
    secondFactorProven: false,
    outage: { kind: 'refuse' },
  });
}

const prove = (login: string, password = PASSWORD, more: Partial<DirectoryConnection> = {}) => proveByDirectoryPassword({ ...settings(), ...more }, login, password);

async function provenBy(login: string, password?: string, more?: Partial<DirectoryConnection>) {
  const outcome = await prove(login, password, more);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
}

const stateOf = (subject: string, more: Partial<DirectoryConnection> = {}) => stateInDirectory({ ...settings(), ...more }, subject, NOW);
const changed = (name: string, values: Record<string, string>) => samba.asAdministrator((client) => change(client, dnOf(samba, name), values));

describe.skipIf(why !== null)('a municipality’s Active Directory', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    samba = await startSamba();
    await fillWithPeople(samba);
  }, 120_000);
  afterAll(() => samba?.stop());

  test.each(['janis.berzins', 'janis.berzins@pasv.test', 'Janis.Berzins@PASV.test', 'PASV\\janis.berzins'])('whoever knows the password of %s is proven as one and the same person', async (login) => {
    const { proof, groups } = await provenBy(login);
    expect(proof).toEqual({
      method: 'active-directory',
      issuer: 'ad:pasv',
      subject: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
      personCode: '54034483847',
      name: 'Jānis Bērziņš',
      level: 'low',
      amr: ['pwd'],
      evidence: { directory: 'dc1.pasv.test' },
    });
    expect(groups.map(({ account }) => account)).toEqual(['Domain Users', 'Izglitibas-parvalde', 'Skolu-metodiki', 'Vienkopus-lietotaji']);
  });

  test.each([
    ['janis.berzins', 'nepareiza', 'wrong-password', true],
    ['nav.tada', PASSWORD, 'wrong-password', false],
    ['janis.berzins@citur.test', PASSWORD, 'wrong-password', false],
    ['liga.kalnina', PASSWORD, 'disabled', true],
    ['liga.kalnina', 'nepareiza', 'wrong-password', true],
    ['peteris.liepa', PASSWORD, 'expired-account', true],
    ['ilze.vitola', PASSWORD, 'must-change-password', true],
    ['uldis', PASSWORD, 'ambiguous', false],
    ['janis.berzins', '', 'nothing-entered', false],
    ['  ', PASSWORD, 'nothing-entered', false],
  ])('%s with the password “%s” is refused: %s; whose account it was is known: %s', async (login, password, reason, isKnown) => {
    expect(await prove(login, password)).toEqual({ kind: 'refused', reason, ...(isKnown ? { whose: SOMEBODY } : {}) });
  });

  test('the lasting name is the objectGUID as the directory’s own tool writes it', async () => {
    expect((await provenBy('janis.berzins')).proof.subject).toBe(await samba.objectGuidOf('janis.berzins'));
  });

  test('a password past its age is told apart from a wrong one', async () => {
    await samba.agePassword(dnOf(samba, 'Anna Ozola'));
    await changed('Anna Ozola', { userAccountControl: '512' });
    expect(await prove('anna.ozola')).toEqual({ kind: 'refused', reason: 'expired-password', whose: SOMEBODY });
    expect(await prove('anna.ozola', 'nepareiza')).toEqual({ kind: 'refused', reason: 'wrong-password', whose: SOMEBODY });
  });

  test('an account locked by wrong passwords signs in no more, yet work under way goes on', async () => {
    const { proof } = await provenBy('maris.krumins');
    for (let time = 0; time < 3; time++) await prove('maris.krumins', 'nepareiza');
    expect(await prove('maris.krumins')).toEqual({ kind: 'refused', reason: 'locked', whose: SOMEBODY });
    expect(await stateOf(proof.subject)).toMatchObject({ kind: 'active' });
  });

  test.each(['*', 'janis*', 'janis.berzins)(cn=*', '*)(objectClass=*', 'j\\2a', 'j\u0000'])('a login written as a filter finds nobody: %s', async (login) => {
    expect(await prove(login)).toEqual({ kind: 'refused', reason: 'wrong-password' });
  });

  test('a person is found whose names have signs with a meaning in filters and names', async () => {
    const { groups, proof } = await provenBy('zane.(astra)');
    expect(proof.name).toBe('Astra, Zane');
    expect(groups.map(({ account }) => account)).toContain(REQUIRED);
  });

  test('only members of the required group get in, also through other groups', async () => {
    for (const requiredGroup of [REQUIRED, REQUIRED.toUpperCase(), `cn=${REQUIRED}, cn=Users, dc=pasv, dc=test`]) {
      expect(await prove('janis.berzins', PASSWORD, { requiredGroup })).toMatchObject({ kind: 'proven' });
      expect(await prove('dace.balode', PASSWORD, { requiredGroup })).toEqual({ kind: 'refused', reason: 'not-in-required-group', whose: SOMEBODY });
    }
    expect(await prove('dace.balode', PASSWORD, { requiredGroup: 'Domain Users' })).toMatchObject({ kind: 'proven' });
  });

  test('groups suggest roles, nested ones too', async () => {
    const { groups } = await provenBy('janis.berzins');
    const map = [
      { group: 'izglitibas-parvalde', role: 'education-specialist' },
      { group: dnOf(samba, 'Skolu-metodiki'), role: 'education-specialist' },
      { group: 'Gramatvediba', role: 'accountant' },
    ];
    expect(suggestRoles(groups, map)).toEqual([{ role: 'education-specialist', groups: ['Izglitibas-parvalde', 'Skolu-metodiki'] }]);
  });

  test('a personal code that people could have written themselves proves nothing', async () => {
    expect((await provenBy('janis.berzins', PASSWORD, { personCodeAttribute: 'mobile' })).proof.personCode).toBeNull();
    expect((await provenBy('janis.berzins', PASSWORD, { personCodeAttribute: 'employeeid' })).proof.personCode).toBe('54034483847');
    expect((await provenBy('uldis@skola.test')).proof.personCode).toBeNull();
  });

  test('nothing is sent to a directory whose certificate is not the expected one', async () => {
    const { hosts } = settings();
    const untrusted = { kind: 'refused', reason: 'untrusted-certificate' };
    expect(await prove('janis.berzins', PASSWORD, { caPem: null })).toEqual(untrusted);
    expect(await prove('janis.berzins', PASSWORD, { hosts: [{ ...hosts[0]!, name: 'dc2.pasv.test' }] })).toEqual(untrusted);
  });

  test('an unreachable controller is passed over, and without another the person is told', async () => {
    const [host] = settings().hosts;
    const dead = { ...host!, port: 1 };
    expect(await prove('janis.berzins', PASSWORD, { hosts: [dead, host!] })).toMatchObject({ kind: 'proven' });
    expect(await prove('janis.berzins', PASSWORD, { hosts: [dead] })).toEqual({ kind: 'refused', reason: 'unreachable' });
    expect(await prove('janis.berzins', PASSWORD, { hosts: [{ ...host!, port: 389 }], answerWithinMs: 1000, connectWithinMs: 1000 })).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('a directory that answers nothing is given up in time, and the session is judged by the policy for outages', async () => {
    const { proof } = await provenBy('janis.berzins');
    samba.pause();
    try {
      const { kind } = await stateOf(proof.subject, { connectWithinMs: 500, answerWithinMs: 500 });
      expect(kind).toBe('unreachable');
      expect(verdictOf(kind, { kind: 'refuse' }, NOW, NOW)).toBe('hold');
      expect(verdictOf(kind, { kind: 'grace', minutes: 30 }, NOW, NOW)).toBe('go-on');
    } finally {
      samba.goOn();
    }
    expect(await stateOf(proof.subject)).toMatchObject({ kind: 'active' });
  });

  test('our own account that is refused is not taken for the person’s fault', async () => {
    const serviceAccount = { ...SERVICE, password: 'veca-parole' };
    expect(await prove('janis.berzins', PASSWORD, { serviceAccount })).toEqual({ kind: 'refused', reason: 'service-account-refused' });
    expect(await stateOf('00000000-0000-0000-0000-000000000000', { serviceAccount })).toEqual({ kind: 'unreachable', fault: 'service-account-refused' });
  });

  test('someone disabled, ended, taken out of the group or deleted is known to be so at the next look', async () => {
    const { proof } = await provenBy('dace.balode');
    expect(await stateOf(proof.subject)).toMatchObject({ kind: 'active', name: 'Dace Balode' });
    expect(await stateOf(proof.subject, { requiredGroup: REQUIRED })).toEqual({ kind: 'not-in-required-group' });
    await changed('Dace Balode', { userAccountControl: String(512 | DISABLED) });
    expect(await stateOf(proof.subject)).toEqual({ kind: 'disabled' });
    await changed('Dace Balode', { userAccountControl: '66048', accountExpires: '132223104000000000' });
    expect(await stateOf(proof.subject)).toEqual({ kind: 'disabled' });
    await samba.asAdministrator((client) => client.del(dnOf(samba, 'Dace Balode')));
    expect(await stateOf(proof.subject)).toEqual({ kind: 'gone' });
    expect(await stateOf('not-a-guid')).toEqual({ kind: 'gone' });
  });

  test('a person who was renamed stays the same person, and a newcomer with the old name is another', async () => {
    const before = await provenBy('uldis@skola.test');
    await samba.asAdministrator(async (client) => {
      await client.modifyDN(dnOf(samba, 'Uldis Otrais'), `CN=Uldis Jaunais,CN=Users,${samba.baseDn}`);
      await change(client, dnOf(samba, 'Uldis Jaunais'), { sAMAccountName: 'uldis.jaunais', userPrincipalName: 'uldis.jaunais@pasv.test' });
    });
    expect((await provenBy('uldis.jaunais')).proof.subject).toBe(before.proof.subject);
    expect((await provenBy('uldis')).proof.subject).not.toBe(before.proof.subject);
    expect(await prove('uldis@skola.test')).toEqual({ kind: 'refused', reason: 'wrong-password' });
  });

  test('an administrator sees which controller fails, which groups do not exist, and that tickets can be read', async () => {
    const [host] = settings().hosts;
    const tried = await tryConnection({
      ...settings(),
      kind: 'ldaps+spnego',
      hosts: [host!, { ...host!, port: 1 }, { ...host!, name: 'dc2.pasv.test' }],
      requiredGroup: REQUIRED,
      groupRoles: [
        { group: dnOf(samba, 'Gramatvediba'), role: 'accountant' },
        { group: 'Gramatvedība', role: 'accountant' },
      ],
    });
    expect(tried).toEqual({
      hosts: [
        { name: 'dc1.pasv.test', fault: null },
        { name: 'dc1.pasv.test', fault: 'unreachable' },
        { name: 'dc2.pasv.test', fault: 'untrusted-certificate' },
      ],
      unknownGroups: ['Gramatvedība'],
      readsTickets: true,
    });
    expect(await tryConnection({ ...settings(), baseDn: 'DC=cita,DC=test', requiredGroup: REQUIRED })).toMatchObject({ hosts: [{ fault: 'cannot-read' }] });
    expect(await tryConnection({ ...settings(), serviceAccount: { ...SERVICE, password: 'veca' } })).toMatchObject({ hosts: [{ fault: 'service-account-refused' }], readsTickets: null });
  });

  test('someone outside the branch we look at does not exist for us', async () => {
    const baseDn = `OU=Domain Controllers,${samba.baseDn}`;
    expect(await prove('janis.berzins', PASSWORD, { baseDn })).toEqual({ kind: 'refused', reason: 'wrong-password' });
  });
});
