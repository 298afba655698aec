import type { FirstStep } from '#platform/actions/first-step.js';
import { keepClassifiers, keepPupils, seePupils } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const educationSteps: readonly FirstStep[] = [
  {
    href: '/education', permission: keepPupils, use: 'main',
    title: { lv: 'Klases un izglītojamie', en: 'Classes and learners' },
    text: { lv: 'Uzņemt, pārcelt, atskaitīt; klases un to skolotāji.', en: 'Take in, move, let leave; classes and their teachers.' },
  },
  {
    href: '/education/years', permission: keepClassifiers, use: 'main',
    title: { lv: 'Mācību gadi un klasifikatori', en: 'School years and classifiers' },
    text: { lv: 'Brīvlaiki un termiņi, programmas, priekšmeti un vērtēšanas skalas, katrs ar pamatu.', en: 'Holidays and deadlines, programmes, subjects and scales of marks, each with its basis.' },
  },
  {
    href: '/education', permission: seePupils, use: 'often',
    title: { lv: 'Skolas un izglītojamie', en: 'Schools and learners' },
    text: { lv: 'Klases, kustība un skaiti jūsu pārziņas skolās.', en: 'Classes, movements and numbers in the schools in your charge.' },
  },
];
