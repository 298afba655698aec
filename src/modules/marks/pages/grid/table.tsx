import type { VNode } from 'preact';
import { fill, type Lang, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import type { ShownColumn } from '../../actions/grid-columns.js';
import type { GridCell, GridRow } from '../../actions/view-grid.js';
import { columnCode } from '../../domain/grid-column.js';
import { OTHERS, W } from './words.js';

/** What a form that came back says of a cell: what was typed, why it was not saved, and whether it may be overruled. */
export interface Refused {
  readonly typed: string;
  readonly why: string;
  readonly mayOverrule: boolean;
}

export interface GridTableProps {
  readonly lang: Lang;
  readonly label: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly GridRow[];
  /** By membership and column, as `cellKey` names them. */
  readonly refused: ReadonlyMap<string, Refused>;
}

export const cellKey = (membershipId: string, column: string): string => `${membershipId} ${column}`;

/** From this many columns on, their headings stand upright. */
const MANY = 7;

/** The grid as a table of fields. Every field is named by its pupil and its column; the script makes a spreadsheet of it. */
export const GridTable = ({ lang, label, columns, rows, refused }: GridTableProps): VNode => {
  const grouped = columns.some(({ group }) => group !== null);
  const upright = !grouped && columns.length >= MANY;
  return (
    <div class="grid-scroll" role="region" aria-label={label} tabindex={0}>
      <table class={upright ? 'entry-grid entry-grid-upright' : 'entry-grid'} role="grid" aria-label={label} aria-multiselectable="true">
        <thead role="rowgroup">
          {grouped && (
            <tr role="row">
              <th role="columnheader" scope="col">
                <span class="visually-hidden">{W.pupil[lang]}</span>
              </th>
              {groupsOf(columns).map(({ group, span, at }) => (
                <th key={at} role="columnheader" scope="colgroup" colSpan={span} class="grid-group">
                  {group?.[lang]}
                </th>
              ))}
            </tr>
          )}
          <tr role="row">
            <th role="columnheader" scope="col">
              {W.pupil[lang]}
            </th>
            {columns.map((column, at) => (
              <ColumnHeader key={at} lang={lang} column={column} at={at} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, at) => (
            <tr key={row.membershipId} role="row" data-member={row.membershipId}>
              <th role="rowheader" scope="row" id={`r${at}`}>{`${row.family} ${row.given}`}</th>
              {row.cells.map((cell, column) => (
                <Cell key={column} lang={lang} cell={cell} row={at} column={column} numeric={columns[column]!.allowed === null} refused={refused.get(cellKey(row.membershipId, columnCode(columns[column]!.column)))} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** A name that is only heard has no language of its own: where the words of an outcome are Latvian alone, in English it is the code, which the legend explains. */
const ColumnHeader = ({ lang, column: { column, group, title, hint, allowed }, at }: { lang: Lang; column: ShownColumn; at: number }): VNode => (
  <th role="columnheader" scope="col" id={`h${at}`} aria-label={[group, (hint?.[lang] ? hint : null) ?? title].flatMap((text) => text?.[lang] ?? []).join(', ')} title={hint?.[lang] || undefined} data-column={columnCode(column)} data-allowed={allowed?.join(' ')}>
    <span>{title[lang]}</span>
  </th>
);

const LOCKED: Readonly<Record<'not-there' | 'not-open', Text>> = { 'not-there': W.wasNotThere, 'not-open': { lv: 'Ievade nav atvērta', en: 'Entry is not open' } };

/** Why a cell may not be written, or what is special about it. */
function noteOf({ locked, isExempt, entered }: GridCell, lang: Lang): string | undefined {
  if (entered) return fill(W.enteredBy, { who: entered.by ?? OTHERS[lang], when: instant(entered.at) })[lang];
  return locked && locked !== 'entered' ? LOCKED[locked][lang] : isExempt ? W.exempt[lang] : undefined;
}

function Cell({ lang, cell, row, column, numeric, refused }: { lang: Lang; cell: GridCell; row: number; column: number; numeric: boolean; refused: Refused | undefined }): VNode {
  const name = `${row}-${column}`;
  const { value, locked, isExempt } = cell;
  return (
    <td role="gridcell" class={[refused && 'is-refused', isExempt && 'is-exempt'].filter(Boolean).join(' ') || undefined} aria-readonly={locked ? 'true' : undefined}>
      <input
        class="cell"
        id={`f-c${name}`}
        name={locked ? undefined : `c${name}`}
        value={refused?.typed ?? value}
        data-known={value}
        readOnly={locked !== null}
        title={noteOf(cell, lang)}
        data-locked={locked ?? undefined}
        placeholder={isExempt && !locked ? 'atb' : undefined}
        aria-labelledby={`r${row} h${column}`}
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? `w${name}` : undefined}
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={4}
      />
      {refused && (
        <span class="cell-why" id={`w${name}`}>
          {refused.why}
          {refused.mayOverrule && (
            <label>
              <input type="checkbox" name={`o${name}`} value="yes" /> {W.overrule[lang]}
            </label>
          )}
        </span>
      )}
    </td>
  );
}

function groupsOf(columns: readonly ShownColumn[]): { group: Text | null; span: number; at: number }[] {
  const groups: { group: Text | null; span: number; at: number }[] = [];
  for (const [at, { group }] of columns.entries()) {
    const last = groups.at(-1);
    if (last && last.group?.lv === group?.lv) last.span += 1;
    else groups.push({ group, span: 1, at });
  }
  return groups;
}
