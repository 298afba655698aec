import { ANYONE } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { examWork } from './actions/waiting-work.js';
import { examsApi } from './api/routes.js';
import { protocolApproved, resultChanged, resultsPublished } from './events.js';
import { announceResults } from './jobs/announce-results.js';
import { catalogueRoutes } from './pages/catalogue/route.js';
import { correctionRoutes } from './pages/entry/correction.js';
import { entryRoutes } from './pages/entry/route.js';
import { examDayRoutes } from './pages/exam-day/route.js';
import { publicationRoutes } from './pages/publications/route.js';
import { RESULTS_OF_EXAMS, RESULTS_PATH } from './pages/results/event.js';
import { resultRoutes } from './pages/results/route.js';
import { sittingRoutes } from './pages/sitting/route.js';
import { sittingsRoutes } from './pages/sittings/route.js';
import { W } from './pages/words.js';
import { EXAMS_PERMISSIONS, keepExams, keepResults, seeSittings } from './permissions.js';
import { EXAMS_CONSTRAINTS } from './texts.js';

export const examsModule = defineModule({
  name: 'exams',
  title: W.exams,
  permissions: EXAMS_PERMISSIONS,
  constraintTexts: EXAMS_CONSTRAINTS,
  pages: [...catalogueRoutes, ...sittingsRoutes, ...sittingRoutes, ...entryRoutes, ...examDayRoutes, ...resultRoutes, ...publicationRoutes, ...correctionRoutes],
  api: examsApi,
  jobs: [announceResults] as unknown as Job[],
  publishes: [protocolApproved, resultChanged, resultsPublished],
  work: examWork,
  navigation: [
    { href: '/exams', text: W.sittings, section: 'my-work', permission: seeSittings },
    { href: '/exams/catalogue', text: W.catalogue, section: 'registers', permission: ANYONE, workOf: keepExams },
    { href: RESULTS_PATH, text: RESULTS_OF_EXAMS, section: 'my-work', permission: keepResults },
  ],
});
