/** A made-up person as the outside systems know them. */
export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  /** Eleven digits. */
  readonly code: string;
}

const person = (givenName: string, familyName: string, code: string): Person => ({ givenName, familyName, code });

/** Those who have a user in the demonstration, by its login. Their codes can belong to nobody (src/kernel/person-code.ts). */
export const DEMO_PEOPLE: Readonly<Record<string, Person>> = {
  vaditajs: person('Andris', 'Vadonis', '54034483847'),
  'iestades.administrators': person('Inga', 'Lietpratēja', '42117437694'),
  lietvedis: person('Dace', 'Rakstvede', '61060391541'),
  izpilddirektors: person('Juris', 'Pilsnieks', '45093345388'),
  izglitiba: person('Gunta', 'Skolmane', '70016299235'),
  'pasvaldibas.administrators': person('Mārtiņš', 'Atslēdznieks', '57049253082'),
  operators: person('Zane', 'Robežniece', '48122206929'),
  registrators: person('Kārlis', 'Grāmatnieks', '51025160776'),
  iedzivotaji: person('Anita', 'Ļaudave', '66078114623'),
  tiesibas: person('Valdis', 'Tiesnieks', '59101068470'),
  administrators: person('Elīna', 'Uzraudze', '43054022317'),
  auditors: person('Pēteris', 'Pārbaudnieks', '64086976164'),
};

/** Pupils of e-journals. */
export const PUPILS: readonly Person[] = [person('Emīls', 'Paraugs', '49049930011'), person('Elza', 'Paraugs', '41102883858'), person('Rūta', 'Parauga', '57055953847')];

/** With the dash, as certificates and tokens write it. */
export const readable = (code: string): string => `${code.slice(0, 6)}-${code.slice(6)}`;

const MADE_UP = /^(?:(?:4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])|9[2-9])\d+$/;

/** A person whom the tester typed; null unless the code is eleven digits that were made up, so that nobody real is ever played. */
export function typedPerson(name: string, typed: string): Person | null {
  const code = typed.replace(/[\s-]/g, '');
  if (!/^\d{11}$/.test(code) || !MADE_UP.test(code)) return null;
  const words = name.trim().split(/\s+/);
  const familyName = words.length > 1 ? words.at(-1)! : 'Paraugs';
  return { givenName: words.slice(0, Math.max(1, words.length - 1)).join(' ') || 'Persona', familyName, code };
}
