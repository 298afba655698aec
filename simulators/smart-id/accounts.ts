import { type Person, readable } from '../people.js';

/** A person with a Smart-ID account; `ends` is how every request to them ends, for the published test identities. */
export interface Account {
  readonly person: Person;
  readonly level: 'ADVANCED' | 'QUALIFIED';
  readonly ends: { readonly endResult: string; readonly interaction?: string } | null;
}

const test = (code: string, endResult: string, interaction?: string, level: Account['level'] = 'QUALIFIED'): Account => ({
  person: { givenName: endResult, familyName: 'Testnumber', code: code.replace('-', '') },
  level,
  ends: { endResult, ...(interaction ? { interaction } : {}) },
});

/** Test identities of Latvia that SK publishes, with the outcome each stands for. They belong to nobody. */
export const TEST_ACCOUNTS: readonly Account[] = [
  test('050405-10009', 'OK'),
  test('320000-10003', 'OK'),
  test('010111-23474', 'OK'),
  test('050404-19993', 'OK', undefined, 'ADVANCED'),
  test('030403-10016', 'USER_REFUSED'),
  test('030403-10024', 'USER_REFUSED_INTERACTION', 'displayTextAndPIN'),
  test('030403-10040', 'USER_REFUSED_INTERACTION', 'confirmationMessage'),
  test('030403-10059', 'USER_REFUSED_INTERACTION', 'confirmationMessageAndVerificationCodeChoice'),
  test('030403-10075', 'WRONG_VC'),
  test('030403-10083', 'TIMEOUT'),
];

/** Ends that the tester can choose on the phone, in their own words. */
export const ENDS: readonly { readonly endResult: string; readonly words: string }[] = [
  { endResult: 'USER_REFUSED', words: 'Atteikt / Refuse' },
  { endResult: 'USER_REFUSED_INTERACTION', words: 'Atteikt, izlasot tekstu / Refuse at the text' },
  { endResult: 'USER_REFUSED_CERT_CHOICE', words: 'Neizvēlēties kontu / Choose no account' },
  { endResult: 'WRONG_VC', words: 'Izvēlēties nepareizu kodu / Choose a wrong code' },
  { endResult: 'TIMEOUT', words: 'Nogaidīt, līdz laiks beidzas / Let the time run out' },
  { endResult: 'DOCUMENT_UNUSABLE', words: 'Konts nav lietojams / Document unusable' },
  { endResult: 'ACCOUNT_UNUSABLE', words: 'Konts slēgts / Account unusable' },
  { endResult: 'REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP', words: 'Lietotne novecojusi / Outdated app' },
  { endResult: 'PROTOCOL_FAILURE', words: 'Protokola kļūda / Protocol failure' },
  { endResult: 'EXPECTED_LINKED_SESSION', words: 'Gaida citu darbību / Another session expected' },
  { endResult: 'SERVER_ERROR', words: 'Pakalpojuma kļūda / Service failure' },
];

export const identityOf = ({ code }: Person): string => `PNOLV-${readable(code)}`;
export const documentOf = ({ person, level }: Account): string => `${identityOf(person)}-MOCK-${level === 'QUALIFIED' ? 'Q' : 'NQ'}`;
