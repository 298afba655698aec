import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { institutionsApi } from './api/routes.js';
import { FOUNDERS_TO_DECIDE, founderGapsRoute } from './pages/founder-gaps/route.js';
import { institutionRoute } from './pages/institution/route.js';
import { listRoutes } from './pages/list/route.js';
import { closeRoute } from './pages/record/close.js';
import { deliveryPlaceRoute } from './pages/record/delivery-place.js';
import { founderRoute } from './pages/record/founder.js';
import { renameRoute } from './pages/record/rename.js';
import { registerRoute } from './pages/register/route.js';
import { WORDS } from './pages/words.js';
import { countFounderGaps } from './actions/check-founders.js';
import { INSTITUTIONS_PERMISSIONS, registerInstitutionsPermission } from './permissions.js';
import { INSTITUTIONS_CONSTRAINTS } from './texts.js';

export const institutionsModule = defineModule({
  name: 'institutions',
  title: WORDS.institutions,
  permissions: INSTITUTIONS_PERMISSIONS,
  constraintTexts: INSTITUTIONS_CONSTRAINTS,
  pages: [...listRoutes, registerRoute, founderGapsRoute, institutionRoute, renameRoute, founderRoute, deliveryPlaceRoute, closeRoute],
  api: institutionsApi,
  navigation: [{ href: '/institutions', text: WORDS.institutions, section: 'registers', permission: ANYONE }],
  work: [{ name: 'institutions.founder-gaps', title: FOUNDERS_TO_DECIDE, href: '/institutions/founder-gaps', permission: registerInstitutionsPermission, count: countFounderGaps }],
});
