import type { Text } from '#kernel/text.js';
import { button, formPage, type WebRoute } from '#web/page-route.js';
import { readBreakGlass, reportBreakGlassUse, sealAccount, unsealAccount } from '../../actions/break-glass.js';
import { BreakGlassPage } from './page.js';

const backWith = (notice: Text) => () => ({ to: '/break-glass', notice });
const SEALED: Text = { lv: 'Avārijas konts ir izveidots.', en: 'The account is sealed.' };
const UNSEALED: Text = { lv: 'Konts atkal ir parasts.', en: 'The account is an ordinary one again.' };
const REPORTED: Text = { lv: 'Paskaidrojums ir pierakstīts.', en: 'The report has been written down.' };

export const breakGlassRoutes: readonly WebRoute[] = [
  formPage({ path: '/break-glass', load: readBreakGlass, render: (found, view, attempt) => <BreakGlassPage view={view} found={found} attempt={attempt} />, action: sealAccount, done: backWith(SEALED) }),
  formPage({ path: '/break-glass/report', load: readBreakGlass, render: (found, view, attempt) => <BreakGlassPage view={view} found={found} attempt={attempt} />, action: reportBreakGlassUse, done: backWith(REPORTED) }),
  button({ path: '/break-glass/unseal', action: unsealAccount, done: backWith(UNSEALED) }),
];
