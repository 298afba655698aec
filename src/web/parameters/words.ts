import type { Text } from '#kernel/text.js';
import type { Numbers, Parameter, ParameterUnit } from '#kernel/parameter.js';
import { counted, type Forms, number } from '#ui/format.js';

export const W = {
  what: { lv: 'Kas', en: 'What' },
  value: { lv: 'Vērtība', en: 'Value' },
  numbers: { lv: 'Vērtības', en: 'Values' },
  allowed: { lv: 'Atļauts', en: 'Allowed' },
  period: { lv: 'Spēkā', en: 'In force' },
  basis: { lv: 'Pamats', en: 'Basis' },
  now: { lv: 'tagad', en: 'now' },
  coming: { lv: 'vēl nav spēkā', en: 'not in force yet' },
  compared: { lv: 'Salīdzināts ar tiesību aktu', en: 'Compared with the act' },
  notCompared: { lv: 'nav salīdzināts', en: 'not compared' },
  actions: { lv: 'Darbības', en: 'Actions' },
  change: { lv: 'Mainīt', en: 'Change' },
  takeBack: { lv: 'Atsaukt', en: 'Take back' },
  earlier: { lv: 'Agrākās vērtības', en: 'Earlier values' },
  from: { lv: 'No dienas', en: 'From' },
  go: { lv: 'Turpināt', en: 'Continue' },
} as const satisfies Record<string, Text>;

/** Numbers with what they are counted in, the unit once. */
export const inWords = (numbers: Numbers, { unit }: Pick<Parameter, 'unit'>): Text => {
  const said = (lang: keyof Text) => [...numbers.slice(0, -1).map((one) => number(one, lang)), ...numbers.slice(-1).map((one) => counted(one, UNITS[unit], lang))].join(', ');
  return { lv: said('lv'), en: said('en') };
};

export const rangeOf = ({ least, most, unit }: Parameter): Text => {
  const said = (lang: keyof Text) => `${number(least, lang)}–\u2060${counted(most, UNITS[unit], lang)}`;
  return { lv: said('lv'), en: said('en') };
};

const UNITS: Readonly<Record<ParameterUnit, Forms>> = {
  seconds: { lv: ['sekunde', 'sekundes'], en: ['second', 'seconds'] },
  minutes: { lv: ['minūte', 'minūtes'], en: ['minute', 'minutes'] },
  hours: { lv: ['stunda', 'stundas'], en: ['hour', 'hours'] },
  days: { lv: ['diena', 'dienas'], en: ['day', 'days'] },
  cents: { lv: ['cents', 'centi'], en: ['cent', 'cents'] },
  'working-days': { lv: ['darba diena', 'darba dienas'], en: ['working day', 'working days'] },
  years: { lv: ['gads', 'gadi'], en: ['year', 'years'] },
  months: { lv: ['mēnesis', 'mēneši'], en: ['month', 'months'] },
  characters: { lv: ['rakstzīme', 'rakstzīmes'], en: ['character', 'characters'] },
  attempts: { lv: ['mēģinājums', 'mēģinājumi'], en: ['attempt', 'attempts'] },
  lessons: { lv: ['mācību stunda', 'mācību stundas'], en: ['lesson', 'lessons'] },
  'half-points': { lv: ['puspunkts', 'puspunkti'], en: ['half-point', 'half-points'] },
  'yes-no': { lv: ['(0: nē, 1: jā)', '(0: nē, 1: jā)'], en: ['(0: no, 1: yes)', '(0: no, 1: yes)'] },
  bits: { lv: ['bits', 'biti'], en: ['bit', 'bits'] },
  people: { lv: ['cilvēks', 'cilvēki'], en: ['person', 'people'] },
};
