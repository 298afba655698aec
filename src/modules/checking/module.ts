import { ANYONE } from '#platform/actions/permission.js';
import { defineModule } from '#web/module-definition.js';
import { checkingSteps } from './first-steps.js';
import { checkRoutes } from './pages/check/route.js';
import { listRoutes } from './pages/lists/route.js';
import { CHECK, LISTS } from './pages/paths.js';
import { W } from './pages/words.js';
import { CHECKING_PERMISSIONS, keepLists } from './permissions.js';
import { CHECKING_CONSTRAINTS } from './texts.js';

export const checkingModule = defineModule({
  name: 'checking',
  title: W.check,
  permissions: CHECKING_PERMISSIONS,
  constraintTexts: CHECKING_CONSTRAINTS,
  pages: [...checkRoutes, ...listRoutes],
  firstSteps: checkingSteps,
  navigation: [
    { href: CHECK, text: W.check, section: 'registers', permission: ANYONE, often: 'yearly' },
    { href: LISTS, text: W.lists, section: 'administration', permission: keepLists, often: 'yearly' },
  ],
});
