import { showPage, type WebRoute } from '#web/page-route.js';
import { showEndReasons, showOutcomes, showProgrammes } from '../../actions/show-classifiers.js';
import { licenceRoutes } from '../licences/route.js';
import { scaleRoutes } from '../scales/route.js';
import { subjectRoutes } from '../subjects/route.js';
import { yearRoutes } from '../years/route.js';
import { EndReasonsPage } from './end-reasons.js';
import { OutcomesPage } from './outcomes.js';
import { ProgrammesPage } from './programmes.js';

/** Pages of what the register measures by: the calendar, the classifiers, the licences. */
export const classifierRoutes: readonly WebRoute[] = [
  ...yearRoutes,
  ...subjectRoutes,
  ...scaleRoutes,
  showPage({ path: '/education/outcomes', action: showOutcomes, render: (shown, view) => <OutcomesPage view={view} {...shown} /> }),
  showPage({ path: '/education/programmes', action: showProgrammes, render: (shown, view) => <ProgrammesPage view={view} {...shown} /> }),
  showPage({ path: '/education/end-reasons', action: showEndReasons, render: (reasons, view) => <EndReasonsPage view={view} reasons={reasons} /> }),
  ...licenceRoutes,
];
