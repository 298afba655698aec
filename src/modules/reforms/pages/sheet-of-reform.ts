import { readableDay } from '#kernel/iso-date.js';
import type { ReformRow } from '#modules/territories/public.js';
import { type Spreadsheet, spreadsheet, type SpreadsheetFormat } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { Moment } from '../actions/read-reforms.js';
import { TEXTS } from '../texts.js';

interface OfReform<Row> {
  readonly reform: ReformRow;
  readonly moments: readonly Moment[];
  readonly rows: AsyncIterable<Row>;
}

const MOMENTS = { rehearsal: TEXTS.wasForeseen, application: TEXTS.appliedAt } as const;

type Sheet = Pick<View, 'lang' | 't'>;

/** A spreadsheet of rows of a reform, headed by what the reform is and of which moment the rows are. */
export const sheetOfReform = <Row>({ reform, moments, rows }: OfReform<Row>, format: SpreadsheetFormat, view: Sheet, columns: (view: Sheet) => Spreadsheet<Row>['columns']) =>
  spreadsheet<Row>(
    {
      format,
      lang: view.lang,
      title: view.lang === 'lv' ? reform.titleLv : reform.titleEn,
      about: [
        { label: view.t(TEXTS.effective), value: readableDay(reform.effective) },
        { label: view.t(TEXTS.legalBasis), value: reform.legalBasis },
        ...moments.map(({ of, at, by }) => ({ label: view.t(MOMENTS[of]), value: `${instant(at)}, ${by}` })),
      ],
      columns: columns(view),
    },
    rows,
  );
