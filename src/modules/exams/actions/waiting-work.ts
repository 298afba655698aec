import { ownUserId } from '#modules/access/public.js';
import { schoolScope } from '#modules/education/public.js';
import { dayInRiga } from '#kernel/clock.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { approveProtocols, assess, decideAppeals, leadExams, publishResults, registerEntries } from '../permissions.js';
import { countListsToConfirm, countProtocolsToApprove } from '../store/sittings.js';
import { countAppealsToDecide, countProtocolsMissing, countTasks, findProposals } from '../store/waiting.js';
import { worksToTake } from './assess.js';

/** What waits for schools, for the agency and for assessors; the agency, which may do anything anywhere, is not told of every school's list and protocol. */
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
  {
    name: 'exams.protocols-missing',
    title: { lv: 'Notikuši pārbaudījumi bez dalības protokola', en: 'Exams held that have no participation protocol' },
    href: '/exams',
    permission: leadExams,
    count: async ({ tx, scope, today }) => (scope.everywhere ? 0 : countProtocolsMissing(tx, await schoolScope({ tx, scope, today }), today)),
  },
  {
    name: 'exams.appeals-to-decide',
    title: { lv: 'Apelācijas, kas jāizlemj', en: 'Appeals to be decided' },
    href: '/exams/appeals',
    permission: decideAppeals,
    count: async ({ tx, scope, today }) => countAppealsToDecide(tx, await schoolScope({ tx, scope, today })),
  },
  {
    name: 'exams.publications-to-confirm',
    title: { lv: 'Rezultātu paziņošana, kas jāapstiprina', en: 'Publications of results to be confirmed' },
    href: '/exams/results/publications',
    permission: publishResults,
    async count({ tx, actor, now }) {
      const { count, first } = await findProposals(tx, ownUserId(actor), now);
      return { count, due: first && dayInRiga(first) };
    },
  },
  {
    name: 'exams.works-in-hand',
    title: { lv: 'Pārbaudījumu darbi jūsu rokās', en: 'Works of exams in your hands' },
    href: '/exams/assessment',
    permission: assess,
    count: ({ tx, actor }) => countTasks(tx, ownUserId(actor)),
  },
  {
    name: 'exams.works-to-take',
    title: { lv: 'Pārbaudījumi, kuros jūs gaida vērtējami darbi', en: 'Exams with works that wait to be assessed by you' },
    href: '/exams/assessment',
    permission: assess,
    count: async (context) => (await worksToTake(context)).size,
  },
];
