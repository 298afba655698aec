import { expect, test } from 'vitest';
import { DirectoryConnection } from './connection.js';
import { guidBytes, guidText } from './guid.js';
import { verdictOf } from './outage.js';
import { reasonOf } from './sub-codes.js';
import { suggestRoles } from './suggest-roles.js';
import { DIRECTORY_SETTING_FAULTS } from './texts.js';

const WHOLE = {
  id: 'pasv',
  kind: 'ldaps',
  hosts: [{ name: 'dc1.pasv.lv' }],
  baseDn: 'DC=pasv,DC=lv',
  upnSuffixes: ['pasv.lv'],
  serviceAccount: { name: 'vienkopus@pasv.lv', password: 'p' },
  requiredGroup: null,
  groupRoles: [],
  personCodeAttribute: null,
  caPem: null,
  realm: null,
  keytab: null,
  secondFactorProven: false,
  outage: { kind: 'grace', minutes: 30 },
};
const KEYTAB = Buffer.concat([Buffer.from([5, 2]), Buffer.alloc(20)]).toString('base64');

test('a connection fills in what is usual', () => {
  expect(DirectoryConnection.parse(WHOLE)).toMatchObject({ hosts: [{ name: 'dc1.pasv.lv', port: 636, address: null }], connectWithinMs: 3000, answerWithinMs: 5000 });
  expect(DirectoryConnection.safeParse({ ...WHOLE, kind: 'ldaps+spnego', realm: 'PASV.LV', keytab: KEYTAB }).success).toBe(true);
});

test.each([
  [{ hosts: [{ name: '10.1.2.3' }] }, 'not-a-host-name'],
  [{ baseDn: 'pasv.lv' }, 'not-a-distinguished-name'],
  [{ serviceAccount: { name: 'vienkopus', password: 'p' } }, 'not-a-service-account'],
  [{ personCodeAttribute: 'employeeID)(cn=*' }, 'not-an-attribute'],
  [{ personCodeAttribute: 'telephoneNumber' }, 'attribute-written-by-oneself'],
  [{ caPem: 'words' }, 'not-a-certificate'],
  [{ realm: 'pasv.lv' }, 'not-a-realm'],
  [{ keytab: Buffer.from('words, not keys').toString('base64') }, 'not-a-keytab'],
  [{ kind: 'spnego' }, 'spnego-needs-keytab'],
])('a connection with %o is refused: %s', (wrong, message) => {
  const { error } = DirectoryConnection.safeParse({ ...WHOLE, ...wrong });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  expect(DIRECTORY_SETTING_FAULTS).toHaveProperty(message);
});

test('a GUID is written as Windows writes it, and read back', () => {
  const bytes = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  expect(guidText(bytes)).toBe('33221100-5544-7766-8899-aabbccddeeff');
  expect(guidBytes('33221100-5544-7766-8899-AABBCCDDEEFF')).toEqual(bytes);
  expect(guidBytes('33221100-5544-7766-8899-aabbccddee')).toBeNull();
  expect(() => guidText(Buffer.alloc(15))).toThrow('16 bytes');
});

test.each([
  ['52e', 'wrong-password'],
  ['525', 'wrong-password'],
  ['530', 'not-at-this-time'],
  ['531', 'not-from-here'],
  ['532', 'expired-password'],
  ['533', 'disabled'],
  ['701', 'expired-account'],
  ['773', 'must-change-password'],
  ['775', 'locked'],
  ['999', 'wrong-password'],
])('the directory’s code %s means %s', (code, reason) => {
  expect(reasonOf(`80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data ${code}, v2580 Code: 0x31`)).toBe(reason);
});

test('words without a code mean a wrong password', () => {
  expect(reasonOf('Invalid credentials during a bind operation. Code: 0x31')).toBe('wrong-password');
});

const NOW = new Date('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const GRACE = { kind: 'grace', minutes: 30 } as const;

test.each(['disabled', 'gone', 'not-in-required-group'] as const)('a session of someone %s ends, whatever the policy for outages', (state) => {
  for (const outage of [GRACE, { kind: 'refuse' } as const]) expect(verdictOf(state, outage, NOW, NOW)).toBe('end');
});

test('an outage ends no session: it holds it, or lets it go on for the minutes of grace', () => {
  expect(verdictOf('active', { kind: 'refuse' }, null, NOW)).toBe('go-on');
  expect(verdictOf('unreachable', { kind: 'refuse' }, NOW, NOW)).toBe('hold');
  expect(verdictOf('unreachable', GRACE, minutesAgo(30), NOW)).toBe('go-on');
  expect(verdictOf('unreachable', GRACE, minutesAgo(31), NOW)).toBe('hold');
  expect(verdictOf('unreachable', GRACE, null, NOW)).toBe('hold');
});

test('a role is suggested once, with every group that speaks for it', () => {
  const group = (account: string) => ({ id: account, dn: `CN=${account},OU=Grupas,DC=pasv,DC=lv`, account });
  const map = [
    { group: 'skolas', role: 'registrar' },
    { group: 'cn=Metodiki, ou=Grupas, dc=pasv, dc=lv', role: 'registrar' },
    { group: 'Skolas', role: 'reader' },
    { group: 'Dārzi', role: 'gardener' },
  ];
  expect(suggestRoles([group('Metodiki'), group('Skolas')], map)).toEqual([
    { role: 'registrar', groups: ['Metodiki', 'Skolas'] },
    { role: 'reader', groups: ['Skolas'] },
  ]);
  expect(suggestRoles([group('Citi')], map)).toEqual([]);
});
