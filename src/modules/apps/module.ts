import { rememberReasons } from '#platform/audit/reason-words.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { appsSteps } from './first-steps.js';
import { askDirectories } from './jobs/ask-directories.js';
import { endWithSessions, endWithSuspendedUser } from './jobs/follow-sessions.js';
import { renewSigningKeysNightly } from './jobs/renew-signing-keys.js';
import { sendLogout } from './jobs/send-logout.js';
import { tidyArtifacts } from './jobs/tidy.js';
import { clientsRoutes } from './pages/clients/route.js';
import { keysRoutes } from './pages/keys/route.js';
import { mineRoutes } from './pages/mine/route.js';
import { oldAddressesRoutes } from './pages/old-addresses/route.js';
import { nameClients } from './store/names.js';
import { PARAMETERS } from './domain/parameters.js';
import { WORDS } from './pages/words.js';
import { APPS_PERMISSIONS, manageProvider, registerClients } from './permissions.js';
import { APPS_CONSTRAINTS } from './texts.js';

rememberReasons(PARAMETERS);

export const appsModule = defineModule({
  name: 'apps',
  title: { lv: 'Lietotnes', en: 'Programs' },
  permissions: APPS_PERMISSIONS,
  constraintTexts: APPS_CONSTRAINTS,
  pages: [...mineRoutes, ...keysRoutes, ...oldAddressesRoutes, ...clientsRoutes],
  jobs: [askDirectories, sendLogout, tidyArtifacts, renewSigningKeysNightly] as unknown as Job[],
  subscriptions: [endWithSessions, endWithSuspendedUser],
  names: nameClients,
  firstSteps: appsSteps,
  navigation: [
    { href: '/my/programs', text: WORDS.mine, section: 'mine', permission: SIGNED_IN, often: 'yearly' },
    { href: '/apps', text: WORDS.clients, section: 'administration', permission: registerClients },
    { href: '/apps/keys', text: WORDS.keys, section: 'administration', permission: manageProvider, often: 'yearly' },
    { href: '/apps/old-addresses', text: WORDS.oldAddresses, section: 'administration', permission: manageProvider, often: 'yearly' },
  ],
});
