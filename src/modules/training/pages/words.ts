import type { Text } from '#kernel/text.js';

/** Words that several pages share. */
export const WORDS = {
  training: { lv: 'Mācības', en: 'Training' },
  course: { lv: 'Kurss', en: 'Course' },
  courses: { lv: 'Kursi', en: 'Courses' },
  write: { lv: 'Mācību kursu rakstīšana', en: 'Writing of courses' },
  required: { lv: 'Tiesībām noteiktie kursi', en: 'Courses that rights ask for' },
  register: { lv: 'Mācību reģistrs', en: 'Register of training' },
  waiting: { lv: 'Kuru tiesības gaida mācības', en: 'Whose rights wait for training' },
  remote: { lv: 'Attālinātās mācības', en: 'Remote courses' },
  role: { lv: 'Loma', en: 'Role' },
  place: { lv: 'Vieta', en: 'Place' },
  user: { lv: 'Lietotājs', en: 'User' },
  name: { lv: 'Vārds, uzvārds', en: 'Name' },
  login: { lv: 'Lietotājvārds', en: 'User name' },
  takenOn: { lv: 'Diena', en: 'Day' },
  result: { lv: 'Rezultāts', en: 'Result' },
  state: { lv: 'Stāvoklis', en: 'State' },
  certificate: { lv: 'Apliecība', en: 'Certificate' },
  validTo: { lv: 'Derīga līdz (ieskaitot)', en: 'Valid until (included)' },
  workplace: { lv: 'Darbavieta toreiz', en: 'Workplace then' },
  from: { lv: 'No', en: 'From' },
  basis: { lv: 'Pamats', en: 'Basis' },
  save: { lv: 'Saglabāt', en: 'Save' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
  all: { lv: 'Visi', en: 'All' },
  country: { lv: 'Visa valsts', en: 'Whole country' },
  when: { lv: 'Kad', en: 'When' },
  seats: { lv: 'Vietas', en: 'Seats' },
  answers: { lv: 'Atbildes', en: 'Answers' },
  titleLv: { lv: 'Nosaukums latviski', en: 'Title in Latvian' },
  titleEn: { lv: 'Nosaukums angliski', en: 'Title in English' },
  aboutLv: { lv: 'Par ko tas ir, latviski', en: 'What it is about, in Latvian' },
  aboutEn: { lv: 'Par ko tas ir, angliski', en: 'What it is about, in English' },
} as const satisfies Record<string, Text>;

/** A title in both languages; the Latvian one stands in where there is no English. */
export const titleOf = ({ titleLv, titleEn }: { titleLv: string; titleEn: string }): Text => ({ lv: titleLv, en: titleEn || titleLv });

export const roleOf = ({ roleLv, roleEn }: { roleLv: string; roleEn: string }): Text => ({ lv: roleLv, en: roleEn });
