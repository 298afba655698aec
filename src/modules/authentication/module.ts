import { defineModule } from '#web/module-definition.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { grantRights } from '#modules/access/public.js';
import type { Job } from '#platform/jobs/job.js';
import { countOwnSafeWay } from './actions/own-safe-way.js';
import { countHandovers } from './actions/handovers.js';
import { authenticationSteps } from './first-steps.js';
import { closeWithConnection } from './jobs/close-with-connection.js';
import { followPhones } from './jobs/follow-phones.js';
import { countSuggestions } from './actions/directory-suggestions.js';
import { endWithSuspension, inviteNewUser, moveLinkOfUser } from './jobs/follow-users.js';
import { tidySessions } from './jobs/tidy-sessions.js';
import { endPasswordsNightly, raiseAlarm, remindDaily } from './jobs/programme.js';
import { BREAK_GLASS } from './pages/break-glass/page.js';
import { breakGlassRoutes } from './pages/break-glass/route.js';
import { connectionsRoutes } from './pages/connections/route.js';
import { HANDOVERS_PATH } from './pages/connections/handovers.js';
import { SUGGESTIONS_PATH } from './pages/connections/suggestions.js';
import { WORDS as CONNECTIONS } from './pages/connections/words.js';
import { meansRoutes } from './pages/means/route.js';
import { municipalRoutes } from './pages/municipal/route.js';
import { mySignInRoutes } from './pages/my-sign-in/route.js';
import { outsideRoutes } from './pages/outside/route.js';
import { programmeRoutes } from './pages/programme/route.js';
import { WORDS as PROGRAMME } from './pages/programme/words.js';
import { againRoutes } from './pages/sign-in/again-route.js';
import { signInRoutes } from './pages/sign-in/route.js';
import { WORDS } from './pages/words.js';
import { nameConnections } from './store/names.js';
import { AUTHENTICATION_PERMISSIONS, keepBreakGlass, leadProgramme, seeProgramme } from './permissions.js';
import { AUTHENTICATION_CONSTRAINTS } from './texts.js';

export const authenticationModule = defineModule({
  name: 'authentication',
  title: { lv: 'Pierakstīšanās', en: 'Sign-in' },
  permissions: AUTHENTICATION_PERMISSIONS,
  constraintTexts: AUTHENTICATION_CONSTRAINTS,
  pages: [...signInRoutes, ...againRoutes, ...outsideRoutes, ...municipalRoutes, ...mySignInRoutes, ...meansRoutes, ...programmeRoutes, ...connectionsRoutes, ...breakGlassRoutes],
  jobs: [tidySessions, endPasswordsNightly, remindDaily, closeWithConnection, followPhones] as unknown as Job[],
  subscriptions: [inviteNewUser, moveLinkOfUser, endWithSuspension, raiseAlarm],
  names: nameConnections,
  work: [
    { name: 'authentication.own-safe-way', title: WORDS.ownSafeWay, href: '/my/sign-in', permission: SIGNED_IN, count: countOwnSafeWay },
    { name: 'authentication.handovers', title: CONNECTIONS.handovers, href: HANDOVERS_PATH, permission: leadProgramme, count: countHandovers },
    { name: 'authentication.suggestions', title: CONNECTIONS.suggestions, href: SUGGESTIONS_PATH, permission: grantRights, count: countSuggestions },
  ],
  firstSteps: authenticationSteps,
  navigation: [
    { href: '/my/sign-in', text: WORDS.means, section: 'mine', permission: SIGNED_IN },
    { href: '/sign-in-programme', text: PROGRAMME.title, section: 'administration', permission: seeProgramme },
    { href: '/break-glass', text: BREAK_GLASS, section: 'administration', permission: keepBreakGlass, often: 'yearly' },
  ],
});
