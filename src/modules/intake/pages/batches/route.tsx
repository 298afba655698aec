import { namedPage } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { download, showPage, type WebRoute } from '#web/page-route.js';
import { exportAnswers, showAnswers, showBatch, showBatches } from '../../actions/show-batches.js';
import { answerColumns } from './columns.js';
import { BatchesPage } from './list.js';
import { AnswersShown, BatchShown } from './page.js';

export const batchRoutes: readonly WebRoute[] = [
  showPage({ path: '/intake/batches', action: showBatches, render: (found, view) => <BatchesPage view={view} found={found} /> }),
  showPage({ path: '/intake/batches/:id', action: showBatch, render: (page, view) => <BatchShown view={view} page={page} /> }),
  namedPage({ path: '/intake/batches/:id/answers', action: showAnswers, render: (page, view) => <AnswersShown view={view} page={page} /> }),
  download({ path: '/intake/batches/:id/export', action: exportAnswers, file: (found, view) => exportedFile(view, ANSWERS, found, answerColumns(view)) }),
];

const ANSWERS: Text = { lv: 'Atbildes uz rindām', en: 'Answers to rows' };
