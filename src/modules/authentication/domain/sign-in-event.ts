import type { Text } from '#kernel/text.js';
import { type Factor, FACTOR_NAMES } from './factors.js';

/** By what somebody came: a means of sign-in, or how a program was entered. */
export type Way = Factor | 'program' | 'device' | 'ticket';

/** Something at a person's own door that is neither a session nor a wrong try. */
export interface SignInEvent {
  readonly kind: 'refused' | 'asked' | 'entered';
  readonly way: Way;
  /** Why it was refused; empty for all else. */
  readonly reason: string;
  /** Which program was entered, as it was called then. */
  readonly program: Text | null;
}

/** Why we ourselves refused what was proven. */
export type OwnRefusal =
  | 'second-not-allowed' | 'password-ended' | 'factor-not-allowed' | 'technical-user' | 'sealed-account'
  | 'choice-offered' | 'taken-back' | 'other-municipality' | 'connection-closed' | 'not-for-work' | 'passkey-not-verified' | 'passkey-copied' | 'device-refused' | 'ticket-late' | 'ticket-elsewhere';

const OWN: Readonly<Record<OwnRefusal, Text>> = {
  'second-not-allowed': { lv: 'Noraidīts: otrais līdzeklis te nav atļauts', en: 'Refused: the second factor is not allowed here' },
  'password-ended': { lv: 'Noraidīts: parole bija pareiza, bet paroles te ir izslēgtas', en: 'Refused: the password was right, but passwords have ended here' },
  'factor-not-allowed': { lv: 'Noraidīts: šis līdzeklis te nav atļauts', en: 'Refused: this means is not allowed here' },
  'technical-user': { lv: 'Noraidīts: ar tehnisko lietotāju nepierakstās', en: 'Refused: nobody signs in as a technical user' },
  'sealed-account': { lv: 'Noraidīts: avārijas kontu atver tikai tā atslēgas', en: 'Refused: only its keys open a sealed account' },
  'choice-offered': { lv: 'Identitāte apliecināta; bija jāizvēlas viens no vairākiem kontiem', en: 'The identity was proven; one of several accounts had to be chosen' },
  'taken-back': { lv: 'Noraidīts: šo identitāti no konta atsaistījāt', en: 'Refused: you took this identity off the account' },
  'other-municipality': { lv: 'Noraidīts: apliecināja cita pašvaldība', en: 'Refused: another municipality vouched' },
  'connection-closed': { lv: 'Noraidīts: savienojums ir slēgts', en: 'Refused: the connection is closed' },
  'not-for-work': { lv: 'Noraidīts: e-žurnāls darba kontu neatver', en: 'Refused: a school e-journal opens no account at work' },
  'passkey-not-verified': { lv: 'Neizdevās: atslēgas atbilde nederēja', en: 'Failed: the answer of the key was not good' },
  'device-refused': { lv: 'Ierīcei atteicāt', en: 'You refused the device' },
  'ticket-late': { lv: 'Noraidīts: biļete atnesta par vēlu', en: 'Refused: the ticket was brought too late' },
  'ticket-elsewhere': { lv: 'Noraidīts: biļeti atnesa cits dators', en: 'Refused: another computer brought the ticket' },
  'passkey-copied': { lv: 'Noraidīts: atslēga, iespējams, ir nokopēta', en: 'Refused: the passkey may have been copied' },
};

