import { formPage, type RawInput, showPage } from '#web/page-route.js';
import { correctSuccession, foretellSuccession, listForCorrection, openCorrection } from '../../actions/correct-succession.js';
import { TEXTS } from '../../texts.js';
import { CorrectionForm } from './form.js';
import { SuccessionsPage } from './list.js';
import { CorrectionPreview } from './preview.js';

const opened = ({ reformId, fromAtvk }: RawInput) => ({ reformId, fromAtvk });

/** The fields as the action takes them: rows `names0`, `to0`, `names1` … become a list. */
const chosen = (raw: RawInput) => ({ ...raw, parts: rowsOf(raw).map((at) => ({ names: raw[`names${at}`] ?? '', to: raw[`to${at}`] ?? '' })) });

const rowsOf = (raw: RawInput): number[] => Object.keys(raw).flatMap((name) => (/^names\d+$/.test(name) ? [Number(name.slice(5))] : [])).toSorted((one, other) => one - other);

const form = {
  load: openCorrection,
  loadInput: opened,
  input: chosen,
  render: (found, view, attempt) => <CorrectionForm found={found} view={view} attempt={attempt} />,
} satisfies Partial<Parameters<typeof formPage<Awaited<ReturnType<typeof openCorrection.run>>, unknown>>[0]>;

/** Puts a wrong succession right: which one, what is right, what that changes, and only then is it written. */
export const correctionRoutes = [
  showPage({ path: '/reforms/:reformId/correction', action: listForCorrection, render: (found, view) => <SuccessionsPage {...found} view={view} /> }),
  formPage({ ...form, path: '/reforms/:reformId/correction/:fromAtvk', action: foretellSuccession, done: (foreseen, view) => <CorrectionPreview {...foreseen} view={view} /> }),
  formPage({ ...form, path: '/reforms/:reformId/correction/:fromAtvk/confirm', action: correctSuccession, done: ({ reformId }) => ({ to: `/reforms/${reformId}`, notice: TEXTS.corrected }) }),
];
