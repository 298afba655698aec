import type { WorkKind } from '#platform/actions/work-kind.js';
import { PAPER, PROOFS, SEALINGS } from '../paths.js';
import { deliverPaper, sealCertificates } from '../permissions.js';
import { countStoppedRenewals } from '../store/renewals.js';
import { findStopped } from '../store/sealings.js';
import { countUnsealed } from './count-unsealed.js';
import { unfitNames } from './mend-name.js';
import { openRequests } from './paper.js';

/** What waits for the agency; what the program will try again by itself is told of too, since until then nothing is sealed. */
export const certificateWork: readonly WorkKind[] = [
  {
    name: 'certificates.stopped-sealings',
    title: { lv: 'Apstājusies vai apturēta sertifikātu zīmogošana', en: 'Sealings of certificates that stopped or were paused' },
    href: SEALINGS,
    permission: sealCertificates,
    count: async ({ tx }) => (await findStopped(tx)).n,
  },
  {
    name: 'certificates.unsealed',
    title: { lv: 'Rezultāts paziņots, bet sertifikāts nav apzīmogots', en: 'Results published whose certificates are not sealed' },
    href: SEALINGS,
    permission: sealCertificates,
    count: countUnsealed,
  },
  {
    name: 'certificates.stopped-renewals',
    title: { lv: 'Apstājusies vai apturēta arhīva laika zīmogu pievienošana', en: 'Runs of archive time stamps that stopped or were paused' },
    href: PROOFS,
    permission: sealCertificates,
    count: ({ tx }) => countStoppedRenewals(tx),
  },
  { name: 'certificates.unfit-names', title: { lv: 'Sertifikāti, kuru vārdu nevar nodrukāt', en: 'Certificates whose name cannot be printed' }, href: SEALINGS, permission: sealCertificates, count: ({ tx }) => unfitNames(tx) },
  { name: 'certificates.paper', title: { lv: 'Sertifikātu pieprasījumi papīra formā', en: 'Requests for certificates on paper' }, href: PAPER, permission: deliverPaper, count: ({ tx }) => openRequests(tx) },
];
