import { ANYONE } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { portalSteps } from './first-steps.js';
import { forgetPackets } from './jobs/forget-packets.js';
import { frontRoutes } from './pages/front/route.js';
import { ownRoutes } from './pages/own/route.js';
import { packetRoutes } from './pages/packet/route.js';
import { FRONT, SETTINGS } from './pages/paths.js';
import { settingsRoutes } from './pages/settings/route.js';
import { FOR_PUPILS, TITLE } from './pages/words.js';
import { keepPortal, PORTAL_PERMISSIONS } from './permissions.js';
import { PORTAL_CONSTRAINTS } from './texts.js';

export const portalModule = defineModule({
  name: 'portal',
  title: TITLE,
  permissions: PORTAL_PERMISSIONS,
  constraintTexts: PORTAL_CONSTRAINTS,
  pages: [...frontRoutes, ...ownRoutes, ...packetRoutes, ...settingsRoutes],
  jobs: [forgetPackets] as unknown as Job[],
  firstSteps: portalSteps,
  navigation: [
    { href: FRONT.lv, hrefEn: FRONT.en, text: FOR_PUPILS, section: 'registers', permission: ANYONE },
    { href: SETTINGS, text: TITLE, section: 'administration', permission: keepPortal },
  ],
});
