import type { FirstStep } from '#platform/actions/first-step.js';
import { ANYONE } from '#platform/actions/permission.js';

/** Where those whose work it is begin, on the start page. */
export const territoriesSteps: readonly FirstStep[] = [
  {
    href: '/territories/reforms/2021-07-01', permission: ANYONE, use: 'main',
    title: { lv: 'Kas ar ko apvienojās', en: 'What merged into what' },
    text: { lv: 'Reformas priekšvakars un tās diena blakus: katra jaunā pašvaldība ar tām, no kurām tā radās.', en: 'The eve of the reform and its day side by side: each new municipality with those it was made from.' },
  },
];
