import { button, showPage } from '#web/page-route.js';
import { applyReform } from '../../actions/apply-reform.js';
import { showReform } from '../../actions/read-reforms.js';
import { rehearseReform } from '../../actions/rehearse-reform.js';
import { TEXTS } from '../../texts.js';
import { ReformPage } from './page.js';

const back = (raw: Readonly<Record<string, unknown>>) => `/reforms/${String(raw['reformId'])}`;

export const reformRoutes = [
  showPage({ path: '/reforms/:reformId', action: showReform, render: (found, view) => <ReformPage {...found} view={view} /> }),
  button({ path: '/reforms/:reformId/rehearsals', action: rehearseReform, done: (_, __, raw) => ({ to: back(raw), notice: TEXTS.rehearsalAsked }) }),
  button({ path: '/reforms/:reformId/application', action: applyReform, done: ({ rehearsalId, difference }, _, raw) => ({ to: back(raw), notice: rehearsalId === null ? TEXTS.appliedUnrehearsed : difference === 0 ? TEXTS.applied : TEXTS.appliedOtherwise }) }),
];
