import type { FirstStep } from '#platform/actions/first-step.js';
import { hasWards, isAlone } from '#modules/persons/public.js';
import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { fillGrid, seeCompleteness, seeMarks } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const marksSteps: readonly FirstStep[] = [
  {
    href: '/marks/grids', permission: fillGrid, use: 'main',
    title: { lv: 'Ierakstīt vērtējumus', en: 'Enter marks' },
    text: { lv: 'Klase kā tabula: raksta ar tastatūru vai ielīmē no izklājlapas, arī bez savienojuma.', en: 'The class as a table: type or paste from a spreadsheet, also without a connection.' },
  },
  {
    href: '/marks/completeness', permission: seeCompleteness, use: 'main',
    title: { lv: 'Kas vēl nav ierakstīts', en: 'What is still missing' },
    text: { lv: 'No valsts līdz klasei un priekšmetam: cik pilna ir ievade un kas kad jāpabeidz.', en: 'From the country to a class and subject: how complete the entry is and what is due when.' },
  },
  {
    href: '/marks/first-day', permission: fillGrid, use: 'besides',
    title: { lv: 'Pirmā diena skolā: vērtējumi', en: 'The first day at school: marks' },
    text: { lv: 'E-žurnāls atsūta semestri, skola saskaņo nosaukumus, skolotājs ieraksta trūkstošo – četros soļos.', en: 'An e-journal sends a semester, the school matches names, the teacher fills in the rest: in four steps.' },
  },
  {
    href: '/marks', permission: seeMarks, use: 'besides',
    title: { lv: 'Vērtējumi un kavējumi', en: 'Marks and absences' },
    text: { lv: 'Klases vai izglītojamā vērtējumi un katra ieraksta ceļš.', en: 'The marks of a class or learner, and the way of each entry.' },
  },
  {
    href: '/marks/first-day', permission: ANYONE, use: 'main',
    title: { lv: 'Pirmā diena skolā: vērtējumi', en: 'The first day at school: marks' },
    text: { lv: 'E-žurnāls atsūta semestri, skola saskaņo nosaukumus, skolotājs ieraksta trūkstošo – četros soļos.', en: 'An e-journal sends a semester, the school matches names, the teacher fills in the rest: in four steps.' },
  },
  {
    href: '/my/marks', permission: SIGNED_IN, use: 'main', when: hasWards,
    title: { lv: 'Mani un bērnu vērtējumi', en: 'My and my children’s marks' },
    text: { lv: 'Vērtējumi un kavējumi no visām skolām. Kļūdu labo skola, kas to ierakstīja.', en: 'Marks and absences of all schools. A mistake is corrected by the school that made it.' },
  },
  {
    href: '/my/marks', permission: SIGNED_IN, use: 'main', when: isAlone,
    title: { lv: 'Mani vērtējumi', en: 'My marks' },
    text: { lv: 'Vērtējumi un kavējumi no visām skolām. Kļūdu labo skola, kas to ierakstīja.', en: 'Marks and absences of all schools. A mistake is corrected by the school that made it.' },
  },
];
