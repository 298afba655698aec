import type { IsoDate } from '#kernel/iso-date.js';
import { isoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';

export const APPEAL_ABOUT = ['mark', 'procedure'] as const;
export type AppealAbout = (typeof APPEAL_ABOUT)[number];
export const LODGED_BY = ['pupil', 'representative', 'officer'] as const;
export type LodgedBy = (typeof LODGED_BY)[number];
export const CHANNELS = ['program', 'paper', 'e-address'] as const;
export const APPEAL_STATES = ['lodged', 'decided', 'withdrawn'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];
export const APPEAL_OUTCOMES = ['keep', 'raise', 'lower'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/** The same day number so many months on, or the month's last day where it has none such: 31 January and a month is the last day of February. */
export function monthsLater(day: IsoDate, months: number): IsoDate {
  const [year, month, number] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, Number(day.slice(8))];
  const [y, m] = [year + Math.floor(month / 12), (month % 12) + 1];
  const last = m === 2 ? (y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return isoDate(`${y}-${String(m).padStart(2, '0')}-${String(Math.min(number, last)).padStart(2, '0')}`);
}

/** What points that were given on an appeal make of it. */
export function outcomeOfChange(before: number, after: number): AppealOutcome {
  if (after === before) return 'keep';
  return after > before ? 'raise' : 'lower';
}

export const ABOUT_WORDS: Readonly<Record<AppealAbout, Text>> = { mark: { lv: 'Vērtējums', en: 'The mark' }, procedure: { lv: 'Norises gaita', en: 'How the exam was held' } };
export const LODGED_WORDS: Readonly<Record<LodgedBy, Text>> = {
  pupil: { lv: 'Pilngadīgs izglītojamais', en: 'The pupil, of age' },
  representative: { lv: 'Nepilngadīgā likumiskais pārstāvis', en: 'Lawful representative of a minor' },
  officer: { lv: 'Resocializācijas darbinieks ieslodzījuma vietā', en: 'Resocialisation officer in prison' },
};
export const CHANNEL_WORDS: Readonly<Record<(typeof CHANNELS)[number], Text>> = { program: { lv: 'Vienkopus', en: 'Vienkopus' }, paper: { lv: 'Uz papīra', en: 'On paper' }, 'e-address': { lv: 'E-adrese vai parakstīts e-pasts', en: 'E-address or signed e-mail' } };
export const STATE_WORDS: Readonly<Record<AppealState, Text>> = { lodged: { lv: 'Iesniegta', en: 'Lodged' }, decided: { lv: 'Izlemta', en: 'Decided' }, withdrawn: { lv: 'Atsaukta', en: 'Withdrawn' } };
export const OUTCOME_OF_APPEAL: Readonly<Record<AppealOutcome, Text>> = {
  keep: { lv: 'Vērtējums paliek', en: 'The mark stays' }, raise: { lv: 'Vērtējums paaugstināts', en: 'The mark is raised' }, lower: { lv: 'Vērtējums pazemināts', en: 'The mark is lowered' },
};
