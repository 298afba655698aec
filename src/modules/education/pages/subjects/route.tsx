import { fill, type Text } from '#kernel/text.js';
import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { applyImport, openImportForm, proposeImport, showImport } from '../../actions/import-subjects.js';
import { findSubjects, showSubject } from '../../actions/show-subjects.js';
import { ImportPage, PreviewPage } from './import.js';
import { SubjectsPage } from './list.js';
import { SubjectPage } from './page.js';

export const subjectRoutes: readonly WebRoute[] = [
  showPage({ path: '/education/subjects', action: findSubjects, render: (found, view) => <SubjectsPage view={view} found={found} /> }),
  showPage({ path: '/education/subjects/:id', action: showSubject, render: (shown, view) => <SubjectPage view={view} shown={shown} /> }),
  formPage({
    path: '/education/subjects/import',
    load: openImportForm,
    render: (_, view, attempt) => <ImportPage view={view} attempt={attempt} />,
    action: proposeImport,
    done: ({ id }) => ({ to: `/education/subjects/import/${id}` }),
  }),
  formPage({
    path: '/education/subjects/import/:id',
    load: showImport,
    render: (proposed, view, attempt) => <PreviewPage view={view} attempt={attempt} proposed={proposed} />,
    action: applyImport,
    done: ({ subjects, courses }) => ({ to: '/education/subjects', notice: fill(DONE, { subjects, courses }) }),
  }),
];

const DONE: Text = { lv: 'Pārņemts. Mainīti priekšmeti: {subjects}; kursi: {courses}.', en: 'Taken over. Changed subjects: {subjects}; courses: {courses}.' };
