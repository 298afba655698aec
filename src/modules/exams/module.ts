import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { catalogueApi } from './api/routes.js';
import { catalogueRoutes } from './pages/catalogue/route.js';
import { W } from './pages/words.js';
import { EXAMS_PERMISSIONS } from './permissions.js';
import { EXAMS_CONSTRAINTS } from './texts.js';

export const examsModule = defineModule({
  name: 'exams',
  title: W.exams,
  permissions: EXAMS_PERMISSIONS,
  constraintTexts: EXAMS_CONSTRAINTS,
  pages: catalogueRoutes,
  api: catalogueApi,
  navigation: [{ href: '/exams/catalogue', text: W.catalogue, section: 'registers', permission: ANYONE }],
});
