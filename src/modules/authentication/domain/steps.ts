import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type Advised, type Readiness, wordsForAdvised } from './readiness.js';

/** What may be added where somebody belongs, and whether recovery codes help there: they are allowed, and a first step beside which they stand stays. */
export interface Advice {
  readonly advised: readonly Advised[];
  readonly recoveryCodes: boolean;
}

/** How it stands with passwords in a municipality. */
export interface PasswordsHere {
  readonly today: IsoDate;
  /** They have ended, and are not open again for a time. */
  readonly ended: boolean;
  readonly passwordsEndOn: IsoDate | null;
  readonly twoFactorsFrom: IsoDate;
}

interface NotReady {
  readonly readiness: Readiness;
  readonly login: string;
  readonly exceptedUntil: IsoDate | null;
}

/** When the password ends for one person: it has; the day has come, and the gate held; on a day to come; or it is not known yet. */
type PasswordsEnd = { readonly kind: 'ended' } | { readonly kind: 'held' | 'on'; readonly day: IsoDate } | { readonly kind: 'not-set'; readonly twoFactorsFrom: IsoDate };

export function passwordsEndFor({ today, ended, passwordsEndOn, twoFactorsFrom }: PasswordsHere, { readiness, exceptedUntil }: Pick<NotReady, 'readiness' | 'exceptedUntil'>): PasswordsEnd {
  const excepted = readiness === 'excepted' || readiness === 'exception-ends';
  if (ended) return excepted && exceptedUntil !== null ? { kind: 'on', day: exceptedUntil } : { kind: 'ended' };
  if (passwordsEndOn === null) return { kind: 'not-set', twoFactorsFrom };
  return { kind: passwordsEndOn > today ? 'on' : 'held', day: passwordsEndOn };
}

/** What somebody who is not ready does, one after the other; `publicUrl` is where the program is opened. */
export function stepsFor({ readiness, login }: Pick<NotReady, 'readiness' | 'login'>, publicUrl: string, advice: Advice, { kind }: Pick<PasswordsEnd, 'kind'>): readonly Text[] {
  if (kind === 'ended') return [LINK_FOR_MEANS, ...add(advice), { lv: `Turpmāk pierakstieties ar to: ${publicUrl}/sign-in.`, en: `From then on sign in by it: ${publicUrl}/sign-in.` }];
  return [
    ...(readiness === 'nothing' ? FIRST_LINK : []),
    { lv: `Datorā vai tālrunī atveriet ${publicUrl}/sign-in.`, en: `On a computer or phone open ${publicUrl}/sign-in.` },
    readiness === 'code-only'
      ? { lv: `Pierakstieties kā līdz šim: lietotājvārds “${login}”, parole un kods no lietotnes.`, en: `Sign in as before: user name “${login}”, password and the code from the application.` }
      : { lv: `Pierakstieties ar lietotājvārdu “${login}” un paroli.`, en: `Sign in with the user name “${login}” and the password.` },
    ...add(advice),
  ];
}

/** Where the password opens nothing any more, a mailed link does, once. */
const LINK_FOR_MEANS: Text = {
  lv: 'Ierīcē, ar kuru pierakstīsieties, atveriet saiti no e-pasta vēstules “Vienkopus: pievienojiet pierakstīšanās līdzekli”. Ja vēstules nav vai saite vairs neder, palūdziet jaunu tiem, kas palīdz.',
  en: 'On the device by which you will sign in, open the link of the mail “Vienkopus: add your means of sign-in”. If there is no such mail, or the link no longer works, ask those who help for a new one.',
};
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

/** Said whether a day is set, has come or is not known, so that nobody has to guess. */
export function untilWhen(end: PasswordsEnd): Text {
  if (end.kind === 'ended') return { lv: 'Ar paroli te vairs nevar pierakstīties.', en: 'Nobody signs in by password here any more.' };
  if (end.kind === 'not-set') {
    const day = readableDay(end.twoFactorsFrom);
    return {
      lv: `Diena, no kuras parole vairs nederēs, vēl nav noteikta. No ${day} ar paroli vien nepietiks: vajadzēs arī otru līdzekli.`,
      en: `The day from which the password no longer works has not been set yet. From ${day} the password alone is not enough: a second factor is needed too.`,
    };
  }
  const day = readableDay(end.day);
  if (end.kind === 'held')
    return {
      lv: `Paroļu beigu diena ${day} ir pienākusi. Paroles izslēgsies, tiklīdz bez tām var pierakstīties visi: izdariet to tūlīt.`,
      en: `The day set for the end of passwords (${day}) has come. They end as soon as everybody can sign in without them: do so at once.`,
    };
  return { lv: `Izdariet to pirms ${day} No šīs dienas ar paroli vairs nevarēs pierakstīties.`, en: `Do so before ${day} From that day on the password no longer signs you in.` };
}

/** Above a reminder by mail. */
export function subjectOf(end: PasswordsEnd): Text {
  if (end.kind === 'ended') return { lv: 'Ar paroli vairs nevar pierakstīties: pievienojiet līdzekli', en: 'The password no longer signs you in: add a means' };
  if (end.kind === 'on') return { lv: `No ${readableDay(end.day)} parole vairs nederēs`, en: `From ${readableDay(end.day)} the password will no longer do` };
  return { lv: 'Jāpievieno drošs pierakstīšanās līdzeklis', en: 'Add a safe means of sign-in' };
}
