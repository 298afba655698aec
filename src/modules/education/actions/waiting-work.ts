import type { WorkKind } from '#platform/actions/work-kind.js';
import { keepPupils } from '../permissions.js';
import { countProposedRollovers } from '../store/rollover.js';
import { countTransfersToAnswer } from '../store/waiting.js';
import { schoolScope } from './school-scope.js';

/** What waits for schools, counted on the start page of the program. */
export const educationWork: readonly WorkKind[] = [
  {
    name: 'education.transfers',
    title: { lv: 'Izglītojamo pārcelšanās lūgumi', en: 'Requests to transfer learners' },
    href: '/education',
    permission: keepPupils,
    count: async ({ tx, scope, today }) => countTransfersToAnswer(tx, await schoolScope({ tx, scope, today })),
  },
  {
    name: 'education.rollover',
    title: { lv: 'Priekšlikumi pārcelšanai nākamajā klasē, kas jāizpilda', en: 'Proposals of promotion to be carried out' },
    href: '/education',
    permission: keepPupils,
    count: async ({ tx, scope, today }) => countProposedRollovers(tx, await schoolScope({ tx, scope, today })),
  },
];
