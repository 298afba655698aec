import type { VNode } from 'preact';
import { approximateIn } from '#modules/territories/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { Tone } from '#ui/chart/tone.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Board, BoardRow } from '../actions/board.js';
import { SidePage } from './frame.js';
import { BOARD_PATH, PATH, W } from './words.js';

/** How the municipalities stand: a map, and the same as a table with those without a responsible person first. */
export function BoardPage({ view, board: { rows, map, latest, mayAppoint } }: { view: View; board: Board }): VNode {
  const { lang, t } = view;
  const sum = (key: 'open' | 'overdue' | 'without' | 'explained' | 'learning') => number(rows.reduce((all, row) => all + row[key], 0), lang);
  const byAtvk = new Map(rows.flatMap((row) => (row.unit ? [[row.unit.atvk, row] as const] : [])));
  const nameOf = ({ unit }: BoardRow) => unit?.name ?? t(W.undecided);
  const listOf = ({ atvk }: { readonly atvk: string }, state: string) => `${PATH}?state=${state}&atvk=${atvk}`;
  const counted = (row: BoardRow, key: 'open' | 'overdue' | 'without') => {
    return row.unit && row[key] > 0 ? <a href={listOf(row.unit, key)}>{number(row[key], lang)}</a> : number(row[key], lang);
  };
  return (
    <SidePage view={view} title={W.board}>
      <Lead>{latest ? t(fill(OF_EXTRACT, { day: readableDay(latest.asOf) })) : t(NO_EXTRACT)}</Lead>
      <StatTiles lang={lang} tiles={[{ label: W.open, value: sum('open') }, { label: W.overdue, value: sum('overdue') }, { label: W.without, value: sum('without') }, { label: EXPLAINED, value: sum('explained') }, { label: LEARNING, value: sum('learning') }]} />
      {map && (
        <MapSvg
          lang={lang}
          title={MAP}
          viewBox={map.viewBox}
          {...approximateIn(map)}
          areas={map.units.map((area) => {
            const row = byAtvk.get(area.atvk);
            return { id: area.atvk, path: area.d, title: row ? `${nameOf(row)}: ${t(toneOf(row).label)}` : area.name, href: row && listOf(area, 'open'), tone: row ? toneOf(row).tone : ('faded' as const) };
          })}
          legend={[LACKS, LATE, AT_WORK, NONE].map(({ tone, label }) => ({ tone, label }))}
        />
      )}
      <DataTable
        lang={lang}
        caption={W.board}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.unitId)}
        columns={[
          { key: 'name', header: W.municipality, rowHeader: true, cell: (row) => (row.unit ? <a href={listOf(row.unit, 'open')}>{row.unit.name}</a> : t(W.undecided)) },
          { key: 'open', header: W.open, number: true, cell: (row) => counted(row, 'open') },
          { key: 'overdue', header: W.overdue, number: true, cell: (row) => counted(row, 'overdue') },
          { key: 'without', header: W.without, number: true, cell: (row) => counted(row, 'without') },
          { key: 'explained', header: EXPLAINED, number: true, cell: (row) => number(row.explained, lang) },
          { key: 'due', header: FIRST_DUE, cell: ({ due }) => (due ? readableDay(due) : '–') },
          { key: 'responsible', header: W.responsible, cell: (row) => <Responsible row={row} /> },
        ]}
      />
    </SidePage>
  );

  function Responsible({ row: { unit, responsible } }: { row: BoardRow }): VNode {
    if (!unit) return <>–</>;
    const name = responsible?.isAble ? <>{responsible.name}</> : <StatusTag tone="danger">{responsible ? `${responsible.name}: ${t(NO_RIGHT)}` : t(NOBODY)}</StatusTag>;
    return (
      <>
        {name}
        {mayAppoint && (
          <>
            {' '}
            <a href={`${BOARD_PATH}/${unit.atvk}/responsible`}>
              {t(APPOINT)}
              <span class="visually-hidden">{` (${unit.name})`}</span>
            </a>
          </>
        )}
      </>
    );
  }
}

interface Standing {
  readonly tone: Tone;
  readonly label: Text;
}
const LACKS: Standing = { tone: 'series-3', label: { lv: 'ir gadījumi, nav atbildīgā', en: 'inquiries and nobody responsible' } };
const LATE: Standing = { tone: 'series-2', label: { lv: 'ir nokavēti gadījumi', en: 'overdue inquiries' } };
const AT_WORK: Standing = { tone: 'series-6', label: { lv: 'ir atvērti gadījumi', en: 'open inquiries' } };
const NONE: Standing = { tone: 'faded', label: { lv: 'atvērtu gadījumu nav', en: 'no open inquiries' } };
const toneOf = ({ open, overdue, responsible }: BoardRow): Standing => (open === 0 ? NONE : !responsible?.isAble ? LACKS : overdue > 0 ? LATE : AT_WORK);

const OF_EXTRACT: Text = { lv: 'Pēdējais piemērotais Fizisko personu reģistra izraksts: {day} Pašvaldības ir šodienas kartē; reforma atvērtos gadījumus nodod pēctecei pati.', en: 'Last applied extract of the population register: {day} Municipalities are those of today’s map; a reform hands open inquiries over to the successor by itself.' };
const NO_EXTRACT: Text = { lv: 'Neviens izraksts vēl nav piemērots. To dara ministrijas darbinieks sadaļā “Izraksti”.', en: 'No extract has been applied yet. A worker of the ministry does it under “Extracts”.' };
const EXPLAINED: Text = { lv: 'Izskaidroti', en: 'Explained' };
const LEARNING: Text = { lv: 'Mācās vai vairs nav jāmācās', en: 'Learn, or need not any more' };
const FIRST_DUE: Text = { lv: 'Pirmais termiņš', en: 'First due' };
const MAP: Text = { lv: 'Nereģistrētie bērni pašvaldībās', en: 'Unregistered children in municipalities' };
const NOBODY: Text = { lv: 'nav norīkots', en: 'nobody appointed' };
const NO_RIGHT: Text = { lv: 'vairs nav tiesību', en: 'holds the right no longer' };
const APPOINT: Text = { lv: 'Norīkot', en: 'Appoint' };
