import { download, showPage, type WebRoute } from '#web/page-route.js';
import { prepareBlankApplication, showHowToBecomeAUser } from '../../actions/become-a-user.js';
import { BecomeAUserPage } from './page.js';

export const becomeAUserRoutes: readonly WebRoute[] = [
  showPage({ path: '/become-a-user', action: showHowToBecomeAUser, render: (_, view) => <BecomeAUserPage view={view} /> }),
  download({ path: '/become-a-user/form', action: prepareBlankApplication, file: (content) => ({ name: 'iesniegums-par-tiesibam.pdf', type: 'application/pdf', content }) }),
];
