import type { Text } from '#kernel/text.js';
import { custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { confirmForSchool, endForSchool, openConfirmForm, openEndForm } from '../../actions/confirm-journals.js';
import { showIntakeSchools, showSchoolIntake } from '../../actions/show-schools.js';
import { ConfirmPage, EndPage, SchoolPage, SchoolsPage } from './page.js';

export const schoolRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: '/intake/schools',
    // Whoever works in one institution alone has nothing to choose from.
    async handle(_request, _reply, { view, raw, perform, send, redirect }) {
      const found = await perform(showIntakeSchools, raw);
      return found.only === null ? send(<SchoolsPage view={view} found={found} />) : redirect({ to: `/intake/schools/${found.only}` });
    },
  }),
  showPage({ path: '/intake/schools/:regNr', action: showSchoolIntake, render: (intake, view) => <SchoolPage view={view} intake={intake} /> }),
  formPage({
    path: '/intake/schools/:regNr/confirm',
    load: openConfirmForm,
    render: (form, view, attempt) => <ConfirmPage view={view} attempt={attempt} form={form} />,
    action: confirmForSchool,
    done: ({ school }) => ({ to: `/intake/schools/${school.regNr}`, notice: CONFIRMED }),
  }),
  formPage({
    path: '/intake/schools/:regNr/journals/:id/end',
    load: openEndForm,
    loadInput: ({ regNr, id }) => ({ regNr, id }),
    render: (form, view, attempt) => <EndPage view={view} attempt={attempt} form={form} />,
    action: endForSchool,
    done: (_, _view, { regNr }) => ({ to: `/intake/schools/${String(regNr)}`, notice: ENDED }),
  }),
];

const CONFIRMED: Text = { lv: 'E-žurnāls ir apstiprināts un no norādītās dienas drīkst sūtīt.', en: 'The e-journal has been confirmed and may send from the day given.' };
const ENDED: Text = { lv: 'Apstiprinājums ir izbeigts.', en: 'The confirmation has been ended.' };
