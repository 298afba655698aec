import { readableDay } from '#kernel/iso-date.js';
import type { ReformRow } from '#modules/territories/public.js';
import { type Spreadsheet, spreadsheet, type SpreadsheetFormat } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import { TEXTS } from '../texts.js';

type Sheet = Pick<View, 'lang' | 't' | 'clock'>;

/** A spreadsheet of rows of a reform, headed by what the reform is. */
export const sheetOfReform = <Row>(reform: ReformRow, rows: AsyncIterable<Row>, format: SpreadsheetFormat, view: Sheet, columns: (view: Sheet) => Spreadsheet<Row>['columns']) =>
  spreadsheet<Row>(
    {
      format,
      lang: view.lang,
      title: view.lang === 'lv' ? reform.titleLv : reform.titleEn,
      about: [
        { label: view.t(TEXTS.effective), value: readableDay(reform.effective) },
        { label: view.t(TEXTS.legalBasis), value: reform.legalBasis },
        { label: view.t({ lv: 'Datu brīdis', en: 'Data moment' }), value: instant(view.clock.now()) },
      ],
      columns: columns(view),
    },
    rows,
  );
