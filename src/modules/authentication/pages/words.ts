import type { Text } from '#kernel/text.js';

/** Words that several pages share. */
export const WORDS = {
  ownSafeWay: { lv: 'Jāpievieno piekļuves atslēga vai jāapstiprina konts', en: 'Add a passkey or confirm your account' },
  means: { lv: 'Mani pierakstīšanās līdzekļi', en: 'My means of sign-in' },
  sessions: { lv: 'Manas sesijas', en: 'My sessions' },
  history: { lv: 'Pierakstīšanās vēsture', en: 'Sign-in history' },
  join: { lv: 'Apvienot divus kontus', en: 'Join two accounts' },
  password: { lv: 'Mainīt paroli', en: 'Change the password' },
  code: { lv: 'Vienreizējie kodi', en: 'One-time codes' },
  passkeys: { lv: 'Piekļuves atslēgas', en: 'Passkeys' },
  addPasskey: { lv: 'Pievienot piekļuves atslēgu', en: 'Add a passkey' },
  recovery: { lv: 'Atkopšanas kodi', en: 'Recovery codes' },
  unlink: { lv: 'Atsaistīt', en: 'Unlink' },
  remove: { lv: 'Noņemt', en: 'Remove' },
  state: { lv: 'Stāvoklis', en: 'State' },
  codeField: { lv: 'Kods no lietotnes', en: 'Code from the application' },
  present: { lv: 'Pašreizējā parole', en: 'Present password' },
} as const satisfies Record<string, Text>;
