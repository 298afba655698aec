import { defineModule } from '#web/module-definition.js';
import { institutionsApi } from './api/routes.js';
import { INSTITUTIONS_PERMISSIONS } from './permissions.js';
import { INSTITUTIONS_CONSTRAINTS } from './texts.js';

export const institutionsModule = defineModule({
  name: 'institutions',
  title: { lv: 'Izglītības iestādes', en: 'Education institutions' },
  permissions: INSTITUTIONS_PERMISSIONS,
  constraintTexts: INSTITUTIONS_CONSTRAINTS,
  api: institutionsApi,
});
