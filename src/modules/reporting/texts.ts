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
  oldUnit: { lv: 'Pašvaldība vecajā kartē', en: 'Municipality on the old map' },
  newUnit: { lv: 'Pašvaldība jaunajā kartē', en: 'Municipality on the new map' },
  institutions: { lv: 'Iestādes', en: 'Institutions' },
  undecided: { lv: 'nav nosakāma no datiem', en: 'cannot be told from data' },
  noMunicipality: { lv: 'dibinātājs nav pašvaldība', en: 'the founder is not a municipality' },
  totalOld: { lv: 'Kopā vecajā kartē', en: 'Total on the old map' },
  totalNew: { lv: 'Kopā jaunajā kartē', en: 'Total on the new map' },
  difference: { lv: 'Starpība', en: 'Difference' },
  mapOf: { lv: 'karte {day}', en: 'map on {day}' },
  stated: {
    lv: 'Datu brīdis: {moment}; iestādes dienā {on}; kartes dienās {old} un {new}; pamats – {basis}.',
    en: 'Data moment: {moment}; institutions on {on}; maps on {old} and {new}; basis – {basis}.',
  },
  none: { lv: 'Šajā dienā neviena iestāde neatbilst atlasei', en: 'No institution matches on that day' },
  noneHint: { lv: 'Mainiet dienu vai iestādes veidu.', en: 'Change the day or the kind of institution.' },
} as const satisfies Record<string, Text>;
