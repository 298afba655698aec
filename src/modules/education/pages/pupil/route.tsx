import { showPage, type WebRoute } from '#web/page-route.js';
import { findPupils, openPupilSearch, viewPupil } from '../../actions/pupils.js';
import { namedPage } from '../standing-reason.js';
import { PupilPage } from './card-page.js';
import { PupilSearchPage } from './search-page.js';

const NOTHING_TYPED = { values: {}, errors: [] };

export const pupilRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/pupils', action: openPupilSearch, render: (_, view) => <PupilSearchPage view={view} attempt={NOTHING_TYPED} found={null} /> }),
  namedPage({
    method: 'POST',
    path: '/education/pupils',
    action: findPupils,
    render: (found, view, raw) => <PupilSearchPage view={view} attempt={{ values: raw, errors: [] }} found={found} />,
    whenInvalid: (attempt, view) => <PupilSearchPage view={view} attempt={attempt} found={null} />,
  }),
  namedPage({ path: '/education/pupils/:id', action: viewPupil, render: (card, view) => <PupilPage view={view} card={card} /> }),
];
