import type { Text } from '#kernel/text.js';
import { button, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { judgeDraft, readDraft } from '../../actions/try-draft.js';
import { askToTry, listCourses, openCourse, publishCourse, retireCourse, saveCourse } from '../../actions/write-courses.js';
import { DraftPage } from './draft-page.js';
import { CoursesPage, EditPage, TrialPage } from './page.js';

const editing = (path: string): WebRoute =>
  formPage({
    path,
    load: openCourse,
    render: (course, view, attempt) => <EditPage view={view} attempt={attempt} course={course} />,
    action: saveCourse,
    done: ({ courseId }) => ({ to: `/training/write/${courseId}`, notice: SAVED }),
  });

export const writeRoutes: readonly WebRoute[] = [
  showPage({ path: '/training/write', action: listCourses, render: (courses, view) => <CoursesPage view={view} courses={courses} /> }),
  editing('/training/write/new'),
  editing('/training/write/:courseId'),
  formPage({
    path: '/training/write/:courseId/trial',
    load: openCourse,
    render: (course, view, attempt) => <TrialPage view={view} attempt={attempt} course={course} />,
    action: askToTry,
    done: (_, view) => ({ to: view.path, notice: ASKED }),
  }),
  button({ path: '/training/write/publish', action: publishCourse, done: (_, _view, raw) => ({ to: `/training/write/${String(raw['courseId'])}`, notice: PUBLISHED }) }),
  button({ path: '/training/write/retire', action: retireCourse, done: () => ({ to: '/training/write', notice: CHANGED }) }),
  formPage({
    path: '/training/drafts/:versionId',
    load: readDraft,
    render: (draft, view, attempt) => <DraftPage view={view} attempt={attempt} draft={draft} />,
    action: judgeDraft,
    done: () => ({ to: '/training', notice: JUDGED }),
  }),
];

const SAVED: Text = { lv: 'Melnraksts ir saglabāts.', en: 'The draft has been saved.' };
const ASKED: Text = { lv: 'Lietotājs ir uzaicināts.', en: 'The user has been asked.' };
const PUBLISHED: Text = { lv: 'Kurss ir publicēts.', en: 'The course has been published.' };
const CHANGED: Text = { lv: 'Kursa piedāvājums ir mainīts.', en: 'The offer has been changed.' };
const JUDGED: Text = { lv: 'Paldies, vērtējums ir nodots kursa autoram.', en: 'Thank you; the author has your answer.' };
