import type { Text } from '#kernel/text.js';

export const TASK_TEXTS = {
  candidates: { lv: 'Iespējamās pēcteces', en: 'Possible successors' },
  successor: { lv: 'Kura pašvaldība to pārņem', en: 'Which municipality takes it over' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  basis: { lv: 'Pamats', en: 'Basis' },
  basisHint: { lv: 'Lēmums, vienošanās vai dokuments, pēc kura to var zināt; tas paliek uzdevumā', en: 'The decision, agreement or document by which it is known; it stays with the task' },
  part: { lv: 'Pagasts vai pilsēta', en: 'Parish or town' },
  partHint: { lv: 'Pēc tā visās kartēs zina, kurā pašvaldībā vieta ir', en: 'By it every map tells in which municipality the place lies' },
  namePart: { lv: 'Ierakstīt reģistrā', en: 'Write into the register' },
  carryOut: { lv: 'Nodot izvēlētajai pašvaldībai', en: 'Hand over to the municipality chosen' },
  settledElsewhere: { lv: 'Vairs nav jāizlemj: to jau pasaka reģistrs', en: 'Nothing left to decide: its register tells it' },
  founderGaps: { lv: 'Iestādes bez faktiskā dibinātāja', en: 'Institutions without an actual founder' },
} as const satisfies Record<string, Text>;

const BY_KIND: Readonly<Record<string, Text>> = {
  'institutions actual-founder': {
    lv: 'Pašvaldība tika sadalīta, un no datiem nevar zināt, kura pārņem iestādi. Jūsu izvēli izpilda uzreiz: izvēlētā pašvaldība kļūst par iestādes faktisko dibinātāju no reformas dienas. Uzdevums aizveras arī tad, ja dibinātāju norāda iestāžu reģistrā.',
    en: 'The municipality was divided, and data cannot tell which one takes the institution over. Your choice is carried out at once: the municipality chosen becomes the institution’s actual founder from the day of the reform. The task also closes when the founder is recorded in the register of institutions.',
  },
  'institutions coming-founder': {
    lv: 'Dibinātājs ierakstīts uz priekšu, bet šī pašvaldība līdz tai dienai tika sadalīta, un no datiem nevar zināt, kura ir tās vietā. Jūsu izvēli izpilda uzreiz: izvēlētā pašvaldība ir dibinātājs no tās pašas dienas. Uzdevums aizveras arī tad, ja ierakstu izlabo iestāžu reģistrā.',
    en: 'The founder was recorded ahead, but this municipality was divided before that day, and data cannot tell which one stands in its place. Your choice is carried out at once: the municipality chosen is the founder from that same day. The task also closes when the entry is corrected in the register of institutions.',
  },
  'institutions address': {
    lv: 'Adresē nav norādīts pagasts vai pilsēta, tāpēc nevar zināt, kurā no jaunajām pašvaldībām tā ir. Izvēlēto pagastu vai pilsētu uzreiz ieraksta iestāžu reģistrā; iepriekšējais ieraksts paliek vēsturē. Uzdevums aizveras arī tad, ja adresi izlabo iestāžu reģistrā.',
    en: 'The address names no parish or town, so that it cannot be known in which of the new municipalities it lies. The parish or town chosen is written into the register of institutions at once; the entry before stays in the history. The task also closes when the address is corrected in the register of institutions.',
  },
  'institutions delivery-place': {
    lv: 'Vietai nav norādīts pagasts vai pilsēta, tāpēc nevar zināt, kurā no jaunajām pašvaldībām tā ir. Izvēlēto pagastu vai pilsētu uzreiz ieraksta iestāžu reģistrā; iepriekšējais ieraksts paliek vēsturē. Uzdevums aizveras arī tad, ja vietu izlabo iestāžu reģistrā.',
    en: 'The place names no parish or town, so that it cannot be known in which of the new municipalities it lies. The parish or town chosen is written into the register of institutions at once; the entry before stays in the history. The task also closes when the place is corrected in the register of institutions.',
  },
  'access user': {
    lv: 'Pašvaldība, kurā lietotājs strādā, tika sadalīta. Jūsu izvēli izpilda uzreiz: lietotājs strādā izvēlētajā pašvaldībā. Tiesības viņam tur piešķir atsevišķi.',
    en: 'The municipality that the user works for was divided. Your choice is carried out at once: the user works for the municipality chosen. Rights there are given separately.',
  },
  'apps program': {
    lv: 'Pašvaldība, kurai lietotne pieder, tika sadalīta. Jūsu izvēli izpilda uzreiz: lietotni turpmāk pārvalda izvēlētā pašvaldība. Cilvēki tajā ieiet tāpat kā līdz šim.',
    en: 'The municipality that the program belongs to was divided. Your choice is carried out at once: the municipality chosen looks after the program from now on. People enter it as before.',
  },
  'persons resident-address': {
    lv: 'Šo iedzīvotāju deklarētajās adresēs nav pagasta vai pilsētas. Viņus skaita kopā; katra adresi precizē iedzīvotāju reģistrs. Šeit pierakstiet, kas izlemts.',
    en: 'The declared addresses of these residents name no parish or town. They are counted together; each address is made precise by the population register. Note here what was decided.',
  },
  'access open-request': {
    lv: 'Tiesību pieprasījums reformas dienā nebija izlemts. To izlemj pieprasījumu sarakstā, un tad uzdevums aizveras pats; šeit var pierakstīt, ja tas izlemts citādi.',
    en: 'The request for rights was undecided on the day of the reform. It is decided in the list of requests, and the task then closes by itself; here you can note where it was decided otherwise.',
  },
};
const NOTED: Text = {
  lv: 'No datiem to nevar izlemt. Lēmumu tikai pieraksta: izpilda to reģistrā, kurā šie ieraksti ir.',
  en: 'Data cannot decide this. The decision is only noted: it is carried out in the register that holds these entries.',
};

/** What deciding a task does, and why a person is asked. */
export const whatDecidingDoes = ({ participant, kind }: { readonly participant: string; readonly kind: string }): Text => BY_KIND[`${participant} ${kind}`] ?? NOTED;
