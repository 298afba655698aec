import { showPage, type WebRoute } from '#web/page-route.js';
import { listSilentUsers } from '../../actions/silent-users.js';
import { SilentUsersPage } from './page.js';

export const silentUsersRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/not-asked', action: listSilentUsers, render: (silent, view) => <SilentUsersPage view={view} silent={silent} /> }),
];
