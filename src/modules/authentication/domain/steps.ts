import type { Text } from '#kernel/text.js';
import { type Advised, type Readiness, wordsForAdvised } from './readiness.js';

/** What may be added where somebody belongs, and whether recovery codes help there: they are allowed, and a first step beside which they stand stays. */
export interface Advice {
  readonly advised: readonly Advised[];
  readonly recoveryCodes: boolean;
}

/** What somebody who is not ready does, one after the other; `publicUrl` is where the program is opened. */
export const stepsFor = (readiness: Readiness, login: string, publicUrl: string, advice: Advice): readonly Text[] => [
  ...(readiness === 'nothing' ? FIRST_LINK : []),
  { lv: `Datorā vai tālrunī atveriet ${publicUrl}/sign-in.`, en: `On a computer or phone open ${publicUrl}/sign-in.` },
  readiness === 'code-only'
    ? { lv: `Pierakstieties kā līdz šim: lietotājvārds “${login}”, parole un kods no lietotnes.`, en: `Sign in as before: user name “${login}”, password and the code from the application.` }
    : { lv: `Pierakstieties ar lietotājvārdu “${login}” un paroli.`, en: `Sign in with the user name “${login}” and the password.` },
  ...add(advice),
];

const FIRST_LINK: readonly Text[] = [
  {
    lv: 'Atrodiet e-pastā vēstuli “Vienkopus: izvēlieties paroli”, atveriet tās saiti un izvēlieties paroli. Ja vēstules nav vai saite vairs neder, palūdziet jaunu.',
    en: 'Find the mail “Vienkopus: choose your password”, open its link and choose a password. If there is no such mail, or the link no longer works, ask for a new one.',
  },
];
/** Only what the municipality allows and what there is is advised. */
function add({ advised, recoveryCodes }: Advice): readonly Text[] {
  const steps = {
    lv: wordsForAdvised(advised, 'lv', { passkey: 'Atveriet “Mani pierakstīšanās līdzekļi”, nospiediet “Pievienot piekļuves atslēgu” un dariet, ko ierīce lūdz: pielieciet pirkstu, parādiet seju vai ievadiet PIN.', confirm: 'Lapā “Mani pierakstīšanās līdzekļi” kontu var apstiprināt ar: {ways}.', link: 'Tur var saistīt arī darba kontu: {ways}.' }).join(' '),
    en: wordsForAdvised(advised, 'en', { passkey: 'Open “My means of sign-in”, press “Add a passkey” and do what the device asks: finger, face or PIN.', confirm: 'On the page “My means of sign-in” the account can be confirmed by: {ways}.', link: 'There the account of your work can be linked too: {ways}.' }).join(' '),
  };
  return advised.length > 0 ? [steps, recoveryCodes ? RECOVERY : ONE_MORE] : [NOTHING_ALLOWED];
}
const NOTHING_ALLOWED: Text = { lv: 'Sazinieties ar tiem, kas palīdz: pašvaldība vēl nav atļāvusi līdzekli, ko pievienot.', en: 'Ask those who help: the municipality has not yet allowed any means that could be added.' };
const RECOVERY: Text = {
  lv: 'Turpat izveidojiet atkopšanas kodus un izdrukājiet tos: tie palīdz, ja ierīce pazūd.',
  en: 'There too make recovery codes and print them: they help if the device is lost.',
};

const ONE_MORE: Text = { lv: 'Ja varat, pievienojiet vēl otru no tiem: tas palīdz, ja pirmais pazūd.', en: 'If you can, add another of them: it helps if the first is lost.' };

/** Said where a day is set and where none is, so that nobody has to guess. */
export const untilWhen = (passwordsEndOn: string | null, twoFactorsFrom: string): Text =>
  passwordsEndOn
    ? {
        lv: `Izdariet to pirms ${passwordsEndOn} No šīs dienas ar paroli vairs nevarēs pierakstīties.`,
        en: `Do so before ${passwordsEndOn} From that day on the password no longer signs you in.`,
      }
    : {
        lv: `Diena, no kuras parole vairs nederēs, vēl nav noteikta. No ${twoFactorsFrom} ar paroli vien nepietiks: vajadzēs arī otru līdzekli.`,
        en: `The day from which the password no longer works has not been set yet. From ${twoFactorsFrom} the password alone is not enough: a second factor is needed too.`,
      };
