import type { FirstStep } from '#platform/actions/first-step.js';
import { SETTINGS } from './pages/paths.js';
import { keepPortal } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const portalSteps: readonly FirstStep[] = [
  {
    href: SETTINGS, permission: keepPortal, use: 'besides',
    title: { lv: 'Rezultātu rīts', en: 'The morning of results' },
    text: { lv: 'Kad portāls atveras, rinda un iepriekš saņemtās paketes.', en: 'When the portal opens, the queue, and packets received beforehand.' },
  },
];
