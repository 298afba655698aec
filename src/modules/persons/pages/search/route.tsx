import { InvalidInput } from '#kernel/errors.js';
import { custom, showPage, type WebRoute } from '#web/page-route.js';
import { findPersons } from '../../actions/find-persons.js';
import { openSearch } from '../../actions/open-search.js';
import { SearchPage } from './page.js';

const NOTHING_TYPED = { values: {}, errors: [] };

/** What is searched for is a person's data, so it is sent by POST and never stands in an address. */
export const searchRoutes: readonly WebRoute[] = [
  showPage({ path: '/persons', action: openSearch, input: () => ({}), render: (choices, view) => <SearchPage view={view} choices={choices} attempt={NOTHING_TYPED} /> }),
  custom({
    method: 'POST',
    path: '/persons/search',
    async handle(_request, _reply, { view, raw, perform, send }) {
      const choices = await perform(openSearch, {});
      try {
        const found = await perform(findPersons, raw);
        return send(<SearchPage view={view} choices={choices} attempt={{ values: raw, errors: [] }} found={found} />);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return send(<SearchPage view={view} choices={choices} attempt={{ values: raw, errors: error.fields }} />, error.status);
      }
    },
  }),
];
