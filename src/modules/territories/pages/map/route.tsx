import { showPage } from '#web/page-route.js';
import { showMap } from '../../actions/show-map.js';
import { MapPage, WrongDayPage } from './page.js';

export const mapRoute = showPage({
  path: '/territories',
  action: showMap,
  input: ({ on, sort, order }) => ({ on: on || undefined, sort, order }),
  render: (map, view) => <MapPage map={map} view={view} />,
  whenInvalid: (attempt, view) => <WrongDayPage attempt={attempt} view={view} />,
});