/** Why the outside proved nothing, for those who look back: what matters is who refused, and whether it may have been somebody else. */
const OUTSIDE: Readonly<Record<string, Text>> = {
  'user-refused': { lv: 'Atteikts ierīcē', en: 'Refused on the device' },
  'user-refused-text': { lv: 'Atteikts ierīcē', en: 'Refused on the device' },
  'user-refused-account-choice': { lv: 'Ierīcē konts netika izvēlēts', en: 'No account was chosen on the device' },
  timeout: { lv: 'Ierīcē netika apstiprināts laikā', en: 'Not confirmed on the device in time' },
  'session-gone': { lv: 'Netika pabeigts laikā', en: 'Not finished in time' },
  'wrong-code': { lv: 'Ierīcē izvēlēts nepareizs kontroles kods', en: 'A wrong verification code was chosen on the device' },
  'other-person': { lv: 'Apstiprināja cita persona', en: 'Another person confirmed' },
  'level-too-low': { lv: 'Līdzekļa drošība par zemu', en: 'The means is not sure enough' },
  'no-person': { lv: 'Kontam nav piesaistītas personas', en: 'The account names no person' },
  'of-another-account': { lv: 'Identitāte ir saistīta ar citu kontu', en: 'The identity is linked to another account' },
  'at-another-account': { lv: 'Ar šo identitāti mēģināts citā kontā', en: 'This identity was tried at another account' },
  'not-linked-before': { lv: 'Identitāte ar kontu nav bijusi saistīta', en: 'The identity was not linked to the account before' },
  'no-account': { lv: 'Smart-ID konta nav', en: 'There is no Smart-ID account' },
  'no-account-of-level': { lv: 'Līdzekļa drošība par zemu', en: 'The means is not sure enough' },
  'wrong-password': { lv: 'Nepareiza domēna parole', en: 'Wrong domain password' },
  disabled: { lv: 'Domēna konts ir atspējots', en: 'The domain account is disabled' },
  'expired-account': { lv: 'Domēna konta termiņš beidzies', en: 'The domain account has expired' },
  'expired-password': { lv: 'Domēna paroles termiņš beidzies', en: 'The domain password has expired' },
  'must-change-password': { lv: 'Domēna parole vispirms jānomaina', en: 'The domain password must be changed first' },
  locked: { lv: 'Domēna konts ir bloķēts', en: 'The domain account is locked' },
  'not-at-this-time': { lv: 'Domēna kontam šis laiks nav atļauts', en: 'The domain account may not sign in at this time' },
  'not-from-here': { lv: 'Domēna kontam šis dators nav atļauts', en: 'The domain account may not sign in on this computer' },
  'account-restricted': { lv: 'Domēna kontam pierakstīšanās ierobežota', en: 'The domain account is restricted' },
  'not-in-required-group': { lv: 'Domēna konts nav vajadzīgajā grupā', en: 'The domain account is not in the group needed' },
  'shown-again': { lv: 'Noraidīts: apliecinājums jau bija izmantots', en: 'Refused: the proof had been used already' },
  'issued-before': { lv: 'Noraidīts: apliecinājums bija vecāks par pierakstīšanos', en: 'Refused: the proof was older than the sign-in' },
  'not-valid-now': { lv: 'Noraidīts: apliecinājuma laiks nederēja', en: 'Refused: the time of the proof was not right' },
  'acts-for-another': { lv: 'Noraidīts: pierakstījāties citas personas vai iestādes vārdā', en: 'Refused: you signed in on behalf of another person or an institution' },
  'not-meant-for': { lv: 'Noraidīts: šis konts nav no tiem, ar ko te pierakstās', en: 'Refused: this account is not among those that sign in here' },
  unreachable: { lv: 'Sniedzējs nebija sasniedzams', en: 'The provider could not be reached' },
};
const NOT_PROVEN: Text = { lv: 'Sniedzējs identitāti neapliecināja', en: 'The provider proved nothing' };
const ASKED: Text = { lv: 'Tālrunim nosūtīts pieprasījums', en: 'A request was sent to the phone' };

const ENTERED_BY: Readonly<Record<Exclude<Way, Factor>, Text>> = {
  program: { lv: 'Pārlūkā', en: 'In the browser' },
  device: { lv: 'Ar ierīces kodu', en: 'By the code of a device' },
  ticket: { lv: 'Ar vienreizēju biļeti', en: 'By a one-time ticket' },
};

/** By what somebody came; what a later edition of the program may have kept stands as it is. */
export const wayInWords = (way: string): Text => ({ ...FACTOR_NAMES, ...ENTERED_BY } as Readonly<Record<string, Text>>)[way] ?? { lv: way, en: way };

/** What happened, in words for whom it happened to. */
export const eventInWords = ({ kind, reason }: Pick<SignInEvent, 'kind' | 'reason'>): Text => (kind === 'asked' ? ASKED : ((OWN as Readonly<Record<string, Text>>)[reason] ?? OUTSIDE[reason] ?? NOT_PROVEN));
