import { namedPage } from '#modules/education/public.js';
import type { WebRoute } from '#web/page-route.js';
import { viewPupilMarks } from '../../actions/view-pupil.js';
import { PupilPage } from './page.js';

export const pupilRoutes: readonly WebRoute[] = [namedPage({ path: '/marks/pupils/:membershipId', action: viewPupilMarks, render: (found, view) => <PupilPage view={view} found={found} /> })];
