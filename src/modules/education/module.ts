import { ANYONE } from '#platform/actions/permission.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { educationWork } from './actions/waiting-work.js';
import { classifierApi } from './api/classifier-routes.js';
import { classApi } from './api/class-routes.js';
import { pupilApi } from './api/pupil-routes.js';
import { candidateApi } from './api/candidate-routes.js';
import { teacherApi } from './api/teacher-routes.js';
import { transferApi } from './api/transfer-routes.js';
import { statusApi } from './api/status-routes.js';
import { educationSteps } from './first-steps.js';
import { classifierRoutes } from './pages/classifiers/routes.js';
import { candidateRoutes } from './pages/candidates/route.js';
import { classRoutes } from './pages/class/route.js';
import { exemptionRoutes } from './pages/exemptions/route.js';
import { membershipRoutes } from './pages/membership/route.js';
import { pupilRoutes } from './pages/pupil/route.js';
import { rolloverRoutes } from './pages/rollover/route.js';
import { schoolRoutes } from './pages/school/route.js';
import { STANDING_REASONS } from './pages/standing-reason.js';
import { teacherRoutes } from './pages/teachers/route.js';
import { transferRoutes } from './pages/transfers/route.js';
import { carryOutTransfers } from './jobs/carry-out-transfers.js';
import { endWithInstitution } from './jobs/end-with-institution.js';
import { takeSnapshots } from './jobs/take-snapshots.js';
import { EDUCATION_PERMISSIONS, keepClassifiers, seePupils } from './permissions.js';
import { nameEducation } from './store/names.js';
import { EDUCATION_CONSTRAINTS } from './texts.js';

rememberReasons(STANDING_REASONS);

export const educationModule = defineModule({
  name: 'education',
  title: { lv: 'Izglītība', en: 'Education' },
  permissions: EDUCATION_PERMISSIONS,
  constraintTexts: EDUCATION_CONSTRAINTS,
  pages: [...classifierRoutes, ...schoolRoutes, ...classRoutes, ...pupilRoutes, ...membershipRoutes, ...exemptionRoutes, ...candidateRoutes, ...transferRoutes, ...teacherRoutes, ...rolloverRoutes],
  names: nameEducation,
  jobs: [carryOutTransfers, takeSnapshots] as unknown as Job[],
  subscriptions: [endWithInstitution],
  work: educationWork,
  api: [...classifierApi, ...classApi, ...pupilApi, ...candidateApi, ...transferApi, ...teacherApi, ...statusApi],
  firstSteps: educationSteps,
  navigation: [
    { href: '/education', text: { lv: 'Klases un izglītojamie', en: 'Classes and learners' }, section: 'my-work', permission: seePupils, often: 'daily' },
    { href: '/education/years', text: { lv: 'Mācību gadi un klasifikatori', en: 'School years and classifiers' }, section: 'registers', permission: ANYONE, workOf: keepClassifiers },
  ],
});
