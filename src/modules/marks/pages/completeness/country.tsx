import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { approximateIn } from '#modules/territories/public.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { Tone } from '#ui/chart/tone.js';
import { number } from '#ui/format.js';
import { DataTable } from '#ui/table/data-table.js';
import { hrefWith, type View } from '#web/view.js';
import type { CountryBoard, UnitRow } from '../../actions/completeness.js';
import { addUp, type Counted, shareOf } from '../../domain/completeness.js';
import { BOARD_PATH, BoardPage, percentOf, ShareBar, W } from './frame.js';

/** The country by municipality: a map, and the same as a table with the worst first. */
export function CountryPage({ view, board }: { view: View; board: CountryBoard }): VNode {
  const { lang, t } = view;
  const { units, map, sort } = board;
  const byAtvk = new Map(units.flatMap((row) => (row.unit ? [[row.unit.atvk, row] as const] : [])));
  const nameOf = ({ unit }: UnitRow) => unit?.name ?? t(W.otherFounders);
  const hrefOf = ({ unit }: UnitRow) => hrefWith({ ...view, path: `${BOARD_PATH}/municipalities/${unit?.atvk ?? 'other'}` }, {});
  return (
    <BoardPage view={view} frame={board} title={t(W.title)} total={addUp(units)}>
      {units.length > 0 && (
        <MapSvg
          lang={lang}
          title={MAP}
          viewBox={map.viewBox}
          {...approximateIn(map)}
          areas={map.units.map((area) => {
            const row = byAtvk.get(area.atvk);
            return {
              id: area.atvk,
              path: area.d,
              title: row ? `${nameOf(row)}: ${percentOf(view, row)}, ${t(W.missing).toLowerCase()} ${number(row.missing, lang)}` : `${area.name}: ${t(NOTHING_THERE)}`,
              href: row && hrefOf(row),
              tone: row ? toneOf(row) : 'faded',
            };
          })}
          legend={[...[...STEPS, LITTLE_AWAITED, LITTLE_MISSING].map(({ tone, label }) => ({ tone, label })), { tone: 'faded' as const, label: NOTHING_THERE }]}
        />
      )}
      <DataTable
        lang={lang}
        caption={BY_MUNICIPALITY}
        rows={units}
        rowKey={(row) => String(row.unitId)}
        sort={{ by: sort, descending: sort === 'missing', href: (by) => hrefWith(view, { sort: by === 'missing' ? '' : by }) }}
        exports={{ xlsx: hrefWith({ ...view, path: `${BOARD_PATH}/export` }, { format: 'xlsx' }), csv: hrefWith({ ...view, path: `${BOARD_PATH}/export` }, { format: 'csv' }) }}
        empty={{ title: NOT_COUNTED, hint: NOT_COUNTED_HINT }}
        columns={[
          { key: 'name', header: W.municipality, rowHeader: true, sort: true, cell: (row) => <a href={hrefOf(row)}>{nameOf(row)}</a> },
          { key: 'share', header: W.entered, sort: true, cell: (row) => <ShareBar view={view} counts={row} /> },
          { key: 'missing', header: W.missing, number: true, sort: true, cell: (row) => number(row.missing, lang) },
          { key: 'late', header: W.late, number: true, cell: (row) => number(row.late, lang) },
          { key: 'expected', header: W.expected, number: true, cell: (row) => number(row.expected, lang) },
          { key: 'schools', header: W.schools, number: true, cell: (row) => number(row.schools, lang) },
          { key: 'whole', header: W.whole, number: true, cell: (row) => number(row.whole, lang) },
          { key: 'without', header: W.without, number: true, cell: (row) => number(row.without, lang) },
        ]}
      />
    </BoardPage>
  );
}

interface Step {
  readonly from: number;
  readonly tone: Tone;
  readonly label: Text;
}
const STEPS: readonly Step[] = [
  { from: 1, tone: 'series-1', label: { lv: 'viss ievadīts', en: 'all entered' } },
  { from: 0.9, tone: 'series-6', label: { lv: 'vismaz 90 %', en: 'at least 90%' } },
  { from: 0.5, tone: 'series-2', label: { lv: 'vismaz puse', en: 'at least half' } },
];
/** Alarm only where a deadline is over. */
const LITTLE_AWAITED: Step = { from: 0, tone: 'series-4', label: { lv: 'mazāk par pusi, termiņš vēl nav pienācis', en: 'less than half, not due yet' } };
const LITTLE_MISSING: Step = { from: 0, tone: 'series-3', label: { lv: 'mazāk par pusi, termiņš ir pagājis', en: 'less than half, overdue' } };
const toneOf = (counts: Counted): Tone => [...STEPS, counts.missing > 0 ? LITTLE_MISSING : LITTLE_AWAITED].find(({ from }) => shareOf(counts) >= from)!.tone;

const MAP: Text = { lv: 'Cik ievadīts pašvaldībās', en: 'How much is entered in municipalities' };
const BY_MUNICIPALITY: Text = { lv: 'Pašvaldības', en: 'Municipalities' };
const NOTHING_THERE: Text = { lv: 'nav ko skaitīt', en: 'nothing to count' };
export const NOT_COUNTED: Text = { lv: 'Šim periodam vēl nekas nav saskaitīts.', en: 'Nothing has been counted for this period yet.' };
export const NOT_COUNTED_HINT: Text = { lv: 'Skaita katru minūti tās iestādes, kurās kaut kas mainījies, un katru nakti visas.', en: 'Institutions where something changed are counted every minute, and all of them every night.' };
