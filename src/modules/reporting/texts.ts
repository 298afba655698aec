import type { Text } from '#kernel/text.js';

export const TEXTS = {
  title: { lv: 'Izglītības iestādes pa pašvaldībām', en: 'Education institutions by municipality' },
  lead: {
    lv: 'Vienas dienas iestādes divās kartes redakcijās blakus. Kopsumma ir vienāda; neviena iestāde nepazūd.',
    en: 'The institutions of one day under two editions of the map, side by side. The totals are equal; no institution is lost.',
  },
  on: { lv: 'Iestādes dienā', en: 'Institutions on' },
  old: { lv: 'Vecā karte (diena)', en: 'Old map (day)' },
  new: { lv: 'Jaunā karte (diena)', en: 'New map (day)' },
  basis: { lv: 'Pašvaldību nosaka', en: 'Municipality by' },
  address: { lv: 'iestādes faktiskā adrese', en: 'actual address of the institution' },
  founder: { lv: 'faktiskais dibinātājs', en: 'actual founder' },
  kind: { lv: 'Iestādes veids', en: 'Kind of institution' },
  all: { lv: 'Visi', en: 'All' },
  toPairs: { lv: 'Pašvaldība pret pašvaldību', en: 'Municipality by municipality' },
  toOld: { lv: 'Attēls vecajā kartē', en: 'Chart under the old map' },
  toNew: { lv: 'Attēls jaunajā kartē', en: 'Chart under the new map' },
  oldUnit: { lv: 'Pašvaldība vecajā kartē', en: 'Municipality on the old map' },
  newUnit: { lv: 'Pašvaldība jaunajā kartē', en: 'Municipality on the new map' },
  institutions: { lv: 'Iestādes', en: 'Institutions' },
  note: { lv: 'Piezīme', en: 'Note' },
  byFounderNote: {
    lv: 'Kartē, kas nav tās dienas karte, iestāde stāv pie dibinātāja, kāds tai bija tad: vecākā kartē – tās pēdējā dienā, jaunākā – tās pirmajā dienā. Ja iestādes tad nebija – pie pašvaldības, kas tajā kartē atbilst dibinātājam, dalītai vai apvienotai – pēc iestādes adreses dibinātāja teritorijā.',
    en: 'On a map other than that of the day an institution stands under the founder that it had then: on an older map on its last day, on a newer one on its first. One that was not there then stands under the municipality that its founder is on that map; of one divided or merged, by the institution’s address within its founder.',
  },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  otherFounder: { lv: 'dibinātājs nav pašvaldība', en: 'the founder is not a municipality' },
  totalOld: { lv: 'Kopā vecajā kartē', en: 'Total on the old map' },
  totalNew: { lv: 'Kopā jaunajā kartē', en: 'Total on the new map' },
  difference: { lv: 'Starpība', en: 'Difference' },
  mapOf: { lv: 'karte {day}', en: 'map on {day}' },
  stated: {
    lv: 'Datu brīdis: {moment}; iestādes dienā {on}; kartes dienās {old} un {new}; pamats – {basis}.',
    en: 'Data moment: {moment}; institutions on {on}; maps on {old} and {new}; basis – {basis}.',
  },
  everyRow: { lv: 'Izglītības iestādes abos teritoriālajos dalījumos', en: 'Education institutions under two editions of the map' },
  everyRowLead: {
    lv: 'Katra iestāde savā rindā ar tās pašvaldību vecajā un jaunajā kartē un abu karšu kopsummām.',
    en: 'Every institution in a row of its own with its municipality on the old and the new map, and the totals of both.',
  },
  askRows: { lv: 'Pieprasīt visas iestādes pa vienai kā datni', en: 'Ask for every institution row by row as a file' },
  onHint: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  oldHint: { lv: 'Tukšs – 30.06.2021., pirms novadu reformas.', en: 'Empty: 30.06.2021., before the municipal reform.' },
  newHint: { lv: 'Tukšs – šodiena.', en: 'Empty: today.' },
  regNr: { lv: 'Reģistrācijas numurs', en: 'Registration number' },
  institution: { lv: 'Nosaukums', en: 'Name' },
  atvk: { lv: 'ATVK kods', en: 'ATVK code' },
  editionFrom: { lv: 'redakcija no', en: 'edition from' },
  totalBoth: { lv: 'Iestādes kopā (abās kartēs vienādi)', en: 'Institutions in total (the same on both maps)' },
  withoutOld: { lv: 'No tām bez pašvaldības vecajā kartē', en: 'Of these, without a municipality on the old map' },
  withoutNew: { lv: 'No tām bez pašvaldības jaunajā kartē', en: 'Of these, without a municipality on the new map' },
  none: { lv: 'Šajā dienā neviena iestāde neatbilst atlasei', en: 'No institution matches on that day' },
  noneHint: { lv: 'Mainiet dienu vai iestādes veidu.', en: 'Change the day or the kind of institution.' },
} as const satisfies Record<string, Text>;

/** Why no unit is named, in words. */
export const withoutWords = (without: 'other founder' | 'undecided' | null): Text => (without === 'other founder' ? TEXTS.otherFounder : TEXTS.undecided);
