import type { Text } from '#kernel/text.js';
import { button, showPage, type WebRoute } from '#web/page-route.js';
import { orderRenewal, pauseRenewing, resumeRenewing, viewProofs } from '../../actions/renewals.js';
import { PROOFS } from '../words.js';
import { ProofsPage } from './page.js';

export const proofRoutes: readonly WebRoute[] = [
  showPage({ path: PROOFS, action: viewProofs, render: (found, view) => <ProofsPage view={view} found={found} /> }),
  button({ path: `${PROOFS}/renew`, action: orderRenewal, done: () => ({ to: PROOFS, notice: BEGUN }) }),
  button({ path: `${PROOFS}/:id/pause`, action: pauseRenewing, done: () => ({ to: PROOFS, notice: PAUSED }) }),
  button({ path: `${PROOFS}/:id/resume`, action: resumeRenewing, done: () => ({ to: PROOFS, notice: RESUMED }) }),
];

const BEGUN: Text = { lv: 'Pievienošana ir sākta.', en: 'The adding has begun.' };
const PAUSED: Text = { lv: 'Pievienošana ir apturēta. Pievienotie zīmogi paliek.', en: 'The adding is paused. Stamps that were added stay.' };
const RESUMED: Text = { lv: 'Pievienošana turpinās.', en: 'The adding goes on.' };
