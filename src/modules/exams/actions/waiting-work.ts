import { schoolScope } from '#modules/education/public.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { approveProtocols, registerEntries } from '../permissions.js';
import { countListsToConfirm, countProtocolsToApprove } from '../store/sittings.js';

/** What waits for schools; the agency, which may register anyone anywhere, is not told of every school's list. */
export const examWork: readonly WorkKind[] = [
  {
    name: 'exams.lists-to-confirm',
    title: { lv: 'Pārbaudījumu kārtotāju saraksti, kas jāapstiprina', en: 'Lists of candidates to be confirmed' },
    href: '/exams',
    permission: registerEntries,
    count: async ({ tx, scope, today }) => (scope.everywhere ? 0 : countListsToConfirm(tx, await schoolScope({ tx, scope, today }), today)),
  },
  {
    name: 'exams.protocols-to-approve',
    title: { lv: 'Dalības protokoli, kas jāapstiprina', en: 'Participation protocols to be approved' },
    href: '/exams',
    permission: approveProtocols,
    count: async ({ tx, scope, today }) => countProtocolsToApprove(tx, await schoolScope({ tx, scope, today })),
  },
];
