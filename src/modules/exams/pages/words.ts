import type { Text } from '#kernel/text.js';
import type { StatusTone } from '#ui/status-tag.js';

/** Words that pages of exams share. */
export const W = {
  exams: { lv: 'Pārbaudījumi', en: 'Exams' },
  exam: { lv: 'Pārbaudījums', en: 'Exam' },
  catalogue: { lv: 'Mācību gada pārbaudījumi', en: 'Exams of a school year' },
  year: { lv: 'Mācību gads', en: 'School year' },
  level: { lv: 'Līmenis', en: 'Level' },
  code: { lv: 'Kods', en: 'Code' },
  kind: { lv: 'Veids', en: 'Kind' },
  parts: { lv: 'Daļas', en: 'Parts' },
  part: { lv: 'Daļa', en: 'Part' },
  points: { lv: 'Punkti', en: 'Points' },
  weight: { lv: 'Svars', en: 'Weight' },
  threshold: { lv: 'Slieksnis', en: 'Threshold' },
  basis: { lv: 'Tiesiskais pamats vai avots', en: 'Legal basis or source' },
  basisHint: { lv: 'Akts ar datumu un numuru, vai kur tas publicēts', en: 'The act with its date and number, or where it is published' },
  verification: { lv: 'Pārbaude', en: 'Verification' },
  verified: { lv: 'Salīdzināts ar tiesību aktu', en: 'Compared with the legal act' },
  unverified: { lv: 'nav pārbaudīts', en: 'not verified' },
  source: { lv: 'Avots', en: 'Source' },
  correct: { lv: 'Labot', en: 'Correct' },
  save: { lv: 'Saglabāt', en: 'Save' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  saved: { lv: 'Saglabāts.', en: 'Saved.' },
  sittings: { lv: 'Pārbaudījumu norises', en: 'Sittings' },
  institution: { lv: 'Iestāde', en: 'Institution' },
  institutions: { lv: 'Iestādes', en: 'Institutions' },
  day: { lv: 'Diena', en: 'Day' },
  time: { lv: 'Sākums', en: 'Begins' },
  class: { lv: 'Klase/kurss', en: 'Class' },
  given: { lv: 'Vārds', en: 'Given name' },
  family: { lv: 'Uzvārds', en: 'Family name' },
  personCode: { lv: 'Personas kods', en: 'Personal code' },
  candidateCode: { lv: 'Kārtotāja kods', en: 'Candidate code' },
  candidate: { lv: 'Kārtotājs', en: 'Candidate' },
  state: { lv: 'Stāvoklis', en: 'State' },
  mainTerm: { lv: 'Pamattermiņš', en: 'Main term' },
  extraTerm: { lv: 'Papildtermiņš', en: 'Extra term' },
  notSet: { lv: 'nav noteikts', en: 'not set' },
  before: { lv: 'Kas bija ierakstīts iepriekš', en: 'What was recorded before' },
  protocol: { lv: 'Dalības protokols', en: 'Participation protocol' },
  room: { lv: 'Telpa', en: 'Room' },
  seat: { lv: 'Vieta', en: 'Seat' },
  remarks: { lv: 'Piezīmes', en: 'Remarks' },
} as const satisfies Record<string, Text>;

export const optionsOf = <Value extends string>(words: Readonly<Record<Value, Text>>): { value: Value; label: Text }[] => (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));

export type Tone = StatusTone;
