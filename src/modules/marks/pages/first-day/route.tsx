import { showPage, type WebRoute } from '#web/page-route.js';
import { openFirstDay } from '../../actions/first-day.js';
import { FirstDayPage } from './page.js';

export const firstDayRoutes: readonly WebRoute[] = [showPage({ path: '/marks/first-day', action: openFirstDay, render: ({ journals }, view) => <FirstDayPage view={view} journals={journals} /> })];
