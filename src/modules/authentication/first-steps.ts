import type { FirstStep } from '#platform/actions/first-step.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { keepBreakGlass, leadProgramme, seeProgramme } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const authenticationSteps: readonly FirstStep[] = [
  {
    href: '/sign-in-programme', permission: leadProgramme, use: 'main',
    title: { lv: 'Pāreja uz drošu pierakstīšanos', en: 'The change to safe sign-in' },
    text: { lv: 'Kurš vēl nav gatavs, kam draud palikt ārā, vēstules un diena, kad paroles beidzas.', en: 'Who is not ready yet, who would be locked out, letters, and the day on which passwords end.' },
  },
  {
    href: '/sign-in-programme', permission: seeProgramme, use: 'besides',
    title: { lv: 'Cik droši pierakstās', en: 'How safely people sign in' },
    text: { lv: 'Katras pašvaldības ceļš no parolēm uz drošu pierakstīšanos, kartē un tabulā.', en: 'How far each municipality has come from passwords to safe sign-in, as a map and a table.' },
  },
  {
    href: '/break-glass', permission: keepBreakGlass, use: 'besides',
    title: { lv: 'Avārijas konti', en: 'Sealed accounts' },
    text: { lv: 'Dienai, kad cita ceļa nav: kas tos glabā un kad tie pēdējoreiz pārbaudīti.', en: 'For the day when there is no other way: who keeps them and when they were last tested.' },
  },
  {
    href: '/my/sign-in', permission: SIGNED_IN, use: 'besides',
    title: { lv: 'Kā es pierakstos', en: 'How I sign in' },
    text: { lv: 'Mani pierakstīšanās līdzekļi, kur esmu pierakstījies un kas mēģinājis ienākt manā vārdā.', en: 'My means of sign-in, where I am signed in, and who tried to come in as me.' },
  },
];
