import { addBesideSitting, makeCertificatesBy } from '#modules/exams/public.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { parameterRoutes } from '#web/parameters/routes.js';
import { listUnsealed } from './actions/count-unsealed.js';
import { certificateParameterActions } from './actions/parameters.js';
import { certificateWork } from './actions/waiting-work.js';
import { changesApi } from './api/change-routes.js';
import { certificatesApi } from './api/routes.js';
import { certificateRevoked } from './events.js';
import { certificatesSteps } from './first-steps.js';
import { followingResults, followResults } from './jobs/follow-results.js';
import { lookForDue, renew } from './jobs/renew.js';
import { seal, watchSealings } from './jobs/seal.js';
import { tellingChanges } from './jobs/tell-changes.js';
import { lookForUnsealed, tellingUnsealed } from './jobs/tell-of-unsealed.js';
import { formRoutes } from './pages/forms/route.js';
import { ownRoutes } from './pages/own/route.js';
import { paperRoutes } from './pages/paper/route.js';
import { proofRoutes } from './pages/proofs/route.js';
import { receiverRoutes } from './pages/receivers/route.js';
import { schoolRoutes } from './pages/school/route.js';
import { sealingRoutes } from './pages/sealings/route.js';
import { CERTIFICATES, FORMS, MINE, PAPER, PROOFS, RECEIVERS, SEALINGS, sittingPath, W } from './pages/words.js';
import { CERTIFICATES_PERMISSIONS, deliverPaper, keepForms, oversee, sealCertificates, seeStates } from './permissions.js';
import { examApplicants } from './reports/applicants.js';
import { certificateNumbers } from './reports/certificate-numbers.js';
import { examResults } from './reports/exam-results.js';
import { CERTIFICATES_CONSTRAINTS } from './texts.js';

const parameters = parameterRoutes({ path: `${CERTIFICATES}/parameters`, title: W.numbers, above: [{ text: W.paper, href: PAPER }] }, certificateParameterActions);

addBesideSitting('certificates', { words: { lv: 'Lejupielādēt sertifikātus', en: 'Download certificates' }, permission: seeStates, href: sittingPath });
makeCertificatesBy({ count: listUnsealed, permission: sealCertificates, href: (year) => `${SEALINGS}?year=${year}` });

export const certificatesModule = defineModule({
  name: 'certificates',
  title: W.certificates,
  permissions: CERTIFICATES_PERMISSIONS,
  constraintTexts: CERTIFICATES_CONSTRAINTS,
  pages: [...parameters, ...sealingRoutes, ...proofRoutes, ...formRoutes, ...paperRoutes, ...ownRoutes, ...schoolRoutes, ...receiverRoutes],
  api: [...certificatesApi, ...changesApi],
  jobs: [seal, watchSealings, followResults, renew, lookForDue, lookForUnsealed] as unknown as Job[],
  subscriptions: [...followingResults, ...tellingChanges, tellingUnsealed],
  publishes: [certificateRevoked],
  reports: [examResults, examApplicants, certificateNumbers],
  work: certificateWork,
  firstSteps: certificatesSteps,
  navigation: [
    { href: CERTIFICATES, text: W.certificates, section: 'my-work', permission: seeStates },
    { href: SEALINGS, text: W.sealing, section: 'my-work', permission: sealCertificates },
    { href: PAPER, text: W.paper, section: 'my-work', permission: deliverPaper },
    { href: FORMS, text: W.forms, section: 'my-work', permission: keepForms },
    { href: PROOFS, text: W.proofs, section: 'my-work', permission: oversee },
    { href: RECEIVERS, text: W.receivers, section: 'my-work', permission: oversee },
    { href: MINE, text: W.mine, residentsText: W.certificates, section: 'mine', permission: SIGNED_IN, forResidents: true, concerns: ({ personId }) => personId !== null },
  ],
});
