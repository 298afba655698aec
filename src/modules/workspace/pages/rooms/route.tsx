import { showPage } from '#web/page-route.js';
import { listRooms } from '../../actions/list-rooms.js';
import { RoomsPage } from './page.js';

export const roomsRoute = showPage({ path: '/rooms', action: listRooms, input: () => ({}), render: (groups, view) => <RoomsPage view={view} groups={groups} /> });
