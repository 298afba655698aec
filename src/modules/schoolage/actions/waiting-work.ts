import type { WorkKind } from '#platform/actions/work-kind.js';
import { keepInquiries } from '../permissions.js';
import { countOpen } from '../store/inquiries.js';

/** Children whom a municipality is to find. */
export const schoolageWork: readonly WorkKind[] = [
  {
    name: 'schoolage.inquiries',
    title: { lv: 'Bērni, kas nav nevienā izglītības iestādē', en: 'Children who are in no institution' },
    href: '/schoolage',
    permission: keepInquiries,
    count: ({ tx, scope, today }) => countOpen(tx, scope, today),
  },
];
