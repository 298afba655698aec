import type { Text } from '#kernel/text.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { type AboutLine, type ExportedRows, FILE_KINDS, spreadsheet } from '#platform/spreadsheets/spreadsheet.js';
import { instant } from '#ui/format.js';
import type { Download } from './page-route.js';
import type { View } from './view.js';

/** A list as a file that says what it is, when it was made and for whom, and what else is `stated` of it. */
export function exportedFile<Row>(view: View, title: Text, { format, rows }: Pick<ExportedRows<Row>, 'format'> & { readonly rows: AsyncIterable<Row> | Iterable<Row> }, columns: readonly Column<Row>[], stated: readonly AboutLine[] = []): Download {
  const { lang, t } = view;
  const about = [
    { label: t(TITLE), value: t(title) },
    { label: t(MOMENT), value: instant(view.clock.now()) },
    ...stated,
    { label: t(ASKER), value: view.actor.name },
  ];
  const content = spreadsheet({ format, lang, title: t(title), about, columns }, rows);
  return { name: `${t(title)} ${view.today}${FILE_KINDS[format].ending}`, type: FILE_KINDS[format].mediaType, content };
}

const TITLE: Text = { lv: 'Saraksts', en: 'List' };
const MOMENT: Text = { lv: 'Datu brīdis', en: 'Data as of' };
const ASKER: Text = { lv: 'Izguva', en: 'Exported by' };
