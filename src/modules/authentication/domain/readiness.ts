import type { Text } from '#kernel/text.js';

/** As the tags of the design system colour it. */
type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'ended';

/** How ready a user is for the end of passwords, best first. */
export const READINESS = ['ready', 'sealed', 'excepted', 'code-only', 'password-only', 'nothing'] as const;
export type Readiness = (typeof READINESS)[number];

/** Who would be locked out on the day passwords end: those without any other way, unless named as excepted. */
export const LOCKED_OUT = ['code-only', 'password-only', 'nothing'] as const satisfies readonly Readiness[];
export const wouldBeLockedOut = (readiness: Readiness): boolean => (LOCKED_OUT as readonly Readiness[]).includes(readiness);

export const READINESS_NAMES: Readonly<Record<Readiness, Text>> = {
  ready: { lv: 'gatavs', en: 'ready' },
  sealed: { lv: 'avārijas konts', en: 'sealed account' },
  excepted: { lv: 'izņēmums', en: 'excepted' },
  'code-only': { lv: 'parole un kodi', en: 'password and codes' },
  'password-only': { lv: 'tikai parole', en: 'password only' },
  nothing: { lv: 'vēl nav sācis', en: 'has not begun' },
};

export const READINESS_TONES: Readonly<Record<Readiness, StatusTone>> = {
  ready: 'success',
  sealed: 'info',
  excepted: 'info',
  'code-only': 'warning',
  'password-only': 'danger',
  nothing: 'danger',
};

/** What each still has to do, in one sentence. */
export const STILL_TO_DO: Readonly<Record<Readiness, Text | null>> = {
  ready: null,
  sealed: null,
  excepted: { lv: 'Līdz izņēmuma beigām jāpievieno piekļuves atslēga vai jāapstiprina konts ar Smart-ID vai eParakstu.', en: 'Before the exception ends: add a passkey, or confirm the account by Smart-ID or eParaksts.' },
  'code-only': { lv: 'Jāpievieno piekļuves atslēga vai jāapstiprina konts ar Smart-ID vai eParakstu: kodi vieni paši paroli neaizstāj.', en: 'Add a passkey, or confirm the account by Smart-ID or eParaksts: codes alone do not replace the password.' },
  'password-only': { lv: 'Jāpievieno piekļuves atslēga vai jāapstiprina konts ar Smart-ID vai eParakstu.', en: 'Add a passkey, or confirm the account by Smart-ID or eParaksts.' },
  nothing: { lv: 'Jāatver saite no e-pasta un jāpievieno pierakstīšanās līdzeklis.', en: 'Open the link from the mail and add a means of sign-in.' },
};
