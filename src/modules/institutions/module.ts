import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import * as events from './events.js';
import { institutionsApi } from './api/routes.js';
import { institutionsSteps } from './first-steps.js';
import { FOUNDERS_TO_DECIDE, founderGapsRoute } from './pages/founder-gaps/route.js';
import { institutionRoute } from './pages/institution/route.js';
import { listRoutes } from './pages/list/route.js';
import { correctionRoutes } from './pages/correct/routes.js';
import { recordingRoutes } from './pages/record/routes.js';
import { registerRoute } from './pages/register/route.js';
import { WORDS } from './pages/words.js';
import { countFounderGaps } from './actions/check-founders.js';
import { INSTITUTIONS_PERMISSIONS, registerInstitutionsPermission } from './permissions.js';
import { wholeRegister } from './reports/whole-register.js';
import { INSTITUTIONS_CONSTRAINTS } from './texts.js';

export const institutionsModule = defineModule({
  name: 'institutions',
  title: WORDS.institutions,
  permissions: INSTITUTIONS_PERMISSIONS,
  constraintTexts: INSTITUTIONS_CONSTRAINTS,
  pages: [...listRoutes, registerRoute, founderGapsRoute, institutionRoute, ...recordingRoutes, ...correctionRoutes],
  api: institutionsApi,
  reports: [wholeRegister],
  publishes: Object.values(events),
  firstSteps: institutionsSteps,
  navigation: [{ href: '/institutions', text: WORDS.institutions, section: 'registers', permission: ANYONE, often: 'daily', workOf: registerInstitutionsPermission }],
  work: [{ name: 'institutions.founder-gaps', title: FOUNDERS_TO_DECIDE, href: '/institutions/founder-gaps', permission: registerInstitutionsPermission, count: countFounderGaps }],
});
