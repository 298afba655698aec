import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { admissionSteps } from './actions/admissions.js';
import { marksWork } from './actions/waiting-work.js';
import { contributeMarks } from './actions/contribute.js';
import { addParcelSteps } from './actions/parcel.js';
import { admissionsApi } from './api/admissions-routes.js';
import { marksApi } from './api/routes.js';
import { marksSteps } from './first-steps.js';
import { countStandings, recountStandings, touchStandings } from './jobs/count-standings.js';
import { sendReminders } from './jobs/send-reminders.js';
import { classRoutes } from './pages/class/route.js';
import { completenessRoutes } from './pages/completeness/route.js';
import { consentRoutes } from './pages/consents/route.js';
import { MY_MARKS } from './pages/own/page.js';
import { ownRoutes } from './pages/own/route.js';
import { pupilRoutes } from './pages/pupil/route.js';
import { recordRoutes } from './pages/record/route.js';
import { reminderRoutes } from './pages/reminders/route.js';
import { firstDayRoutes } from './pages/first-day/route.js';
import { gridRoutes } from './pages/grid/route.js';
import { schoolRoutes } from './pages/school/route.js';
import { W } from './pages/words.js';
import { completenessReport } from './reports/completeness.js';
import { learnersByGrade } from './reports/learners-by-grade.js';
import { longAbsences } from './reports/long-absences.js';
import { preschoolSnapshot } from './reports/preschool-snapshot.js';
import { fillGrid, MARKS_PERMISSIONS, seeCompleteness, seeMarks } from './permissions.js';
import { MARKS_CONSTRAINTS } from './texts.js';

contributeMarks();
addParcelSteps('marks', admissionSteps);

export const marksModule = defineModule({
  name: 'marks',
  title: W.marks,
  permissions: MARKS_PERMISSIONS,
  constraintTexts: MARKS_CONSTRAINTS,
  pages: [...schoolRoutes, ...classRoutes, ...recordRoutes, ...pupilRoutes, ...ownRoutes, ...firstDayRoutes, ...gridRoutes, ...completenessRoutes, ...reminderRoutes, ...consentRoutes],
  api: [...marksApi, ...admissionsApi],
  jobs: [countStandings, recountStandings, sendReminders] as unknown as Job[],
  subscriptions: touchStandings,
  reports: [learnersByGrade, preschoolSnapshot, completenessReport, longAbsences],
  work: marksWork,
  firstSteps: marksSteps,
  navigation: [
    { href: '/marks', text: W.marks, section: 'my-work', permission: seeMarks, often: 'daily' },
    { href: '/my/marks', text: MY_MARKS, residentsText: { lv: 'Vērtējumi', en: 'Marks' }, section: 'mine', permission: SIGNED_IN, forResidents: true, concerns: ({ personId }) => personId !== null },
    { href: '/marks/grids', text: { lv: 'Ievade klasēs', en: 'Entry in classes' }, section: 'my-work', permission: fillGrid, often: 'daily' },
    { href: '/marks/completeness', text: { lv: 'Ievades pilnība', en: 'Completeness of entry' }, section: 'my-work', permission: seeCompleteness },
  ],
});
