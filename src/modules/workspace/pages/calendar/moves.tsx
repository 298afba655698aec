import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import type { Move } from '#platform/calendar/moves.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownCalendar } from '../../actions/show-calendar.js';
import { Source } from './source.js';
import { WORDS } from './words.js';

interface MovesProps {
  readonly view: View;
  readonly shown: ShownCalendar;
  readonly mayKeep: boolean;
}

/** What the year's order moves; who keeps the calendar records and takes back here. */
export const Moves = ({ view, shown: { year, order, moves }, mayKeep }: MovesProps): VNode => (
  <section class="flow-text">
    <h2>{view.t(WORDS.moves)}</h2>
    {!order && <p>{view.t(fill(WORDS.orderUnknown, { year }))}</p>}
    {order && moves.length === 0 && (
      <p>
        {view.t(WORDS.movesNothing)} <Source view={view} legalRef={order.legalRef} source={order.source} />
      </p>
    )}
    {moves.length > 0 && (
      <DataTable
        lang={view.lang}
        caption={WORDS.moves}
        captionHidden
        rows={moves}
        rowKey={dayOf}
        columns={[
          { key: 'off', header: WORDS.off, rowHeader: true, cell: ({ off }) => off && readableDay(off.day) },
          { key: 'on', header: WORDS.on, cell: ({ on }) => on && readableDay(on.day) },
          { key: 'basis', header: WORDS.basis, cell: ({ off, on }) => <Source view={view} {...(off ?? on)!} /> },
          ...(mayKeep ? [{ key: 'action', header: WORDS.action, cell: (move: Move) => <TakeBackLink view={view} year={year} day={dayOf(move)} /> }] : []),
        ]}
      />
    )}
    {mayKeep && (
      <ButtonRow>
        <ButtonLink href={`/calendar/orders/${year}`} variant="secondary">
          {view.t(fill(WORDS.recordFor, { year }))}
        </ButtonLink>
        {order && moves.length === 0 && <TakeBackLink view={view} year={year} day="" />}
      </ButtonRow>
    )}
  </section>
);

const TakeBackLink = ({ view: { t }, year, day }: { view: View; year: number; day: string }): VNode => (
  <a href={`/calendar/orders/${year}/take-back${day && `?day=${day}`}`}>{t(WORDS.takeBack)}</a>
);

const dayOf = ({ off, on }: Move): string => (off ?? on)!.day;
