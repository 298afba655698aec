import { listHolders } from '#modules/access/public.js';
import type { Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { keepBreakGlass } from '../permissions.js';

interface Told {
  readonly subject: Text;
  readonly body: Text;
}

/** Tells everybody who keeps sealed accounts, in the program and by mail; gives how many they are. */
export async function tellKeepers(context: WriteContext, told: Told & { readonly onceKey: string }): Promise<number> {
  const keepers = await listHolders(context.tx, keepBreakGlass.name, null, context.today);
  for (const { userId, email } of keepers) await notify(context, { userId, email: email || null, kind: 'authentication.break-glass', link: '/break-glass', ...told });
  return keepers.length;
}

export const USED: Told = {
  subject: { lv: 'TRAUKSME: lietots avārijas konts', en: 'ALARM: a sealed account was used' },
  body: {
    lv: 'Kontā {login} tikko pierakstījās. Ja tas nav paredzēts, apturiet to tūlīt; pēc lietošanas pierakstiet, kam tas bija vajadzīgs.',
    en: 'Someone has just signed in to {login}. If this is not expected, suspend it at once; afterwards write down what it was needed for.',
  },
};

export const SEALED: Told = {
  subject: { lv: 'Izveidots avārijas konts', en: 'An account was sealed' },
  body: {
    lv: 'Konts {login} tagad ir avārijas konts: to atver tikai drošības atslēga, un par katru lietošanu jūs saņemsiet trauksmi. Iemesls: {reason}',
    en: 'The account {login} is a sealed one now: only a security key opens it, and you will be alarmed at each use. Reason: {reason}',
  },
};

export const UNSEALED: Told = {
  subject: { lv: 'Konts vairs nav avārijas konts', en: 'A sealed account was unsealed' },
  body: {
    lv: 'Konts {login} atkal ir parasts: trauksmes par tā lietošanu vairs nebūs. Ja tas nav paredzēts, izveidojiet avārijas kontu no jauna un noskaidrojiet, kas to atcēla.',
    en: 'The account {login} is an ordinary one again: its use alarms nobody any more. If this is not expected, seal it anew and find out who undid it.',
  },
};

export const MEANS_CHANGED: Told = {
  subject: { lv: 'Mainīti avārijas konta līdzekļi', en: 'The means of a sealed account changed' },
  body: {
    lv: 'Kontam {login} – {what}: {factor}. Ja tas nav paredzēts, apturiet to un noskaidrojiet, kas to darīja.',
    en: 'Account {login}, {what}: {factor}. If this is not expected, suspend it and find out who did it.',
  },
};

export const ADDRESS_CHANGED: Told = {
  subject: { lv: 'Avārijas kontam norādīts cits e-pasts', en: 'A sealed account was given another mail address' },
  body: {
    lv: 'Kontam {login} norādīts cits e-pasts. Ja tas nav paredzēts, apturiet to un noskaidrojiet, kas to darīja.',
    en: 'Account {login} was given another mail address. If this is not expected, suspend it and find out who did it.',
  },
};

export const SUSPENDED: Told = {
  subject: { lv: 'Avārijas konts ir apturēts', en: 'A sealed account was suspended' },
  body: {
    lv: 'Konts {login} ir apturēts, un to neatvērs arī tā atslēgas. Ja tas nav paredzēts, lūdziet to atjaunot un noskaidrojiet, kas to apturēja.',
    en: 'The account {login} is suspended, and not even its keys open it. If this is not expected, have it reactivated and find out who suspended it.',
  },
};

export const TESTED: Told = {
  subject: { lv: 'Avārijas konts ir pārbaudīts', en: 'A sealed account was tested' },
  body: { lv: 'Konta {login} lietojums pierakstīts kā ceturkšņa pārbaude: {words}', en: 'The use of {login} was written down as its quarterly test: {words}' },
};

export const EXPLAINED: Told = {
  subject: { lv: 'Paskaidrots avārijas konta lietojums', en: 'The use of a sealed account was explained' },
  body: { lv: 'Konta {login} lietojums pierakstīts: {words}', en: 'The use of {login} was written down: {words}' },
};

export const TEST_DUE: Told = {
  subject: { lv: 'Jāpārbauda avārijas konts', en: 'A sealed account is to be tested' },
  body: {
    lv: 'Konts {login} nav pārbaudīts ilgāk par ceturksni. Pierakstieties tajā ar abām drošības atslēgām pēc kārtas un pierakstiet to kā pārbaudi.',
    en: 'The account {login} has not been tested for more than a quarter. Sign in to it with each of its security keys and write that down as a test.',
  },
};
