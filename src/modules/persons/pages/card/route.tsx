import { InvalidInput } from '#kernel/errors.js';
import { custom, type WebRoute } from '#web/page-route.js';
import { openSearch } from '../../actions/open-search.js';
import { openCard, openKeptCard } from './kept-card.js';
import { ReasonPage } from './reason-page.js';

const NOTHING_TYPED = { values: {}, errors: [] };

/** Opened by POST, because the reason for looking comes along; a link alone opens only a card whose reason is still kept, else it asks why. */
export const cardRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: '/persons/:id/card',
    async handle(request, reply, at) {
      await at.perform(openSearch, {});
      return (await openKeptCard(request, reply, at)) ?? at.send(<ReasonPage view={at.view} attempt={NOTHING_TYPED} />);
    },
  }),
  custom({
    method: 'POST',
    path: '/persons/:id/card',
    async handle(_request, reply, at) {
      try {
        return await openCard(reply, at, at.raw);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return at.send(<ReasonPage view={at.view} attempt={{ values: at.raw, errors: error.fields }} />, error.status);
      }
    },
  }),
];
