import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import type { AboutLine } from '#platform/spreadsheets/spreadsheet.js';

/** Words that several pages share. */
export const WORDS = {
  myRights: { lv: 'Manas tiesības', en: 'My rights' },
  requestRight: { lv: 'Pieprasīt tiesības', en: 'Request a right' },
  users: { lv: 'Lietotāji', en: 'Users' },
  here: { lv: 'Tiesības manā pārziņā', en: 'Rights in my charge' },
  requests: { lv: 'Tiesību pieprasījumi', en: 'Requests for rights' },
  confirmations: { lv: 'Ikgadējā pārskatīšana', en: 'Yearly review' },
  silent: { lv: 'Vēl nav pieprasījuši tiesības', en: 'Not asked for rights yet' },
  roles: { lv: 'Lomas', en: 'Roles' },
  parameters: { lv: 'Ierobežojumi', en: 'Limits' },
  role: { lv: 'Loma', en: 'Role' },
  place: { lv: 'Vieta', en: 'Place' },
  period: { lv: 'Laiks', en: 'Time' },
  basis: { lv: 'Pamats', en: 'Basis' },
  waits: { lv: 'gaida mācības', en: 'waits for training' },
  suspendedUser: { lv: 'lietotājs apturēts', en: 'user suspended' },
  state: { lv: 'Stāvoklis', en: 'State' },
  user: { lv: 'Lietotājs', en: 'User' },
  login: { lv: 'Lietotājvārds', en: 'User name' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  from: { lv: 'No', en: 'From' },
  to: { lv: 'Līdz (neieskaitot)', en: 'Until (not including)' },
  country: { lv: 'Visa valsts', en: 'Whole country' },
  attachment: { lv: 'Pielikums', en: 'Attachment' },
  institution: { lv: 'Iestāde (norādiet numuru zemāk)', en: 'An institution (give its number below)' },
  regNr: { lv: 'Iestādes reģistrācijas numurs', en: 'Registration number of the institution' },
  regNrHint: { lv: '10 cipari; tikai tad, ja vieta ir iestāde', en: '10 digits; only if the place is an institution' },
  endWhy: { lv: 'Iemesls (to redzēs lietotājs)', en: 'Reason (the user will see it)' },
  save: { lv: 'Saglabāt', en: 'Save' },
  day: { lv: 'Kāds saraksts bija šajā dienā', en: 'The list as of the day' },
} as const satisfies Record<string, Text>;

/** As of which day a file is. */
export const dayLine = (day: IsoDate, lang: Lang): AboutLine => ({ label: WORDS.day[lang], value: readableDay(day) });
