import { SIGNED_IN } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { personsApi } from './api/routes.js';
import { cardRoutes } from './pages/card/route.js';
import { looksRoutes } from './pages/looks/route.js';
import { ownRoutes } from './pages/own/route.js';
import { addressRoute } from './pages/record/address.js';
import { guardianshipRoute } from './pages/record/guardianship.js';
import { nameRoute } from './pages/record/name.js';
import { searchRoutes } from './pages/search/route.js';
import { WORDS } from './pages/words.js';
import { findPersonsPermission, PERSONS_PERMISSIONS } from './permissions.js';
import { PERSONS_CONSTRAINTS } from './texts.js';

export const personsModule = defineModule({
  name: 'persons',
  title: WORDS.persons,
  permissions: PERSONS_PERMISSIONS,
  constraintTexts: PERSONS_CONSTRAINTS,
  pages: [...searchRoutes, ...cardRoutes, ...ownRoutes, ...looksRoutes, addressRoute, nameRoute, guardianshipRoute],
  api: personsApi,
  navigation: [
    { href: '/persons', text: WORDS.persons, section: 'registers', permission: findPersonsPermission },
    { href: '/me', text: WORDS.myData, section: 'my-work', permission: SIGNED_IN },
    { href: '/me/looks', text: WORDS.looks, section: 'my-work', permission: SIGNED_IN },
  ],
});
