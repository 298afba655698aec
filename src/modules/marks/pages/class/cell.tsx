import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import type { View } from '#web/view.js';
import type { ClassColumn, ClassMarks, ClassPupil } from '../../actions/view-class.js';
import { isMonth, monthStart, periodName } from '../../domain/periods.js';
import { nameOf, recordPath, totalsOf, withReason } from '../words.js';

interface Props {
  readonly view: View;
  readonly found: ClassMarks;
  readonly pupil: ClassPupil;
  readonly column: ClassColumn;
}

/** What a pupil has in a column: the school's own record, else that of the school they came from, else the way to enter one. */
export function MarkCell({ view, found, pupil, column }: Props): VNode | null {
  const { t } = view;
  const records = found.records.filter(({ personId, kind, item, period }) => personId === pupil.personId && kind === column.kind && item === column.item && period === column.period);
  const record = records.find(({ institutionId }) => institutionId === found.one.institutionId) ?? records[0];
  if (record) {
    const carried = record.institutionId !== found.one.institutionId;
    const below = record.scale === 'TEN' && Number(record.value) < PASS;
    return (
      <a class={carried ? 'mark-carried' : below ? 'mark-below' : undefined} href={withReason(recordPath(record), view.query)}>
        {record.kind === 'absence' ? totalsOf(record) : record.value}
        <span class="visually-hidden">{`, ${nameOf(pupil)}${carried ? `, ${t(FROM_EARLIER)}` : ''}`}</span>
      </a>
    );
  }
  const begun = !isMonth(column.period) || monthStart(found.one.year, column.period) <= view.today;
  if (!found.mayEnter || !pupil.isThere || !begun) return null;
  const address = { kind: column.kind, year: found.one.year, membershipId: pupil.membershipId, item: column.item, period: column.period };
  return (
    <a class="mark-enter" href={`${recordPath(address)}/enter`}>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{t(fill(ENTER, { pupil: nameOf(pupil), lv: column.name || periodName(column.period).lv, en: column.nameEn || periodName(column.period).en }))}</span>
    </a>
  );
}

/** The least mark that passes (MK 11, items 25 and 26). */
const PASS = 4;
const FROM_EARLIER: Text = { lv: 'no iepriekšējās skolas', en: 'from the earlier school' };
const ENTER: Text = { lv: 'Ievadīt: {pupil}, {lv}', en: 'Enter: {pupil}, {en}' };
