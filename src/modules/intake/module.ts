import { defineModule } from '#web/module-definition.js';
import { intakeApi } from './api/routes.js';
import { checkRoutes } from './pages/check/route.js';
import { WORDS } from './pages/check/words.js';
import { checkPackages, INTAKE_PERMISSIONS } from './permissions.js';

export const intakeModule = defineModule({
  name: 'intake',
  title: { lv: 'Datu saņemšana', en: 'Intake of data' },
  permissions: INTAKE_PERMISSIONS,
  pages: checkRoutes,
  api: intakeApi,
  navigation: [{ href: '/intake/check', text: WORDS.check, section: 'my-work', permission: checkPackages }],
});
