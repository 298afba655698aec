import { showPage } from '#web/page-route.js';
import { showReformOnMap } from '../../actions/show-map.js';
import { ReformOnMapPage } from './page.js';

export const reformOnMapRoute = showPage({
  path: '/territories/reforms/:day',
  action: showReformOnMap,
  render: (found, view) => <ReformOnMapPage {...found} view={view} />,
});
