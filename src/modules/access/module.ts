import { defineModule } from '#web/module-definition.js';
import type { Job } from '#platform/jobs/job.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { countConfirmations } from './actions/confirm-rights.js';
import { countRequestsToDecide } from './actions/decide-requests.js';
import { tellLostByReform } from './actions/lost-by-reform.js';
import { accessSteps } from './first-steps.js';
import { endUnconfirmedGrantsDaily } from './jobs/end-unconfirmed-grants.js';
import { followNamesAtOnce, followNamesDaily } from './jobs/follow-names.js';
import { endWithInstitution } from './jobs/end-with-institution.js';
import { becomeAUserRoutes } from './pages/become-a-user/route.js';
import { confirmationsRoutes } from './pages/confirmations/route.js';
import { documentRoutes } from './pages/document/route.js';
import { hereRoutes } from './pages/here/route.js';
import { myRightsRoutes } from './pages/my-rights/route.js';
import { parametersRoutes } from './pages/parameters/route.js';
import { requestsRoutes } from './pages/requests/route.js';
import { rolesRoutes } from './pages/roles/route.js';
import { silentUsersRoutes } from './pages/silent-users/route.js';
import { usersRoutes } from './pages/users/route.js';
import { WORDS } from './pages/words.js';
import { ACCESS_PERMISSIONS, confirmRights, editParameters, editRoles, grantRights, manageUsers, prepareReform, seeRights } from './permissions.js';
import { rightsOnADay } from './reports/rights-on-a-day.js';
import { nameThings } from './store/directory.js';
import { directory } from './actions/directory.js';
import { ACCESS_CONSTRAINTS } from './texts.js';

export const accessModule = defineModule({
  name: 'access',
  title: { lv: 'Lietotāji un tiesības', en: 'Users and rights' },
  permissions: ACCESS_PERMISSIONS,
  constraintTexts: ACCESS_CONSTRAINTS,
  pages: [
    ...becomeAUserRoutes,
    ...myRightsRoutes,
    ...requestsRoutes,
    ...documentRoutes,
    ...hereRoutes,
    ...usersRoutes,
    ...confirmationsRoutes,
    ...silentUsersRoutes,
    ...rolesRoutes,
    ...parametersRoutes,
  ],
  jobs: [endUnconfirmedGrantsDaily, followNamesDaily] as unknown as Job[],
  subscriptions: [endWithInstitution, ...followNamesAtOnce],
  names: nameThings,
  directory,
  firstSteps: accessSteps,
  startNotices: [tellLostByReform],
  navigation: [
    { href: '/my/rights', text: WORDS.myRights, section: 'mine', permission: SIGNED_IN },
    { href: '/access/requests', text: WORDS.requests, section: 'administration', permission: grantRights, often: 'daily' },
    { href: '/access/here', text: WORDS.here, section: 'administration', permission: seeRights, often: 'daily' },
    { href: '/access/users', text: WORDS.users, section: 'administration', permission: manageUsers, often: 'daily' },
    { href: '/access/confirmations', text: WORDS.confirmations, section: 'administration', permission: confirmRights },
    { href: '/access/not-asked', text: WORDS.silent, section: 'administration', permission: prepareReform, often: 'yearly' },
    { href: '/access/roles', text: WORDS.roles, section: 'administration', permission: editRoles, often: 'yearly' },
    { href: '/access/parameters', text: WORDS.parameters, section: 'administration', permission: editParameters, often: 'yearly' },
  ],
  reports: [rightsOnADay],
  work: [
    { name: 'access.requests', title: WORDS.requests, href: '/access/requests', permission: grantRights, count: countRequestsToDecide },
    { name: 'access.confirmations', title: { lv: 'Tiesības, kas jāapstiprina', en: 'Rights to be confirmed' }, href: '/access/confirmations', permission: confirmRights, count: countConfirmations },
  ],
});
