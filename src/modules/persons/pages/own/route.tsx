import { type WebRoute, showPage } from '#web/page-route.js';
import { viewOwnData } from '../../actions/view-own-data.js';
import { OwnPage } from './page.js';

export const ownRoutes: readonly WebRoute[] = [
  showPage({ path: '/me', action: viewOwnData, input: () => ({}), render: (own, view) => <OwnPage view={view} own={own} /> }),
];
