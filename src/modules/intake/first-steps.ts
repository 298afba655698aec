import type { FirstStep } from '#platform/actions/first-step.js';
import { checkPackages, keepJournals, mapNames, seeBatches, seeOwnJournal } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const intakeSteps: readonly FirstStep[] = [
  {
    href: '/intake/mapping', permission: mapNames, use: 'main',
    title: { lv: 'Saskaņot e-žurnāla nosaukumus', en: 'Match names of the e-journal' },
    text: { lv: 'Vienreiz pasakiet, ko nozīmē e-žurnāla priekšmeti un klases; kas gaidīja, ieraksta pats.', en: 'Say once what subjects and classes of the e-journal mean; what waited is taken in by itself.' },
  },
  {
    href: '/intake/journals', permission: keepJournals, use: 'main',
    title: { lv: 'E-žurnāli, kas drīkst sūtīt', en: 'E-journals that may send' },
    text: { lv: 'Kurš e-žurnāls ir reģistrēts un kuras skolas to apstiprinājušas.', en: 'Which e-journal is registered, and which schools have confirmed it.' },
  },
  {
    href: '/intake/mine', permission: seeOwnJournal, use: 'main',
    title: { lv: 'Mans e-žurnāls', en: 'My e-journal' },
    text: { lv: 'Kas atsūtīts, kas pieņemts un kas katrā rindā jālabo.', en: 'What was sent, what was taken, and what is to be mended in each row.' },
  },
  {
    href: '/intake/check', permission: checkPackages, use: 'besides',
    title: { lv: 'Pārbaudīt OneRoster pakotni', en: 'Check a OneRoster package' },
    text: { lv: 'Katra kļūda ar datni, rindu, kolonnu un to, ko darīt. Nekas netiek saglabāts.', en: 'Each mistake with its file, row, column and what to do. Nothing is stored.' },
  },
  {
    href: '/intake/schools', permission: seeBatches, use: 'besides',
    title: { lv: 'Kas atsūtīts no skolām', en: 'What schools have sent' },
    text: { lv: 'E-žurnālu sūtījumi pa skolām: kas pieņemts un kas gaida.', en: 'What e-journals sent, by school: what was taken and what waits.' },
  },
];
