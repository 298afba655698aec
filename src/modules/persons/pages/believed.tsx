import type { ComponentChildren, VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { BelievedBirth } from '../actions/person-card.js';

/** When it was recorded and by whom, and until when it was believed. */
type When = Pick<BelievedBirth, 'recordedAt' | 'recordedBy' | 'supersededAt'>;

interface BelievedProps<Row> {
  readonly view: View;
  readonly rows: readonly (Row & When)[];
  /** On which days it was said to be so. */
  readonly when: (row: Row) => string;
  readonly children: (row: Row) => ComponentChildren;
}

/** What the register said before it was put right, folded away. */
export function BelievedRows<Row>({ view, rows, when, children }: BelievedProps<Row>): VNode | null {
  if (rows.length === 0) return null;
  return (
    <Details summary={`${view.t(BEFORE)} (${rows.length})`}>
      <ul>
        {rows.map((row) => (
          <li>
            {`${when(row)}: `}
            {children(row)}
            <br />
            <small>{view.t(fill(RECORDED, { at: instant(row.recordedAt), who: view.t(whoOf(row, view)), until: instant(row.supersededAt) }))}</small>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** This module knows users by identity alone: whether it was oneself, someone else, or data that was loaded. */
function whoOf({ recordedBy }: { recordedBy: string }, { actor }: View): Text {
  if (recordedBy === actor.id) return YOU;
  return UUID.test(recordedBy) ? SOMEONE_ELSE : LOADED;
}

const UUID = /^[0-9a-f]{8}-/;
const BEFORE: Text = { lv: 'Ko reģistrs rādīja iepriekš', en: 'What the register said before' };
const RECORDED: Text = { lv: 'Ierakstīts {at} ({who}), labots vai atsaukts {until}', en: 'Recorded {at} ({who}), corrected or taken back {until}' };
const YOU: Text = { lv: 'jūs', en: 'you' };
const SOMEONE_ELSE: Text = { lv: 'cits lietotājs', en: 'another user' };
const LOADED: Text = { lv: 'datu ielāde', en: 'data load' };
