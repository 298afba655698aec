import { type Parcel, type Semester, semesterOfKlasesSoma, semesterOfZalais } from './semester.js';

/** A made-up e-journal that sends marks. Its secret is as well known as the passwords of the demonstration. */
export interface Vendor {
  readonly code: string;
  readonly title: string;
  readonly clientId: string;
  readonly secret: string;
  readonly habits: string;
  readonly semester: (semester: Semester) => readonly Parcel[];
}

/** Outcomes as this journal knows them; two for each of some subjects and grades. */
const outcomesOf = (grade: number): readonly string[] => [`LV.${grade}.1`, `LV.${grade}.2`, `MAT.${grade}.1`, `MAT.${grade}.2`];

export const VENDORS: readonly Vendor[] = [
  {
    code: 'zalais', title: 'Zaļais žurnāls', clientId: '0e000000-0000-4000-8000-00000000000a', secret: 'vienkopus-demo-2026-zalais',
    habits: 'Raksta nosaukumus, kā pieraduši skolotāji (“Svešvaloda (angļu)”, “5A”), skaita kavējumus pa mēnešiem, un viens iestatījums palicis uz veco adresi.',
    semester: semesterOfZalais,
  },
  {
    code: 'klases-soma', title: 'Klases soma', clientId: '0e000000-0000-4000-8000-00000000000b', secret: 'vienkopus-demo-2026-klases-soma',
    habits: 'Sūta sasniedzamos rezultātus un priekšmetu numurus, daži no tiem ir nepareizi; gada vērtējumus nokavē, otro semestri sūta par agru un vienu skolu sajauc.',
    semester: (semester) => semesterOfKlasesSoma(semester, outcomesOf),
  },
];
