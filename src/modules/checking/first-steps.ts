import type { FirstStep } from '#platform/actions/first-step.js';
import { LISTS } from './pages/paths.js';
import { keepLists } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const checkingSteps: readonly FirstStep[] = [
  {
    href: LISTS, permission: keepLists, use: 'besides',
    title: { lv: 'Uzticamie saraksti', en: 'Trusted lists' },
    text: { lv: 'Kuriem parakstu izdevējiem te tic un no kuras dienas ir saraksti.', en: 'Which issuers of signatures are believed here, and of which day the lists are.' },
  },
];
