import { Attribute, Change, type Client } from 'ldapts';
import type { Samba } from './samba.js';

export const PASSWORD = 'Zalais-Mezs-27';
export const SERVICE = { name: 'vienkopus@pasv.test', password: 'Apkalpes-Konts-9' };

const NORMAL = 0x200;
const NEVER_EXPIRES = 0x10000;
export const DISABLED = 0x2;

interface Person {
  readonly account: string;
  readonly name: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly control?: number;
  readonly password?: string;
}

/** The people of the made-up domain; personal codes are of the form that belongs to nobody. */
const PEOPLE: readonly Person[] = [
  { account: 'vienkopus', name: 'Vienkopus', password: SERVICE.password },
  { account: 'http-vienkopus', name: 'Vienkopus HTTP', more: { servicePrincipalName: 'HTTP/localhost', 'msDS-SupportedEncryptionTypes': '24' } },
  { account: 'other-service', name: 'Other service', more: { servicePrincipalName: 'ftp/localhost', 'msDS-SupportedEncryptionTypes': '24' } },
  { account: 'janis.berzins', name: 'Jānis Bērziņš', more: { employeeID: '540344-83847', mobile: '421174-37694' } },
  { account: 'anna.ozola', name: 'Anna Ozola' },
  { account: 'liga.kalnina', name: 'Līga Kalniņa', control: DISABLED },
  { account: 'peteris.liepa', name: 'Pēteris Liepa', more: { accountExpires: '132223104000000000' } },
  { account: 'ilze.vitola', name: 'Ilze Vītola', more: { pwdLastSet: '0' } },
  { account: 'maris.krumins', name: 'Māris Krūmiņš' },
  { account: 'dace.balode', name: 'Dace Balode' },
  { account: 'zane.(astra)', name: 'Astra, Zane' },
  { account: 'uldis', name: 'Uldis Viens', more: { userPrincipalName: 'uldis.viens@pasv.test' } },
  { account: 'uldis.otrais', name: 'Uldis Otrais', more: { userPrincipalName: 'uldis@skola.test' } },
];

/** Every group with its members; a group may be a member. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Skolu-metodiki': ['Jānis Bērziņš'],
  'Izglitibas-parvalde': ['Skolu-metodiki', 'Anna Ozola', 'Līga Kalniņa'],
  'Vienkopus-lietotaji': ['Izglitibas-parvalde', 'Māris Krūmiņš', 'Uldis Viens', 'Uldis Otrais', 'Astra, Zane'],
  'Gramatvediba': ['Dace Balode'],
};

export const dnOf = ({ baseDn }: Pick<Samba, 'baseDn'>, name: string): string => `CN=${name.replaceAll(',', '\\,')},CN=Users,${baseDn}`;

export async function fillWithPeople(samba: Samba): Promise<void> {
  await samba.asAdministrator(async (client) => {
    for (const person of PEOPLE) await added(client, samba, person);
    for (const [group, members] of Object.entries(GROUPS)) {
      await client.add(dnOf(samba, group), { objectClass: 'group', sAMAccountName: group, member: members.map((name) => dnOf(samba, name)) });
    }
    await change(client, samba.baseDn, { lockoutThreshold: '3', lockoutDuration: '-18000000000', lockOutObservationWindow: '-18000000000' });
  });
}

export const change = (client: Client, dn: string, values: Readonly<Record<string, string>>): Promise<void> =>
  client.modify(dn, Object.entries(values).map(([type, value]) => new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) })));

async function added(client: Client, samba: Samba, { account, name, more = {}, control = 0, password = PASSWORD }: Person) {
  const { pwdLastSet, ...attributes } = more;
  const dn = dnOf(samba, name);
  await client.add(
    dn,
    Object.entries({ objectClass: 'user', sAMAccountName: account, userPrincipalName: `${account}@pasv.test`, displayName: name, ...attributes })
      .map(([type, value]) => new Attribute({ type, values: [value] }))
      .concat(new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${password}"`, 'utf16le')] })),
  );
  await change(client, dn, { userAccountControl: String((pwdLastSet ? NORMAL : NORMAL | NEVER_EXPIRES) | control), ...(pwdLastSet ? { pwdLastSet } : {}) });
}
