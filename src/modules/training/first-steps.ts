import type { FirstStep } from '#platform/actions/first-step.js';
import { delegateParticipants, organiseCourses, seeRegister, writeCourses } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const trainingSteps: readonly FirstStep[] = [
  {
    href: '/training/write', permission: writeCourses, use: 'often',
    title: { lv: 'Rakstīt mācību kursus', en: 'Write courses' },
    text: { lv: 'Īss kurss ar jautājumiem, bez kura tiesības nesāk darboties.', en: 'A short course with questions, without which a right does not begin to count.' },
  },
  {
    href: '/training/remote', permission: organiseCourses, use: 'besides',
    title: { lv: 'Rīkot attālinātās mācības', en: 'Organise remote courses' },
    text: { lv: 'Vietas, anketa, dalībnieki un kas piedalījās.', en: 'Seats, questionnaire, participants and who came.' },
  },
  {
    href: '/training/remote', permission: delegateParticipants, use: 'often',
    title: { lv: 'Sūtīt kolēģus uz mācībām', en: 'Send colleagues to courses' },
    text: { lv: 'Attālinātās mācības ar datumiem: izvēlieties, kas piedalīsies.', en: 'Remote courses with dates: choose who takes part.' },
  },
  {
    href: '/training/register', permission: seeRegister, use: 'besides',
    title: { lv: 'Kurš ko apguvis', en: 'Who has taken what' },
    text: { lv: 'Mācību reģistrs: kas, kad un cik ilgi der.', en: 'The register of training: who, when, and for how long it is good.' },
  },
];
