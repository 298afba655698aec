import { SIGNED_IN } from '#platform/actions/permission.js';
import { rememberReasons } from '#platform/audit/reason-words.js';
import { defineModule } from '#web/module-definition.js';
import { personsApi } from './api/routes.js';
import { LOOK_REASONS } from './domain/look-reasons.js';
import { personsSteps } from './first-steps.js';
import { cardRoutes } from './pages/card/route.js';
import { correctRoutes } from './pages/correct/routes.js';
import { looksRoutes } from './pages/looks/route.js';
import { ownRoutes } from './pages/own/route.js';
import { recordRoutes } from './pages/record/routes.js';
import { registerRoute } from './pages/register/route.js';
import { searchRoutes } from './pages/search/route.js';
import { WORDS } from './pages/words.js';
import { findPersonsPermission, PERSONS_PERMISSIONS } from './permissions.js';
import { residentsByMunicipality } from './reports/residents-by-municipality.js';
import { PERSONS_CONSTRAINTS } from './texts.js';

rememberReasons(LOOK_REASONS);

export const personsModule = defineModule({
  name: 'persons',
  title: WORDS.persons,
  permissions: PERSONS_PERMISSIONS,
  constraintTexts: PERSONS_CONSTRAINTS,
  pages: [...searchRoutes, ...cardRoutes, ...ownRoutes, ...looksRoutes, registerRoute, ...recordRoutes, ...correctRoutes],
  api: personsApi,
  reports: [residentsByMunicipality],
  firstSteps: personsSteps,
  navigation: [
    { href: '/persons', text: WORDS.persons, section: 'my-work', permission: findPersonsPermission, often: 'daily' },
    { href: '/me', text: WORDS.myData, section: 'mine', permission: SIGNED_IN, forResidents: true, concerns: ({ personId }) => personId !== null },
    { href: '/me/looks', text: WORDS.looks, section: 'mine', permission: SIGNED_IN, forResidents: true, concerns: ({ personId }) => personId !== null },
  ],
});
