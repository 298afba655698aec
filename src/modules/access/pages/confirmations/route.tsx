import type { Text } from '#kernel/text.js';
import { button, showPage, type WebRoute } from '#web/page-route.js';
import { decideConfirmation, listConfirmations } from '../../actions/confirm-rights.js';
import { ConfirmationsPage } from './page.js';

export const confirmationsRoutes: readonly WebRoute[] = [
  showPage({ path: '/access/confirmations', action: listConfirmations, render: (confirmations, view) => <ConfirmationsPage view={view} confirmations={confirmations} /> }),
  button({ path: '/access/confirmations', action: decideConfirmation, done: () => ({ to: '/access/confirmations', notice: DONE }) }),
];

const DONE: Text = { lv: 'Lēmums ir ierakstīts.', en: 'The decision has been recorded.' };
