import { showPage, type WebRoute } from '#web/page-route.js';
import { showSchoolYear } from '../../actions/show-school-years.js';
import { yearForms } from './forms.js';
import { YearPage } from './page.js';

export const yearRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/years', action: showSchoolYear, render: (shown, view) => <YearPage view={view} shown={shown} /> }),
  showPage({ path: '/education/years/:year', action: showSchoolYear, render: (shown, view) => <YearPage view={view} shown={shown} /> }),
  ...yearForms,
];
