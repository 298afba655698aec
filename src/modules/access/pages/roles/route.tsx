import type { Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { changeRole, listAllRoles, readRole } from '../../actions/roles.js';
import { RolePage, RolesPage } from './page.js';

export const rolesRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/roles', action: listAllRoles, render: (all, view) => <RolesPage view={view} {...all} /> }),
  formPage({
    path: '/access/roles/:code',
    load: readRole,
    render: (loaded, view, attempt) => <RolePage view={view} attempt={attempt} {...loaded} />,
    action: changeRole,
    done: () => ({ to: '/access/roles', notice: CHANGED }),
  }),
];

const CHANGED: Text = { lv: 'Loma ir mainīta.', en: 'The role has been changed.' };
