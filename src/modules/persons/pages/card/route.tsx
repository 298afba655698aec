import { type WebRoute, showPage } from '#web/page-route.js';
import { viewCard } from '../../actions/view-card.js';
import { CardPage } from './page.js';

/** Opened by POST, because the reason for looking comes along; a link alone opens nobody's card. */
export const cardRoutes: readonly WebRoute[] = [
  showPage({ method: 'POST', path: '/persons/:id/card', action: viewCard, render: (card, view) => <CardPage view={view} card={card} /> }),
];
