/// <reference lib="dom" />
import { type Area, type Place, placesIn, type Size } from './moves.js';

/** The grid as the page has it: its fields by place and by name, and the words that are said about it. */
export interface Sheet {
  readonly form: HTMLFormElement;
  readonly table: HTMLTableElement;
  readonly headers: readonly HTMLElement[];
  readonly fields: readonly (readonly HTMLInputElement[])[];
  readonly size: Size;
  /** Membership and column, as the register is asked. */
  readonly nameAt: (place: Place) => string;
  readonly fieldAt: (place: Place) => HTMLInputElement;
  readonly fieldNamed: (name: string) => HTMLInputElement | undefined;
  readonly placeOf: (field: HTMLInputElement) => Place | undefined;
  readonly placeUnder: (event: Event) => Place | undefined;
  /** Chooses cells and shows it; one cell alone is shown by the focus. */
  readonly chosen: () => Area;
  readonly paint: (area: Area) => void;
  readonly part: <E extends HTMLElement>(name: string) => E;
  readonly said: (name: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly tell: (sentence: string) => void;
}

export function sheetOf(form: HTMLFormElement): Sheet {
  const words = JSON.parse(form.dataset['words']!) as Record<string, string>;
  const table = form.querySelector('table')!;
  const headers = [...table.querySelectorAll<HTMLElement>('th[data-column]')];
  const rows = [...table.tBodies[0]!.rows];
  const fields = rows.map((row) => [...row.querySelectorAll<HTMLInputElement>('input.cell')]);
  const nameAt = ({ row, column }: Place) => `${rows[row]!.dataset['member']} ${headers[column]!.dataset['column']}`;
  const places = new Map<HTMLInputElement, Place>(fields.flatMap((line, row) => line.map((field, column) => [field, { row, column }] as const)));
  const named = new Map([...places].map(([field, place]) => [nameAt(place), field]));
  const part = <E extends HTMLElement>(name: string) => form.querySelector<E>(`[data-grid-${name}]`)!;
  let chosen: Area = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };
  function paint(area: Area): void {
    chosen = area;
    for (const cell of table.querySelectorAll('td.is-chosen')) {
      cell.classList.remove('is-chosen');
      cell.removeAttribute('aria-selected');
    }
    if (area.from.row === area.to.row && area.from.column === area.to.column) return;
    for (const { row, column } of placesIn(area)) {
      const cell = fields[row]![column]!.closest('td')!;
      cell.classList.add('is-chosen');
      cell.setAttribute('aria-selected', 'true');
    }
  }
  return {
    form, table, headers, fields, nameAt, part, paint,
    chosen: () => chosen,
    size: { rows: fields.length, columns: headers.length },
    fieldAt: ({ row, column }) => fields[row]![column]!,
    fieldNamed: (name) => named.get(name),
    placeOf: (field) => places.get(field),
    placeUnder: ({ target }) => places.get((target as Element).closest('td')?.querySelector<HTMLInputElement>('input.cell') as HTMLInputElement),
    said: (name, values = {}) => words[name]!.replaceAll(/\{(\w+)\}/g, (_, value: string) => String(values[value] ?? '')),
    tell: (sentence) => void (part('live').textContent = sentence),
  };
}

/** What stands in a cell by the person's last word. */
export const currentIn = ({ dataset }: HTMLInputElement): string => dataset['current'] ?? dataset['known'] ?? '';
/** What stands in the register as far as this page knows. */
export const knownIn = ({ dataset }: HTMLInputElement): string => dataset['known'] ?? '';
/** A value as the register compares it: letters of either case, and “atb.” is atb. */
export const plain = (written: string): string => written.trim().toLowerCase().replace(/(?<=\p{L})\.$/u, '');

/** How much is saved of what there is to enter; what others entered counts too, and what is only typed does not yet. */
export function showCount({ fields, part, said }: Sheet): void {
  const asked = fields.flat().filter(({ readOnly, dataset }) => !readOnly || dataset['locked'] === 'entered');
  const done = (part<HTMLProgressElement>('progress').value = asked.filter((field) => knownIn(field) !== '').length);
  part('count').textContent = said('entered', { done, total: asked.length });
}
