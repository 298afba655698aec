import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { hrefWith, type View } from '#web/view.js';
import type { ClassCounts, SchoolBoard } from '../../actions/completeness.js';
import { addUp, type Counted, entryState, TERM_RECORDS } from '../../domain/completeness.js';
import { RECORD_NAMES } from '../../domain/completeness-words.js';
import { NOT_COUNTED } from './country.js';
import { BOARD_PATH, BoardPage, percentOf, ShareBar, StateTag, W } from './frame.js';
import { Contacts } from './schools.js';

interface ClassRow extends Counted {
  readonly id: string;
  readonly title: string;
  /** Whether it is known what the class learns; without it no marks are expected of it. */
  readonly isPlanned: boolean;
  readonly counts: readonly (ClassCounts & Counted)[];
}

/** One institution by class; what is out stands beside each class by subject. */
export function SchoolPage({ view, board }: { view: View; board: SchoolBoard }): VNode {
  const { lang, t } = view;
  const { school, of, classes, subjects, contacts, head, counts } = board;
  const rows = classes.map((one): ClassRow => {
    const own = counts.filter((row) => row.classId === one.id);
    return { ...addUp(own), id: one.id, title: one.title, isPlanned: one.record === null || one.hasPlan, counts: own };
  });
  const file = (format: string) => hrefWith({ ...view, path: `${BOARD_PATH}/institutions/${school.regNr}/export` }, { format });
  return (
    <BoardPage view={view} frame={board} title={school.name} topped total={addUp(counts)}>
      <SummaryList
        lang={lang}
        items={[
          ...TERM_RECORDS.flatMap((record) => {
            const total = addUp(counts.filter((row) => row.record === record));
            return total.expected === 0 ? [] : [{ key: RECORD_NAMES[record], value: <><StateTag view={view} state={entryState(total)} /> {`${number(total.received, lang)} / ${number(total.expected, lang)} (${percentOf(view, total)})`}</> }];
          }),
          { key: W.call, value: <>{head && <>{`${t(HEAD)} ${head}`}<br /></>}<Contacts phone={contacts.phone} email={contacts.email} /></> },
        ]}
      />
      <DataTable
        lang={lang}
        caption={CLASSES}
        rows={rows}
        rowKey={(row) => row.id}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        empty={{ title: NOT_COUNTED, hint: NO_CLASSES }}
        columns={[
          { key: 'class', header: CLASS, rowHeader: true, cell: (row) => <a href={`/marks/classes/${row.id}?period=${of.period}`}>{row.title}</a> },
          { key: 'state', header: W.state, cell: (row) => <StateTag view={view} state={entryState(row)} /> },
          { key: 'share', header: W.entered, cell: (row) => <ShareBar view={view} counts={row} /> },
          { key: 'expected', header: W.expected, number: true, cell: (row) => number(row.expected, lang) },
          { key: 'late', header: W.late, number: true, cell: (row) => number(row.late, lang) },
          { key: 'out', header: OUT, cell: (row) => <Out view={view} row={row} nameOf={(id) => nameOf(view, subjects.get(id))} /> },
          { key: 'last', header: W.lastEntered, cell: (row) => lastEntry(row) },
        ]}
      />
    </BoardPage>
  );
}

/** What has not come: by subject, absences by themselves. */
function Out({ view: { t }, row, nameOf: subject }: { view: View; row: ClassRow; nameOf: (id: number) => string }): VNode | string {
  const out = row.counts.filter((one) => one.received < one.expected);
  if (!row.isPlanned) return <StatusTag tone="warning">{t(NO_PLAN)}</StatusTag>;
  if (out.length === 0) return '–';
  if (row.received === 0) return t(EVERYTHING);
  return out.map((one) => `${one.record === 'absence' ? t(RECORD_NAMES.absence) : subject(one.subjectId)} (${one.expected - one.received})`).join(', ');
}

const lastEntry = ({ counts }: ClassRow): string => {
  const moments = counts.flatMap(({ lastEnteredAt }) => (lastEnteredAt ? [lastEnteredAt.getTime()] : []));
  const latest = counts.find(({ lastEnteredAt }) => lastEnteredAt?.getTime() === Math.max(...moments))?.lastEnteredAt;
  return latest ? instant(latest) : '–';
};

const nameOf = ({ lang }: View, subject: { readonly name: string; readonly nameEn: string } | undefined): string => (lang === 'lv' ? subject?.name : subject?.nameEn) ?? '–';

const HEAD: Text = { lv: 'Vadītājs:', en: 'Head:' };
const CLASS: Text = { lv: 'Klase', en: 'Class' };
const CLASSES: Text = { lv: 'Klases un pirmsskolas grupas', en: 'Classes and preschool groups' };
const OUT: Text = { lv: 'Vēl nav', en: 'Not there yet' };
const NO_PLAN: Text = { lv: 'Klasei nav mācību plāna; vērtējumi nav gaidāmi, kamēr skola to nenorāda.', en: 'The class has no plan of subjects; no marks are expected until the school gives it.' };
const EVERYTHING: Text = { lv: 'vēl nekas nav ievadīts', en: 'nothing entered yet' };
const NO_CLASSES: Text = { lv: 'Iestādei šajā mācību gadā nav ne klašu, ne pirmsskolas grupu.', en: 'The institution has neither classes nor preschool groups in this school year.' };
