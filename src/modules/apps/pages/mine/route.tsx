import type { Text } from '#kernel/text.js';
import { button, showPage, type WebRoute } from '#web/page-route.js';
import { readMyPrograms, takeBackConsent } from '../../actions/my-programs.js';
import { MyProgramsPage } from './page.js';

export const mineRoutes: readonly WebRoute[] = [
  showPage({ path: '/my/programs', action: readMyPrograms, render: (programs, view) => <MyProgramsPage view={view} programs={programs} /> }),
  button({ path: '/my/programs/take-back', action: takeBackConsent, done: () => ({ to: '/my/programs', notice: TAKEN_BACK }) }),
];

const TAKEN_BACK: Text = { lv: 'Atļauja ir atsaukta.', en: 'The consent has been taken back.' };
