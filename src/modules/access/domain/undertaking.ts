import type { Text } from '#kernel/text.js';

/** What whoever asks for a right undertakes (apliecinājums). The words are ours: an institution compares them with its own rules. */
export const UNDERTAKINGS: readonly Text[] = [
  { lv: 'Tiesības un pierakstīšanās līdzekļus izmantošu tikai saviem darba pienākumiem un nevienam tos nenodošu.', en: 'I will use the rights and my means of sign-in for my duties at work only, and hand them to nobody.' },
  { lv: 'Cilvēku datus aplūkošu un izmantošu tikai tad, kad tas vajadzīgs darbam, un neizpaudīšu tos arī pēc darba attiecību beigām.', en: 'I will look at and use people’s data only when my work needs it, and will not disclose it, also after my employment ends.' },
  { lv: 'Zinu, ka katra mana darbība tiek pierakstīta un ka cilvēks redz, kas un kāpēc ir aplūkojis viņa datus.', en: 'I know that all I do is recorded, and that people see who looked at their data and why.' },
  { lv: 'Par nozaudētu pierakstīšanās līdzekli, svešu piekļuvi vai kļūdu datos ziņošu tūlīt.', en: 'I will tell at once of a lost means of sign-in, of access by others, and of mistakes in the data.' },
  { lv: 'Kad tiesības darbam vairs nav vajadzīgas, lūgšu tās izbeigt.', en: 'When my work does not need the rights any more, I will ask for them to be ended.' },
];

export interface Wish {
  readonly applicant: string;
  readonly login: string;
  readonly role: string;
  readonly place: string;
  readonly period: string;
  readonly basis: string;
}

/** To be filled in by hand or in any program: nothing is known of who will sign. */
const BLANK = '…………………………………………………';
export const BLANK_WISH: Wish = { applicant: BLANK, login: BLANK, role: BLANK, place: BLANK, period: BLANK, basis: BLANK };

/** The application with the undertaking, worded for paper: always in Latvian, as it is a document of the state. */
export const applicationOf = ({ applicant, login, role, place, period, basis }: Wish) => ({
  lang: 'lv-LV',
  addressee: 'Vienkopus: tiesību administratoram',
  title: 'Iesniegums par lietotāja tiesībām un apliecinājums',
  facts: [
    { name: 'Iesniedzējs', value: applicant },
    { name: 'Lietotājvārds', value: login },
    { name: 'Tiesības', value: role },
    { name: 'Vieta', value: place },
    { name: 'Laiks', value: period },
    { name: 'Pamats', value: basis },
  ],
  undertakes: 'Lūdzu piešķirt man šīs tiesības un apliecinu:',
  undertakings: UNDERTAKINGS.map(({ lv }) => lv),
  howToSign: 'Dokuments parakstāms ar drošu elektronisko parakstu, kas satur laika zīmogu (.edoc vai .asice), un iesniedzams kopā ar tiesību pieprasījumu.',
});
