import { namedPage } from '#modules/education/public.js';
import { recordPath } from '#modules/marks/public.js';
import type { Text } from '#kernel/text.js';
import { exportedFile } from '#web/exported-file.js';
import { custom, download, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { findRecordOfRow, openSentValue } from '../../actions/row-record.js';
import { exportAnswers, showAnswers, showBatch, showBatches } from '../../actions/show-batches.js';
import { takeSentValue } from '../../actions/take-sent-value.js';
import { answerColumns } from './columns.js';
import { BatchesPage } from './list.js';
import { AnswersShown, BatchShown } from './page.js';
import { SentValuePage } from './sent-value.js';

export const batchRoutes: readonly WebRoute[] = [
  showPage({ path: '/intake/batches', action: showBatches, render: (found, view) => <BatchesPage view={view} found={found} /> }),
  showPage({ path: '/intake/batches/:id', action: showBatch, render: (page, view) => <BatchShown view={view} page={page} /> }),
  namedPage({ path: '/intake/batches/:id/answers', action: showAnswers, render: (page, view) => <AnswersShown view={view} page={page} /> }),
  custom({ method: 'GET', path: '/intake/batches/:id/rows/:row/record', handle: async (_request, _reply, { raw, perform, redirect }) => redirect({ to: recordPath(await perform(findRecordOfRow, raw)) }) }),
  formPage({
    path: '/intake/batches/:id/rows/:row/value',
    load: openSentValue,
    loadInput: ({ id, row }) => ({ id, row }),
    render: (found, view, attempt) => <SentValuePage view={view} found={found} attempt={attempt} />,
    action: takeSentValue,
    done: ({ corrected, warnings }, _view, { id }) => ({ to: `/intake/batches/${String(id)}/answers?code=VI-208`, notice: corrected ? noted(warnings) : MARKED_SETTLED }),
  }),
  download({ path: '/intake/batches/:id/export', action: exportAnswers, file: (found, view) => exportedFile(view, ANSWERS, found, answerColumns(view)) }),
];

const noted = (warnings: readonly { readonly message: Text }[]): Text => ({ lv: [TAKEN.lv, ...warnings.map(({ message }) => message.lv)].join(' '), en: [TAKEN.en, ...warnings.map(({ message }) => message.en)].join(' ') });

const TAKEN: Text = { lv: 'Labots: reģistrā tagad ir nosūtītā vērtība, iepriekšējā palika vēsturē.', en: 'Corrected: the register now holds the value sent, and the earlier one stays in the history.' };
const MARKED_SETTLED: Text = { lv: 'Rinda atzīmēta par nokārtotu.', en: 'The row is marked as settled.' };
const ANSWERS: Text = { lv: 'Atbildes uz rindām', en: 'Answers to rows' };
