import { type WebRoute, showPage } from '#web/page-route.js';
import { findLooks } from '../../actions/read-looks.js';
import { LooksPage } from './page.js';

export const looksRoutes: readonly WebRoute[] = [
  showPage({
    path: '/me/looks',
    action: findLooks,
    // One's own looks are many and would drown those of others.
    input: (raw) => ({ who: 'others', ...raw }),
    render: (looks, view, values) => <LooksPage view={view} attempt={{ values, errors: [] }} looks={looks} />,
    whenInvalid: (attempt, view) => <LooksPage view={view} attempt={attempt} />,
  }),
];
