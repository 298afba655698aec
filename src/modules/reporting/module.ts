import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { institutionsByMunicipalityRoutes } from './pages/institutions-by-municipality/route.js';
import { institutionsUnderTwoEditions } from './reports/institutions-under-two-editions.js';
import { TEXTS } from './texts.js';

export const reportingModule = defineModule({
  name: 'reporting',
  title: { lv: 'Pārskati', en: 'Reports' },
  pages: institutionsByMunicipalityRoutes,
  reports: [institutionsUnderTwoEditions],
  navigation: [{ href: '/reports/institutions-by-municipality', text: TEXTS.title, section: 'registers', permission: ANYONE, often: 'yearly' }],
});
