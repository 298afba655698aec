import { showPage } from '#web/page-route.js';
import { showInstitution } from '../../actions/show-institution.js';
import { InstitutionPage } from './page.js';

export const institutionRoute = showPage({
  path: '/institutions/:regNr',
  action: showInstitution,
  render: (shown, view) => <InstitutionPage view={view} {...shown} />,
});
