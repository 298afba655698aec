import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { settle } from './jobs/settle.js';
import { settlementsRoutes } from './pages/routes.js';
import { PATH, W } from './pages/words.js';
import { seeSettlements, SETTLEMENTS_PERMISSIONS } from './permissions.js';
import { SETTLEMENTS_CONSTRAINTS } from './texts.js';

export const settlementsModule = defineModule({
  name: 'settlements',
  title: W.settlements,
  permissions: SETTLEMENTS_PERMISSIONS,
  constraintTexts: SETTLEMENTS_CONSTRAINTS,
  pages: settlementsRoutes,
  jobs: [settle] as unknown as Job[],
  navigation: [{ href: PATH, text: W.settlements, section: 'my-work', permission: seeSettlements }],
});
