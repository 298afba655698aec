import { showPage } from '#web/page-route.js';
import { showUnit } from '../../actions/read-map.js';
import { UnitPage } from './page.js';

export const unitRoute = showPage({
  path: '/territories/:atvk',
  action: showUnit,
  render: (found, view) => <UnitPage {...found} view={view} />,
});
