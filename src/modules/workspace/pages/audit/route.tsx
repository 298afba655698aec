import { showPage } from '#web/page-route.js';
import { searchLog } from '../../actions/search-log.js';
import { AuditPage } from './page.js';

export const auditRoute = showPage({
  path: '/audit',
  action: searchLog,
  render: (found, view) => <AuditPage view={view} attempt={{ values: {}, errors: found.problem ? [{ field: 'institution', message: found.problem }] : [] }} found={found} />,
  whenInvalid: (attempt, view) => <AuditPage view={view} attempt={attempt} found={null} />,
});
