import { showPage, type WebRoute } from '#web/page-route.js';
import { viewOwnMarks, viewOwnRecord } from '../../actions/own-marks.js';
import { OwnMarksPage, OwnRecordPage } from './page.js';

export const ownRoutes: readonly WebRoute[] = [
  showPage({ path: '/my/marks', action: viewOwnMarks, render: (own, view) => <OwnMarksPage view={view} own={own} /> }),
  showPage({ path: '/my/marks/records/:kind/:year/:membershipId/:item/:period', action: viewOwnRecord, render: (found, view) => <OwnRecordPage view={view} found={found} /> }),
];
