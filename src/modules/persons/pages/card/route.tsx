import { type WebRoute, showPage } from '#web/page-route.js';
import { openSearch } from '../../actions/open-search.js';
import { viewCard } from '../../actions/view-card.js';
import { CardPage } from './page.js';
import { ReasonPage } from './reason-page.js';

const NOTHING_TYPED = { values: {}, errors: [] };

/** Opened by POST, because the reason for looking comes along; a link alone opens nobody's card but asks why. */
export const cardRoutes: readonly WebRoute[] = [
  showPage({ path: '/persons/:id/card', action: openSearch, input: () => ({}), render: (_, view) => <ReasonPage view={view} attempt={NOTHING_TYPED} /> }),
  showPage({
    method: 'POST',
    path: '/persons/:id/card',
    action: viewCard,
    render: (card, view) => <CardPage view={view} card={card} />,
    whenInvalid: (attempt, view) => <ReasonPage view={view} attempt={attempt} />,
  }),
];
