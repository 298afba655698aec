import type { Text } from '#kernel/text.js';

const TELL_US = { lv: 'Jūs netikāt pierakstīts. Sāciet vēlreiz; ja tas atkārtojas, ziņojiet sistēmas uzturētājam.', en: 'You were not signed in. Begin again; if it happens once more, tell the operator of the system.' };
const notBelieved = (lv: string, en: string): Text => ({ lv: `${lv} ${TELL_US.lv}`, en: `${en} ${TELL_US.en}` });

/** Why Latvija.lv proved nothing, and what to do next. */
export const LATVIJA_LV_REFUSALS = {
  'wrong-return': { lv: 'Atgriešanās no Latvija.lv neatbilst šai pierakstīšanās reizei. Sāciet vēlreiz.', en: 'The return from Latvija.lv does not belong to this sign-in. Begin again.' },
  'no-token': { lv: 'Latvija.lv neatsūtīja apliecinājumu, ka esat pierakstījies. Sāciet vēlreiz.', en: 'Latvija.lv did not send a token of your sign-in. Begin again.' },
  'bad-token': notBelieved('Latvija.lv apliecinājums nav saprotams.', 'The token of Latvija.lv cannot be understood.'),
  encrypted: notBelieved('Latvija.lv apliecinājums ir šifrēts, bet šai sistēmai nav iestatīta atslēga.', 'The token of Latvija.lv is encrypted, but no key is set for this system.'),
  'bad-signature': notBelieved('Latvija.lv apliecinājuma paraksts nav derīgs.', 'The signature of the Latvija.lv token is not valid.'),
  'for-another': notBelieved('Latvija.lv apliecinājums nav izdots šai sistēmai.', 'The token of Latvija.lv was not issued for this system.'),
  'not-valid-now': { lv: 'Latvija.lv apliecinājums vairs nav vai vēl nav derīgs. Sāciet vēlreiz.', en: 'The token of Latvija.lv is not valid any more or not yet. Begin again.' },
  'issued-before': { lv: 'Latvija.lv apliecinājums izdots, pirms sākāt pierakstīties. Sāciet vēlreiz.', en: 'The token of Latvija.lv was issued before you began to sign in. Begin again.' },
  'identity-not-confirmed': { lv: 'Latvija.lv nav apstiprinājusi Jūsu identitāti (personas kodu). Tur izvēlieties drošāku pierakstīšanās līdzekli.', en: 'Latvija.lv has not confirmed your identity (personal code). Choose a surer means of signing in there.' },
  'acts-for-another': { lv: 'Latvija.lv pateica, ka rīkojaties citas personas vai iestādes vārdā. Pierakstieties kā Jūs pats; tiesības citu vārdā šeit piešķir atsevišķi.', en: 'Latvija.lv said that you act for another person or an institution. Sign in as yourself; rights to act for others are given here separately.' },
} as const satisfies Record<string, Text>;

export type LatvijaLvRefusal = keyof typeof LATVIJA_LV_REFUSALS;
