import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import type { Text } from '#kernel/text.js';
import { EmptyState } from '#ui/empty-state.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Children } from '#ui/words.js';
import type { View } from '#web/view.js';
import type { PersonRecords, RecordRow } from '../../actions/person-records.js';
import { ABSENCE_PERIODS, MARK_PERIODS, OUTCOME_PERIODS, periodName } from '../../domain/periods.js';
import type { RecordKind } from '../../domain/record.js';
import { ValueLegend } from '../value-legend.js';
import { OutcomeWords } from '../outcome-words.js';
import { W } from '../words.js';

interface Props {
  readonly view: View;
  readonly found: PersonRecords;
  /** Where a value's own page is. */
  readonly link: (record: RecordRow) => string;
}

/** Everything recorded of one person: a part for each school year and institution, the latest first. Made to be printed. */
export function MarksSheet({ view, found, link }: Props): VNode {
  const { lang, t } = view;
  if (found.records.length === 0) return <EmptyState lang={lang} title={NOTHING} hint={NOTHING_HINT} />;
  const parts = Map.groupBy(found.records, ({ year, institutionId }) => `${year} ${institutionId}`);
  return (
    <>
      <ValueLegend lang={lang} meanings={found.meanings} />
      {[...parts].map(([key, records]) => {
        const { year, institutionId } = records[0]!;
        return (
          <section key={key} class="marks-sheet">
            <h2>{`${t(yearName(year))} ${found.institutions.get(institutionId) ?? ''}`}</h2>
            <Part view={view} found={found} link={link} records={records} kind="mark" periods={MARK_PERIODS} heading={MARKS} rowHeader={W.subject} rows={found.subjects.map(({ id, name, nameEn }) => ({ item: id, name: lang === 'lv' ? name : nameEn }))} />
            <Part view={view} found={found} link={link} records={records} kind="outcome" periods={OUTCOME_PERIODS} heading={OUTCOMES} rowHeader={W.outcome} rows={found.outcomes.map(({ id, code, words, wordsEn, subject, subjectEn }) => ({ item: id, name: <>{`${lang === 'lv' ? subject : subjectEn}: `}<OutcomeWords lang={lang} outcome={{ code, words, wordsEn }} /></> }))} />
            <Absences view={view} link={link} records={records.filter(({ kind }) => kind === 'absence')} />
          </section>
        );
      })}
    </>
  );
}

interface PartProps extends Props {
  readonly records: readonly RecordRow[];
  readonly kind: RecordKind;
  readonly periods: readonly string[];
  readonly heading: Text;
  readonly rowHeader: Text;
  readonly rows: readonly { readonly item: number; readonly name: Children }[];
}

function Part({ view, link, records, kind, periods, heading, rowHeader, rows }: PartProps): VNode | null {
  const own = records.filter((record) => record.kind === kind);
  if (own.length === 0) return null;
  const cell = (item: number, period: string) => {
    const record = own.find((one) => one.item === item && one.period === period);
    return record ? <a href={link(record)}>{record.value}</a> : '';
  };
  return (
    <DataTable
      lang={view.lang}
      caption={heading}
      rows={rows.filter(({ item }) => own.some((record) => record.item === item))}
      rowKey={({ item }) => String(item)}
      columns={[
        { key: 'item', header: rowHeader, rowHeader: true, cell: ({ name }) => name },
        ...periods.filter((period) => own.some((record) => record.period === period)).map((period) => ({ key: period, header: periodName(period), cell: ({ item }: { item: number }) => cell(item, period) })),
      ]}
    />
  );
}

function Absences({ view, link, records }: { view: View; link: Props['link']; records: readonly RecordRow[] }): VNode | null {
  if (records.length === 0) return null;
  const order = (record: RecordRow) => (ABSENCE_PERIODS as readonly string[]).indexOf(record.period);
  return (
    <DataTable
      lang={view.lang}
      caption={W.absences}
      rows={[...records].sort((a, b) => order(a) - order(b))}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', header: W.period, rowHeader: true, cell: (record) => <a href={link(record)}>{view.t(periodName(record.period))}</a> },
        { key: 'justified', header: W.justified, number: true, cell: ({ justifiedLessons }) => String(justifiedLessons) },
        { key: 'unjustified', header: W.unjustified, number: true, cell: ({ unjustifiedLessons }) => String(unjustifiedLessons) },
        ...(records.some(({ unjustifiedDays }) => unjustifiedDays !== null) ? [{ key: 'days', header: W.days, number: true, cell: ({ unjustifiedDays }: RecordRow) => (unjustifiedDays === null ? '' : String(unjustifiedDays)) }] : []),
      ]}
    />
  );
}

const MARKS: Text = { lv: 'Vērtējumi', en: 'Marks' };
const OUTCOMES: Text = { lv: 'Sasniedzamie rezultāti', en: 'Learning outcomes' };
const NOTHING: Text = { lv: 'Vērtējumu un kavējumu šeit vēl nav.', en: 'There are no marks and absences here yet.' };
const NOTHING_HINT: Text = { lv: 'Tie parādās, kad skola tos ievada vai atsūta e-žurnāls.', en: 'They appear when the school enters them or the e-journal sends them.' };
