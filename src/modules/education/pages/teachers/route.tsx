import type { Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { addPosition, correctPosition, openPosition, openPositionForm, openTeachers, withdrawPosition } from '../../actions/teachers.js';
import { NewPositionPage, PositionPage, TeachersView } from './pages.js';

const listOf = (regNr: unknown) => `/education/institutions/${String(regNr)}/teachers`;

export const teacherRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/institutions/:regNr/teachers', action: openTeachers, render: (page, view) => <TeachersView view={view} page={page} /> }),
  formPage({
    path: '/education/institutions/:regNr/teachers/new',
    load: openPositionForm,
    loadInput: (raw) => ({ regNr: raw['regNr'] }),
    render: (form, view, attempt) => <NewPositionPage view={view} attempt={attempt} form={form} />,
    action: addPosition,
    done: (_, _view, raw) => ({ to: listOf(raw['regNr']), notice: SAVED }),
  }),
  formPage({
    path: '/education/positions/:id',
    load: openPosition,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (form, view, attempt) => <PositionPage view={view} attempt={attempt} form={form} />,
    action: correctPosition,
    done: ({ regNr }) => ({ to: listOf(regNr), notice: SAVED }),
  }),
  button({ path: '/education/positions/:id/withdraw', action: withdrawPosition, done: ({ regNr }) => ({ to: listOf(regNr), notice: WITHDRAWN }) }),
];

const SAVED: Text = { lv: 'Amats saglabāts.', en: 'The position has been saved.' };
const WITHDRAWN: Text = { lv: 'Amats atsaukts; kas reģistrā bija iepriekš, paliek lasāms.', en: 'The position has been taken back; what the register said before stays readable.' };
