import type { FirstStep } from '#platform/actions/first-step.js';
import { registerInstitutionsPermission } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const institutionsSteps: readonly FirstStep[] = [
  {
    href: '/institutions', permission: registerInstitutionsPermission, use: 'main',
    title: { lv: 'Reģistrēt un labot iestādes', en: 'Register and correct institutions' },
    text: { lv: 'Atrodiet iestādi jebkurā dienā; no tās kartītes maina dibinātāju, adresi un vadītāju vai to slēdz.', en: 'Find an institution on any day; from its card its founder, address and head are changed, or it is closed.' },
  },
  {
    href: '/institutions/founder-gaps', permission: registerInstitutionsPermission, use: 'often',
    title: { lv: 'Iestādes bez skaidra dibinātāja', en: 'Institutions without a certain founder' },
    text: { lv: 'Ko reforma pati nevarēja izlemt: kam pāriet sadalītas pašvaldības iestāde.', en: 'What a reform could not decide by itself: to whom an institution of a split municipality passes.' },
  },
];
