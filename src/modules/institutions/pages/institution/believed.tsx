import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import type { Believed, BelievedBefore } from '../../actions/believed-before.js';
import type { CardEntry } from '../../domain/card-entry.js';
import { headOf, wordsOf } from '../correct/entry-words.js';
import { CLOSURE_REASON_WORDS, SUCCESSION_WORDS, WORDS } from '../words.js';

interface Said extends Pick<Believed<unknown>, 'recordedAt' | 'recordedBy' | 'supersededAt'> {
  readonly words: string;
}

/** What the register said of these histories before it was put right, folded away; only for those who may put it right. */
export function BelievedRows({ view, before, of }: { view: View; before: BelievedBefore | null; of: readonly (keyof BelievedBefore)[] }): VNode | null {
  const said = before ? of.flatMap((history) => saidOf(view, before, history)).sort((a, b) => b.supersededAt.getTime() - a.supersededAt.getTime()) : [];
  if (said.length === 0) return null;
  return (
    <Details summary={`${view.t(BEFORE)} (${said.length})`}>
      <ul>
        {said.map(({ words, recordedAt, recordedBy, supersededAt }) => (
          <li>
            {words}
            <br />
            <small>{view.t(fill(RECORDED, { at: instant(recordedAt), who: view.t(whoOf(recordedBy, view)), until: instant(supersededAt) }))}</small>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function saidOf(view: View, before: BelievedBefore, history: keyof BelievedBefore): Said[] {
  const { t, lang } = view;
  switch (history) {
    case 'closure':
      return before.closure.map((row) => ({ ...row, words: `${t(CLOSING)} ${readableDay(row.closedOn)}: ${t(CLOSURE_REASON_WORDS[row.reason])} (${row.basis})` }));
    case 'details':
      return before.details.map((row) => ({ ...row, words: `${t(WORDS.contacts)}: ${[row.phone, row.email, row.website, row.entNr && `${t(WORDS.entNr)} ${row.entNr}`].filter(Boolean).join(', ') || t(NOTHING)}` }));
    case 'succession':
      return before.succession.map((row) => ({ ...row, words: `${readableDay(row.effective)} ${t(SUCCESSION_WORDS[row.kind][row.direction])}: ${row.otherName} (${row.basis})` }));
    default:
      return before[history].map((row) => ({
        ...row,
        words: `${readablePeriod({ from: row.validFrom, to: row.validTo }, lang)}: ${t(headOf({ history, row } as CardEntry))} – ${wordsOf(view, { history, row } as CardEntry)}`,
      }));
  }
}

/** This module knows users by identity alone: whether it was oneself, someone else, or data that was loaded. */
function whoOf(recordedBy: string, { actor }: View): Text {
  if (recordedBy === actor.id) return YOU;
  return UUID.test(recordedBy) ? SOMEONE_ELSE : LOADED;
}

const UUID = /^[0-9a-f]{8}-/;
const BEFORE: Text = { lv: 'Ko reģistrs rādīja iepriekš', en: 'What the register said before' };
const RECORDED: Text = { lv: 'Ierakstīts {at} ({who}), labots vai atsaukts {until}', en: 'Recorded {at} ({who}), corrected or taken back {until}' };
const YOU: Text = { lv: 'jūs', en: 'you' };
const SOMEONE_ELSE: Text = { lv: 'cits lietotājs', en: 'another user' };
const LOADED: Text = { lv: 'datu ielāde', en: 'data load' };
const NOTHING: Text = { lv: 'nekas nebija ierakstīts', en: 'nothing was recorded' };
const CLOSING: Text = { lv: 'Slēgšana', en: 'Closing' };
