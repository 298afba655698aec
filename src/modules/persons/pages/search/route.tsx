import { type WebRoute, showPage } from '#web/page-route.js';
import { findPersons } from '../../actions/find-persons.js';
import { openSearch } from '../../actions/open-search.js';
import { SearchPage } from './page.js';

const NOTHING_TYPED = { values: {}, errors: [] };

/** What is searched for is a person's data, so it is sent by POST and never stands in an address. */
export const searchRoutes: readonly WebRoute[] = [
  showPage({ path: '/persons', action: openSearch, input: () => ({}), render: (_, view) => <SearchPage view={view} attempt={NOTHING_TYPED} /> }),
  showPage({
    method: 'POST',
    path: '/persons/search',
    action: findPersons,
    render: (found, view, values) => <SearchPage view={view} attempt={{ values, errors: [] }} found={found} />,
    whenInvalid: (attempt, view) => <SearchPage view={view} attempt={attempt} />,
  }),
];
