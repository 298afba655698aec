import type { Forms } from '#ui/format.js';
import type { Text } from '#kernel/text.js';

/** Words that the pages about classes, pupils and teachers share. */
export const W = {
  education: { lv: 'Izglītība', en: 'Education' },
  pupils: { lv: 'Izglītojamie', en: 'Learners' },
  pupil: { lv: 'Izglītojamais', en: 'Learner' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  family: { lv: 'Uzvārds', en: 'Family name' },
  given: { lv: 'Vārds', en: 'Given name' },
  bornOn: { lv: 'Dzimis', en: 'Born' },
  code: { lv: 'Personas kods', en: 'Personal code' },
  class: { lv: 'Klase', en: 'Class' },
  classes: { lv: 'Klases un grupas', en: 'Classes and groups' },
  grade: { lv: 'Klašu grupa', en: 'Grade' },
  title: { lv: 'Nosaukums', en: 'Title' },
  kind: { lv: 'Veids', en: 'Kind' },
  programme: { lv: 'Izglītības programma', en: 'Education programme' },
  classTeacher: { lv: 'Klases audzinātājs', en: 'Class teacher' },
  teacher: { lv: 'Skolotājs', en: 'Teacher' },
  teachers: { lv: 'Pedagogi', en: 'Teachers' },
  candidates: { lv: 'Pretendenti', en: 'Candidates' },
  transfers: { lv: 'Pārcelšanās', en: 'Transfers' },
  yearEnd: { lv: 'Gada noslēgums', en: 'End of the year' },
  year: { lv: 'Mācību gads', en: 'School year' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  from: { lv: 'No', en: 'From' },
  until: { lv: 'Līdz', en: 'Until' },
  day: { lv: 'Diena', en: 'Day' },
  state: { lv: 'Stāvoklis', en: 'State' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  why: { lv: 'Kādēļ labojat', en: 'Why you correct it' },
  whyHint: { lv: 'Paskaidrojums paliek audita žurnālā, un to redz arī pati persona.', en: 'The explanation stays in the audit log, where the person sees it too.' },
  order: { lv: 'Rīkojuma numurs', en: 'Number of the order' },
  orderedOn: { lv: 'Rīkojuma datums', en: 'Date of the order' },
  form: { lv: 'Mācību forma', en: 'Form of study' },
  subject: { lv: 'Mācību priekšmets', en: 'Subject' },
  exemptions: { lv: 'Atbrīvojumi', en: 'Exemptions' },
  basis: { lv: 'Pamatojums', en: 'Basis' },
  position: { lv: 'Amats', en: 'Position' },
  workload: { lv: 'Likme', en: 'Workload' },
  workloadHint: { lv: '1 ir pilna slodze; 0 statistikā neskaita.', en: '1 is full time; 0 does not count in statistics.' },
  save: { lv: 'Saglabāt', en: 'Save' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  none: { lv: 'Nav norādīts', en: 'Not given' },
  back: { lv: 'Atpakaļ', en: 'Back' },
  codeHint: { lv: 'Pilns personas kods. Ja Latvijas personas koda nav, atstājiet tukšu un norādiet vārdu un dzimšanas dienu.', en: 'The whole personal code. Where there is no Latvian one, leave it empty and give the given name and day of birth.' },
  familyHint: { lv: 'Kā personu reģistrā: lai pārrakstīšanās kodā nenorādītu citu cilvēku.', en: 'As in the register of persons, so that a mistyped code does not name somebody else.' },
} as const satisfies Record<string, Text>;

export const PUPILS: Forms = { lv: ['izglītojamais', 'izglītojamie'], en: ['learner', 'learners'] };
export const CLASSES: Forms = { lv: ['klase vai grupa', 'klases un grupas'], en: ['class or group', 'classes and groups'] };

export const STUDY_FORMS = [
  { value: 'full-time', label: { lv: 'Klātiene', en: 'Full-time' } },
  { value: 'evening', label: { lv: 'Vakara', en: 'Evening' } },
  { value: 'part-time', label: { lv: 'Neklātiene', en: 'Part-time' } },
  { value: 'distance', label: { lv: 'Tālmācība', en: 'Distance' } },
] as const;

export const nameOf = ({ given, family }: { given: string; family: string }): string => `${family} ${given}`;
