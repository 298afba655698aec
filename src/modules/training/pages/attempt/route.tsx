import { formPage, showPage, type WebRoute } from '#web/page-route.js';
import { answerPage, readAttemptPage, readAttemptResult } from '../../actions/take-course.js';
import { numberedFields } from '../numbered-fields.js';
import { ResultPage, TakePage } from './page.js';

export const attemptRoutes: readonly WebRoute[] = [
  formPage({
    path: '/training/attempts/:id',
    load: readAttemptPage,
    render: (at, view, attempt) => <TakePage view={view} attempt={attempt} at={at} />,
    action: answerPage,
    input: (raw) => ({ id: raw['id'], page: raw['page'], answers: numberedFields('q', raw) }),
    done: ({ attemptId, next }) => ({ to: next === null ? `/training/attempts/${attemptId}/result` : `/training/attempts/${attemptId}?page=${next}` }),
  }),
  showPage({ path: '/training/attempts/:id/result', action: readAttemptResult, render: (taken, view) => <ResultPage view={view} taken={taken} /> }),
];
