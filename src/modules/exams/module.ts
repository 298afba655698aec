import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { examWork } from './actions/waiting-work.js';
import { examsApi } from './api/routes.js';
import { protocolApproved } from './events.js';
import { catalogueRoutes } from './pages/catalogue/route.js';
import { entryRoutes } from './pages/entry/route.js';
import { examDayRoutes } from './pages/exam-day/route.js';
import { sittingRoutes } from './pages/sitting/route.js';
import { sittingsRoutes } from './pages/sittings/route.js';
import { W } from './pages/words.js';
import { EXAMS_PERMISSIONS, keepExams, seeSittings } from './permissions.js';
import { EXAMS_CONSTRAINTS } from './texts.js';

export const examsModule = defineModule({
  name: 'exams',
  title: W.exams,
  permissions: EXAMS_PERMISSIONS,
  constraintTexts: EXAMS_CONSTRAINTS,
  pages: [...catalogueRoutes, ...sittingsRoutes, ...sittingRoutes, ...entryRoutes, ...examDayRoutes],
  api: examsApi,
  publishes: [protocolApproved],
  work: examWork,
  navigation: [
    { href: '/exams', text: W.sittings, section: 'my-work', permission: seeSittings },
    { href: '/exams/catalogue', text: W.catalogue, section: 'registers', permission: ANYONE, workOf: keepExams },
  ],
});
