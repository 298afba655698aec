import { ANYONE, SIGNED_IN } from '#platform/actions/permission.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { takeUpImports, workOffImport } from './actions/import-points.js';
import { examWork } from './actions/waiting-work.js';
import { resultsApi } from './api/result-routes.js';
import { examsApi } from './api/routes.js';
import { protocolApproved, resultChanged, resultsPublished } from './events.js';
import { examsSteps } from './first-steps.js';
import { announceResults } from './jobs/announce-results.js';
import { removeScansNightly } from './jobs/remove-scans.js';
import { OWN_APPEALS, OWN_APPEALS_PATH } from './pages/appeals/own.js';
import { APPEALS, APPEALS_PATH } from './pages/appeals/page.js';
import { appealRoutes } from './pages/appeals/route.js';
import { ASSESSMENT, assessmentRoutes, DESK_PATH } from './pages/assessment/route.js';
import { catalogueRoutes } from './pages/catalogue/route.js';
import { correctionRoutes } from './pages/entry/correction.js';
import { entryRoutes } from './pages/entry/route.js';
import { examDayRoutes } from './pages/exam-day/route.js';
import { OWN_RESULTS, OWN_RESULTS_PATH, ownResultRoutes } from './pages/own-results/route.js';
import { parameterRoutesOfExams } from './pages/parameters/route.js';
import { publicationRoutes } from './pages/publications/route.js';
import { RESULTS_OF_EXAMS, RESULTS_PATH } from './pages/results/event.js';
import { importRoutes } from './pages/results/import.js';
import { resultRoutes } from './pages/results/route.js';
import { seenWorkRoutes } from './pages/scans/seen.js';
import { scanRoutes } from './pages/scans/sitting.js';
import { sittingRoutes } from './pages/sitting/route.js';
import { otherCandidateRoutes } from './pages/sittings/other.js';
import { sittingsRoutes } from './pages/sittings/route.js';
import { W } from './pages/words.js';
import { assess, EXAMS_PERMISSIONS, keepExams, keepResults, registerAppeals, seeSittings } from './permissions.js';
import { examOutcomes } from './reports/exam-outcomes.js';
import { EXAMS_CONSTRAINTS } from './texts.js';

rememberReasons({
  'exam-assessment': { lv: 'Pārbaudījuma darba vērtēšana', en: 'Assessment of a work of an exam' },
  'exam-appeal': { lv: 'Apelācijas izskatīšana komisijā', en: 'Hearing an appeal in its commission' },
});

export const examsModule = defineModule({
  name: 'exams',
  title: W.exams,
  permissions: EXAMS_PERMISSIONS,
  constraintTexts: EXAMS_CONSTRAINTS,
  pages: [...catalogueRoutes, ...sittingsRoutes, ...otherCandidateRoutes, ...sittingRoutes, ...entryRoutes, ...examDayRoutes, ...resultRoutes, ...publicationRoutes, ...correctionRoutes, ...importRoutes, ...appealRoutes, ...assessmentRoutes, ...scanRoutes, ...seenWorkRoutes, ...ownResultRoutes, ...parameterRoutesOfExams],
  api: [...examsApi, ...resultsApi],
  jobs: [announceResults, workOffImport, takeUpImports, removeScansNightly] as unknown as Job[],
  publishes: [protocolApproved, resultChanged, resultsPublished],
  reports: [examOutcomes],
  work: examWork,
  firstSteps: examsSteps,
  navigation: [
    { href: '/exams', text: W.sittings, section: 'my-work', permission: seeSittings },
    { href: '/exams/catalogue', text: W.catalogue, section: 'registers', permission: ANYONE, workOf: keepExams },
    { href: RESULTS_PATH, text: RESULTS_OF_EXAMS, section: 'my-work', permission: keepResults },
    { href: APPEALS_PATH, text: APPEALS, section: 'my-work', permission: registerAppeals },
    { href: OWN_RESULTS_PATH, text: OWN_RESULTS, residentsText: { lv: 'Pārbaudījumu rezultāti', en: 'Exam results' }, section: 'mine', permission: SIGNED_IN, forResidents: true, concerns: ({ personId }) => personId !== null },
    { href: OWN_APPEALS_PATH, text: OWN_APPEALS, section: 'mine', permission: SIGNED_IN, often: 'yearly', forResidents: true, concerns: ({ personId }) => personId !== null },
    { href: DESK_PATH, text: ASSESSMENT, section: 'my-work', permission: assess },
  ],
});
