import type { FirstStep } from '#platform/actions/first-step.js';
import { publishAnnouncements, readAudit } from './permissions.js';

/** Where those whose work it is begin, on the start page. */
export const workspaceSteps: readonly FirstStep[] = [
  {
    href: '/audit', permission: readAudit, use: 'main',
    title: { lv: 'Meklēt audita žurnālā', en: 'Search the audit log' },
    text: { lv: 'Kas, kad, kāpēc un kura datus skatīja vai mainīja. Arī jūsu meklējums tajā paliek.', en: 'Who looked at or changed whose data, when and why. Your search stays in it too.' },
  },
  {
    href: '/announcements', permission: publishAnnouncements, use: 'often',
    title: { lv: 'Paziņot jaunumu visiem', en: 'Tell everybody some news' },
    text: { lv: 'Jaunums vai darba pārtraukums sākumlapā, no dienas līdz dienai.', en: 'News or an outage on the start page, from day to day.' },
  },
];
