import type { Lang, Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import type { UserRow } from '../../actions/users.js';
import { WORDS } from '../words.js';

/** The columns of the exported list of users. */
export const userFileColumns = (lang: Lang): Column<UserRow>[] => [
  { kind: 'text', header: WORDS.name[lang], value: (user) => user.name },
  { kind: 'text', header: WORDS.login[lang], value: (user) => user.login },
  { kind: 'text', header: EMAIL[lang], value: (user) => user.email },
  { kind: 'text', header: ORGANISATION[lang], value: (user) => user.organisation },
  { kind: 'boolean', header: ACTIVE[lang], value: (user) => user.state === 'active' },
  { kind: 'instant', header: LAST[lang], value: (user) => user.lastSignIn },
];

const EMAIL: Text = { lv: 'E-pasts', en: 'E-mail' };
const ORGANISATION: Text = { lv: 'Iestāde vai pašvaldība', en: 'Institution or municipality' };
const ACTIVE: Text = { lv: 'Aktīvs', en: 'Active' };
const LAST: Text = { lv: 'Pēdējoreiz pierakstījies', en: 'Last signed in' };
