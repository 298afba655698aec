import type { Text } from '#kernel/text.js';
import type { Channel } from '../domain/record.js';

/** Words that the pages about marks, outcomes and absences share. */
export const W = {
  marks: { lv: 'Vērtējumi un kavējumi', en: 'Marks and absences' },
  absences: { lv: 'Kavējumi', en: 'Absences' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  pupil: { lv: 'Izglītojamais', en: 'Learner' },
  class: { lv: 'Klase', en: 'Class' },
  classes: { lv: 'Klases', en: 'Classes' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  year: { lv: 'Mācību gads', en: 'School year' },
  period: { lv: 'Periods', en: 'Period' },
  subject: { lv: 'Mācību priekšmets', en: 'Subject' },
  outcome: { lv: 'Sasniedzamais rezultāts', en: 'Learning outcome' },
  value: { lv: 'Vērtējums', en: 'Assessment' },
  language: { lv: 'Valoda', en: 'Language' },
  decidedOn: { lv: 'Lēmuma diena', en: 'Day of the decision' },
  justified: { lv: 'Attaisnotas stundas', en: 'Justified lessons' },
  unjustified: { lv: 'Neattaisnotas stundas', en: 'Unjustified lessons' },
  days: { lv: 'Neattaisnotas dienas', en: 'Unjustified days' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  order: { lv: 'Rīkojuma numurs', en: 'Number of the order' },
  save: { lv: 'Saglabāt', en: 'Save' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  due: { lv: 'Termiņš', en: 'Due' },
  nil: { lv: 'Ziņojumi, ka kavējumu nav', en: 'Nil reports' },
} as const satisfies Record<string, Text>;

export const CHANNEL_WORDS: Readonly<Record<Channel, Text>> = {
  manual: { lv: 'ievadīja skola', en: 'entered by the school' },
  service: { lv: 'atsūtīja e-žurnāls', en: 'sent by an e-journal' },
  file: { lv: 'no augšupielādēta faila', en: 'from an uploaded file' },
};

export const nameOf = ({ given, family }: { given: string; family: string }): string => `${family} ${given}`;

/** Justified and unjustified lessons: `3 + 1`. */
export const totalsOf = ({ justifiedLessons, unjustifiedLessons }: { justifiedLessons: number | null; unjustifiedLessons: number | null }): string => `${justifiedLessons ?? 0} + ${unjustifiedLessons ?? 0}`;

interface Addressed {
  readonly kind: string;
  readonly year: number;
  readonly membershipId: string;
  readonly item: number;
  readonly period: string;
}

/** Where one record is read. */
export const recordPath = ({ kind, year, membershipId, item, period }: Addressed): string => `/marks/records/${kind}/${year}/${membershipId}/${item}/${period}`;

/** The same for whom it is about. */
export const ownRecordPath = (record: Addressed): string => `/my${recordPath(record)}`;

/** Links to pages that name people carry the reason once chosen. */
export const withReason = (path: string, query: Readonly<Record<string, string>>): string => {
  const reason = query['reason'];
  return reason ? `${path}${path.includes('?') ? '&' : '?'}reason=${encodeURIComponent(reason)}` : path;
};
