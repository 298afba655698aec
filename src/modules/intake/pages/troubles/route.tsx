import { namedPage } from '#modules/education/public.js';
import { showPage, type WebRoute } from '#web/page-route.js';
import { showAddressTrouble, showMovedTrouble, showRightsTrouble, showTroubles } from '../../actions/show-troubles.js';
import { AddressesTroublePage, MovedPage, OutcomesPage } from './others.js';
import { TroublesPage } from './overview.js';
import { RightsPage } from './rights.js';

export const troubleRoutes: readonly WebRoute[] = [
  showPage({ path: '/intake/troubles', action: showTroubles, render: (troubles, view) => <TroublesPage view={view} troubles={troubles} /> }),
  showPage({ path: '/intake/troubles/rights', action: showRightsTrouble, render: (trouble, view) => <RightsPage view={view} trouble={trouble} /> }),
  namedPage({ path: '/intake/troubles/moved', action: showMovedTrouble, render: (trouble, view) => <MovedPage view={view} trouble={trouble} /> }),
  showPage({ path: '/intake/troubles/outcomes', action: showTroubles, render: (troubles, view) => <OutcomesPage view={view} troubles={troubles} /> }),
  showPage({ path: '/intake/troubles/addresses', action: showAddressTrouble, render: (trouble, view) => <AddressesTroublePage view={view} trouble={trouble} /> }),
];
