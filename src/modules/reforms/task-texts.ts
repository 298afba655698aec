import type { Text } from '#kernel/text.js';

export const TASK_TEXTS = {
  candidates: { lv: 'Iespējamās pēcteces', en: 'Possible successors' },
  successor: { lv: 'Kura pašvaldība to pārņem', en: 'Which municipality takes it over' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  basis: { lv: 'Pamats', en: 'Basis' },
  basisHint: { lv: 'Lēmums vai vienošanās, uz kuras pamata pārņem; to ieraksta iestādes vēsturē', en: 'The decision or agreement on which it is taken over; it is written into the history of the institution' },
  carryOut: { lv: 'Nodot izvēlētajai pašvaldībai', en: 'Hand over to the municipality chosen' },
  settledElsewhere: { lv: 'Atrisināts iestāžu reģistrā', en: 'Settled in the register of institutions' },
  founderGaps: { lv: 'Iestādes bez faktiskā dibinātāja', en: 'Institutions without an actual founder' },
} as const satisfies Record<string, Text>;

const BY_KIND: Readonly<Record<string, Text>> = {
  'institutions actual-founder': {
    lv: 'Pašvaldība tika sadalīta, un no datiem nevar zināt, kura pārņem iestādi. Jūsu izvēli izpilda uzreiz: izvēlētā pašvaldība kļūst par iestādes faktisko dibinātāju no reformas dienas. Uzdevums aizveras arī tad, ja dibinātāju norāda iestāžu reģistrā.',
    en: 'The municipality was divided, and data cannot tell which one takes the institution over. Your choice is carried out at once: the municipality chosen becomes the institution’s actual founder from the day of the reform. The task also closes when the founder is recorded in the register of institutions.',
  },
  'institutions address': {
    lv: 'Adresē nav norādīts pagasts vai pilsēta, tāpēc nevar zināt, kurā no jaunajām pašvaldībām tā ir. Iestāžu reģistrators adresi labo iestādes lapā; šeit pierakstiet, kas izlemts.',
    en: 'The address names no parish or town, so that it cannot be known in which of the new municipalities it lies. The registrar of institutions corrects the address on the institution’s page; note here what was decided.',
  },
  'institutions delivery-place': {
    lv: 'Vietai nav norādīts pagasts vai pilsēta, tāpēc nevar zināt, kurā no jaunajām pašvaldībām tā ir. Iestāžu reģistrators to labo iestādes lapā; šeit pierakstiet, kas izlemts.',
    en: 'The place names no parish or town, so that it cannot be known in which of the new municipalities it lies. The registrar of institutions corrects it on the institution’s page; note here what was decided.',
  },
  'access user': {
    lv: 'Pašvaldība, kurā lietotājs strādā, tika sadalīta. Jaunajā darbavietā viņu iekļauj tās lietotāju administrators; šeit pierakstiet, kas izlemts.',
    en: 'The municipality that the user works for was divided. The user administrator of the new workplace takes them in; note here what was decided.',
  },
  'access open-request': {
    lv: 'Tiesību pieprasījums reformas dienā nebija izlemts. To izlemj pieprasījumu sarakstā; šeit pierakstiet, kas izlemts.',
    en: 'The request for rights was undecided on the day of the reform. It is decided in the list of requests; note here what was decided.',
  },
};
const NOTED: Text = {
  lv: 'No datiem to nevar izlemt. Lēmumu tikai pieraksta: izpilda to reģistrā, kurā šie ieraksti ir.',
  en: 'Data cannot decide this. The decision is only noted: it is carried out in the register that holds these entries.',
};

/** What deciding a task does, and why a person is asked. */
export const whatDecidingDoes = ({ participant, kind }: { readonly participant: string; readonly kind: string }): Text => BY_KIND[`${participant} ${kind}`] ?? NOTED;
