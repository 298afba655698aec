import { showPage } from '#web/page-route.js';
import { showInstitution } from '../../actions/show-institution.js';
import { InstitutionPage } from './page.js';

export const institutionRoute = showPage({
  path: '/institutions/:regNr',
  action: showInstitution,
  render: ({ card, on }, view) => <InstitutionPage view={view} card={card} on={on} />,
});
