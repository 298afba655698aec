import type { Text } from '#kernel/text.js';
import type { Level } from '#modules/authentication/public.js';
import type { ClientScope } from '../domain/client.js';

/** Words that several pages share. */
export const WORDS = {
  clients: { lv: 'Lietotnes', en: 'Programs' },
  mine: { lv: 'Manas lietotnes', en: 'My programs' },
  keys: { lv: 'Parakstīšanas atslēgas', en: 'Signing keys' },
  keyPace: { lv: 'Atslēgu maiņas biežums', en: 'Pace of the keys' },
  oldAddresses: { lv: 'Veco portālu adreses', en: 'Addresses of old portals' },
  owner: { lv: 'Iestāde vai pašvaldība', en: 'Institution or municipality' },
  country: { lv: 'Latvija', en: 'Latvia' },
  kind: { lv: 'Veids', en: 'Kind' },
  state: { lv: 'Stāvoklis', en: 'State' },
  level: { lv: 'Vajadzīgā pierakstīšanās', en: 'Sign-in needed' },
  save: { lv: 'Saglabāt', en: 'Save' },
  all: { lv: 'Visas', en: 'All' },
  active: { lv: 'aktīva', en: 'active' },
  closed: { lv: 'slēgta', en: 'closed' },
} as const satisfies Record<string, Text>;

export const LEVEL_NAMES: Readonly<Record<Level, Text>> = {
  low: { lv: 'Jebkura (arī parole)', en: 'Any (a password too)' },
  substantial: { lv: 'Divi līdzekļi vai piekļuves atslēga', en: 'Two factors, or a passkey' },
  high: { lv: 'Kvalificēts līdzeklis (Smart-ID, eParaksts, eID)', en: 'A qualified means (Smart-ID, eParaksts, eID)' },
};

export const SCOPE_NAMES: Readonly<Record<ClientScope, Text>> = {
  profile: { lv: 'Vārds un uzvārds', en: 'Name' },
  email: { lv: 'E-pasta adrese', en: 'E-mail address' },
};
