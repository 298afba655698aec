import type { Text } from '#kernel/text.js';
import type { Matter } from '../../domain/deadlines.js';
import type { Season } from '../../domain/school-year.js';

/** Words that pages of classifiers and of the calendar share. */
export const WORDS = {
  years: { lv: 'Mācību gadi un termiņi', en: 'School years and deadlines' },
  subjects: { lv: 'Mācību priekšmeti', en: 'Subjects' },
  subject: { lv: 'Mācību priekšmets', en: 'Subject' },
  courses: { lv: 'Kursi', en: 'Courses' },
  course: { lv: 'Kurss', en: 'Course' },
  scales: { lv: 'Vērtēšanas skalas', en: 'Scales of assessment' },
  scale: { lv: 'Skala', en: 'Scale' },
  outcomes: { lv: 'Sasniedzamie rezultāti', en: 'Learning outcomes' },
  programmes: { lv: 'Izglītības programmas', en: 'Education programmes' },
  programme: { lv: 'Izglītības programma', en: 'Education programme' },
  endReasons: { lv: 'Mācību izbeigšanas iemesli', en: 'Reasons for leaving' },
  licences: { lv: 'Programmu licences', en: 'Licences of programmes' },
  institutions: { lv: 'Izglītības iestādes', en: 'Education institutions' },
  grade: { lv: 'Klase', en: 'Grade' },
  grades: { lv: 'Klases', en: 'Grades' },
  name: { lv: 'Nosaukums', en: 'Name' },
  code: { lv: 'Kods', en: 'Code' },
  from: { lv: 'No', en: 'From' },
  to: { lv: 'Līdz (pirmā diena, kad vairs nav spēkā)', en: 'Until (the first day without it)' },
  term: { lv: 'Spēkā', en: 'Holds' },
  basis: { lv: 'Tiesiskais pamats vai avots', en: 'Legal basis or source' },
  basisHint: { lv: 'Akts ar datumu un numuru, vai kur tas publicēts', en: 'The act with its date and number, or where it is published' },
  verified: { lv: 'Salīdzināts ar tiesību aktu', en: 'Compared with the legal act' },
  source: { lv: 'Avots', en: 'Source' },
  correct: { lv: 'Labot', en: 'Correct' },
  save: { lv: 'Saglabāt', en: 'Save' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  all: { lv: 'Visas', en: 'All' },
  before: { lv: 'Kas bija ierakstīts iepriekš', en: 'What was recorded before' },
  startsOn: { lv: 'Mācību gada sākums', en: 'Start of the school year' },
  firstEnds: { lv: '1. semestra pēdējā diena', en: 'Last day of semester 1' },
  secondStarts: { lv: '2. semestra pirmā diena', en: 'First day of semester 2' },
  firstDay: { lv: 'Pirmā diena', en: 'First day' },
  lastDay: { lv: 'Pēdējā diena', en: 'Last day' },
} as const satisfies Record<string, Text>;

export const MATTER_WORDS: Readonly<Record<Matter, Text>> = {
  S1: { lv: '1. semestra vērtējumi', en: 'Marks of semester 1' },
  S2: { lv: '2. semestra vērtējumi', en: 'Marks of semester 2' },
  YEAR: { lv: 'Gada vērtējumi', en: 'Marks of the year' },
  POST: { lv: 'Pēcpārbaudījumu vērtējumi', en: 'Marks of post-examinations' },
  ABSENCE: { lv: 'Kavējumi', en: 'Absences' },
  DOCUMENT: { lv: 'Izglītības dokumenti', en: 'Education documents' },
  CHILDREN: { lv: 'Obligāto izglītības vecumu sasniegušo bērnu saraksts', en: 'List of children of compulsory age' },
  COUNTS: { lv: 'Izglītojamo skaits klasēs un programmās', en: 'Learners by class and programme' },
};

export const SEASON_WORDS: Readonly<Record<Season, Text>> = {
  autumn: { lv: 'Rudens brīvlaiks', en: 'Autumn holiday' },
  winter: { lv: 'Ziemas brīvlaiks', en: 'Winter holiday' },
  spring: { lv: 'Pavasara brīvlaiks', en: 'Spring holiday' },
};

export const RULE_WORDS = {
  'on a day': { lv: 'Noteiktā dienā', en: 'On a fixed day' },
  'working days after the first semester ends': { lv: 'Darbdienas pēc 1. semestra beigām', en: 'Working days after semester 1 ends' },
  'working days after the year ends': { lv: 'Darbdienas pēc mācību gada beigām klasē', en: 'Working days after the grade’s year ends' },
  'working days after the decision': { lv: 'Darbdienas pēc lēmuma', en: 'Working days after the decision' },
} as const satisfies Record<string, Text>;

/** Options of a list from words by their values. */
export const optionsOf = (words: Readonly<Record<string, Text>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export const named = (row: { readonly nameLv: string; readonly nameEn: string }): Text => ({ lv: row.nameLv, en: row.nameEn });
