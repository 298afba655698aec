import type { Text } from '#kernel/text.js';
import type { Readiness } from './readiness.js';

/** What somebody who is not ready does, one after the other; `publicUrl` is where the program is opened. */
export const stepsFor = (readiness: Readiness, login: string, publicUrl: string): readonly Text[] => [
  ...(readiness === 'nothing' ? FIRST_LINK : []),
  { lv: `Datorā vai tālrunī atveriet ${publicUrl}/sign-in.`, en: `On a computer or phone open ${publicUrl}/sign-in.` },
  readiness === 'code-only'
    ? { lv: `Pierakstieties kā līdz šim: lietotājvārds “${login}”, parole un kods no lietotnes.`, en: `Sign in as before: user name “${login}”, password and the code from the application.` }
    : { lv: `Pierakstieties ar lietotājvārdu “${login}” un paroli.`, en: `Sign in with the user name “${login}” and the password.` },
  ...ADD,
];

const FIRST_LINK: readonly Text[] = [
  {
    lv: 'Atrodiet e-pastā vēstuli “Vienkopus: izvēlieties paroli”, atveriet tās saiti un izvēlieties paroli. Ja vēstules nav vai saite vairs neder, palūdziet jaunu.',
    en: 'Find the mail “Vienkopus: choose your password”, open its link and choose a password. If there is no such mail, or the link no longer works, ask for a new one.',
  },
];
const ADD: readonly Text[] = [
  {
    lv: 'Atveriet “Mani pierakstīšanās līdzekļi”, nospiediet “Pievienot piekļuves atslēgu” un dariet, ko ierīce lūdz: pielieciet pirkstu, parādiet seju vai ievadiet PIN. Ja jums ir Smart-ID vai eParaksts, varat turpat apstiprināt kontu ar to.',
    en: 'Open “My means of sign-in”, press “Add a passkey” and do what the device asks: finger, face or PIN. If you have Smart-ID or eParaksts, you can confirm the account by it there instead.',
  },
  {
    lv: 'Turpat izveidojiet atkopšanas kodus un izdrukājiet tos: tie palīdz, ja ierīce pazūd.',
    en: 'There too make recovery codes and print them: they help if the device is lost.',
  },
];

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
