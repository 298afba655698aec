import type { VNode } from 'preact';
import { instant, number } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import { hrefWith, type View } from '#web/view.js';
import type { SchoolsBoard } from '../../actions/completeness.js';
import { addUp, entryState } from '../../domain/completeness.js';
import { NOT_COUNTED, NOT_COUNTED_HINT } from './country.js';
import { BOARD_PATH, BoardPage, ShareBar, StateTag, W } from './frame.js';

/** The institutions of a municipality, or of whoever looks, with the worst first and how to reach them. */
export function SchoolsPage({ view, board }: { view: View; board: SchoolsBoard }): VNode {
  const { lang, t } = view;
  const { schools, unit, chosen, sort } = board;
  const file = (format: string) => hrefWith({ ...view, path: `${BOARD_PATH}/export` }, { format, ...(chosen && { atvk: chosen }) });
  return (
    <BoardPage view={view} frame={board} title={chosen ? (unit?.name ?? t(W.otherFounders)) : unit ? `${t(W.title)}: ${unit.name}` : t(W.title)} topped={chosen !== null} total={addUp(schools)}>
      <DataTable
        lang={lang}
        caption={W.schools}
        rows={schools}
        rowKey={(row) => row.institutionId}
        sort={{ by: sort, descending: sort === 'missing', href: (by) => hrefWith(view, { sort: by === 'missing' ? '' : by }) }}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        empty={{ title: NOT_COUNTED, hint: NOT_COUNTED_HINT }}
        columns={[
          { key: 'name', header: W.institution, rowHeader: true, sort: true, cell: (row) => <a href={hrefWith({ ...view, path: `${BOARD_PATH}/institutions/${row.regNr}` }, { sort: '' })}>{row.name}</a> },
          { key: 'state', header: W.state, cell: (row) => <StateTag view={view} state={entryState(row)} /> },
          { key: 'share', header: W.entered, sort: true, cell: (row) => <ShareBar view={view} counts={row} /> },
          { key: 'missing', header: W.missing, number: true, sort: true, cell: (row) => number(row.missing, lang) },
          { key: 'late', header: W.late, number: true, cell: (row) => number(row.late, lang) },
          { key: 'expected', header: W.expected, number: true, cell: (row) => number(row.expected, lang) },
          { key: 'last', header: W.lastEntered, cell: (row) => (row.lastEnteredAt ? instant(row.lastEnteredAt) : '–') },
          { key: 'call', header: W.call, cell: (row) => <Contacts phone={row.phone} email={row.email} /> },
        ]}
      />
    </BoardPage>
  );
}

/** How to reach an institution, as its public card has it; each of several numbers can be called. */
export function Contacts({ phone, email }: { phone: string; email: string }): VNode {
  const ways = [...phone.split(/[,;]/).map((one) => one.trim()).filter(Boolean).map((one) => <a href={`tel:${one.replaceAll(/[^+\d]/g, '')}`}>{one}</a>), ...(email ? [<a href={`mailto:${email}`}>{email}</a>] : [])];
  return ways.length === 0 ? <>–</> : <>{ways.map((way, at) => <>{at > 0 && <br />}{way}</>)}</>;
}
