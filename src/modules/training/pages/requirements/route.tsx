import { fill, type Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { endRequired, listRequiredHere, openRequireForm, requireCourse } from '../../actions/requirements.js';
import { RequirementsPage, RequirePage } from './page.js';

export const requirementsRoutes: readonly WebRoute[] = [
  showPage({ path: '/training/requirements', action: listRequiredHere, render: (requirements, view) => <RequirementsPage view={view} requirements={requirements} /> }),
  formPage({
    path: '/training/requirements/new',
    load: openRequireForm,
    render: (form, view, attempt) => <RequirePage view={view} attempt={attempt} form={form} />,
    action: requireCourse,
    done: ({ concerned, unmet }) => ({ to: '/training/requirements', notice: fill(REQUIRED, { concerned, unmet }) }),
  }),
  button({ path: '/training/requirements/end', action: endRequired, done: () => ({ to: '/training/requirements', notice: ENDED }) }),
];

const REQUIRED: Text = {
  lv: 'Kurss ir noteikts. Lietotāji, uz kuriem tas attiecas: {concerned}; kursu vēl nav apguvuši: {unmet}. Viņi saņems paziņojumu.',
  en: 'The course is required. It concerns {concerned} users; {unmet} have not taken it yet. They will be told.',
};
const ENDED: Text = { lv: 'Prasība ir izbeigta.', en: 'The requirement has been ended.' };
