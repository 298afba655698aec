import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { territoriesApi } from './api/routes.js';
import { territoriesSteps } from './first-steps.js';
import { mapRoute } from './pages/map/route.js';
import { reformOnMapRoute } from './pages/reform/route.js';
import { unitRoute } from './pages/unit/route.js';

export const territoriesModule = defineModule({
  name: 'territories',
  title: { lv: 'Teritorijas', en: 'Territories' },
  api: territoriesApi,
  pages: [mapRoute, reformOnMapRoute, unitRoute],
  firstSteps: territoriesSteps,
  navigation: [{ href: '/territories', text: { lv: 'Karte', en: 'Map' }, section: 'registers', permission: ANYONE, often: 'daily' }],
});
