import type { FirstStep } from '#platform/actions/first-step.js';
import { registerClients } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const appsSteps: readonly FirstStep[] = [
  {
    href: '/apps', permission: registerClients, use: 'besides',
    title: { lv: 'Lietotnes, kurās ieiet ar Vienkopus', en: 'Applications entered through Vienkopus' },
    text: { lv: 'Reģistrējiet savas iestādes programmu, lai tajā ieiet ar to pašu pierakstīšanos.', en: 'Register a program of your institution, to be entered by the same sign-in.' },
  },
];
