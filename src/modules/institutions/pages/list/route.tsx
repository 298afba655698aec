import { exportInstitutions, findInstitutions } from '../../actions/find-institutions.js';
import { download, showPage, type WebRoute } from '#web/page-route.js';
import { institutionsFile } from './file.js';
import { ListPage, WrongFilters } from './page.js';

export const listRoutes: readonly WebRoute[] = [
  showPage({
    path: '/institutions',
    action: findInstitutions,
    render: (found, view) => <ListPage view={view} found={found} />,
    whenInvalid: (attempt, view) => <WrongFilters view={view} attempt={attempt} />,
  }),
  download({ path: '/institutions/export', action: exportInstitutions, file: institutionsFile }),
];
