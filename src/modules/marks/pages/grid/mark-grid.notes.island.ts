/// <reference lib="dom" />
import { knownIn, type Sheet } from './mark-grid.sheet.island.js';

export type Look = 'is-waiting' | 'is-saving' | 'is-saved' | 'is-refused' | 'needs-reason';

/** A way out that the list of what was not saved offers. */
export interface WayOut {
  readonly text: string;
  readonly act: () => void;
}

export interface Notes {
  readonly mark: (field: HTMLInputElement | undefined, look: Look | null) => void;
  readonly refuse: (field: HTMLInputElement | undefined, why: string, look?: Look, ways?: readonly WayOut[]) => void;
  /** Of a cell that another grid of the class shows. */
  readonly refuseElsewhere: (name: string, why: string) => void;
  readonly count: () => number;
}

/** Shows how each cell stands: beside it, in the list of what was not saved, and by voice. */
export function notesOf({ headers, part, said, tell, nameAt, placeOf }: Sheet, goTo: (field: HTMLInputElement) => void): Notes {
  const list = part('messages');
  const lineOf = (name: string) => list.querySelector(`[data-cell="${CSS.escape(name)}"]`);

  function mark(field: HTMLInputElement | undefined, look: Look | null): void {
    if (!field) return;
    const cell = field.closest('td')!;
    cell.classList.remove('is-waiting', 'is-saving', 'is-saved', 'is-refused', 'needs-reason');
    if (look) cell.classList.add(look);
    if (look === 'is-refused' || look === 'needs-reason') return;
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    cell.querySelector('.cell-why')?.remove();
    lineOf(nameAt(placeOf(field)!))?.remove();
    list.hidden = list.children.length === 0;
  }

  function refuse(field: HTMLInputElement | undefined, why: string, look: Look = 'is-refused', ways: readonly WayOut[] = []): void {
    if (!field) return;
    const { row, column } = placeOf(field)!;
    mark(field, look);
    const cell = field.closest('td')!;
    const note = cell.querySelector('.cell-why') ?? cell.appendChild(Object.assign(document.createElement('span'), { className: 'cell-why', id: `w${row}-${column}` }));
    note.textContent = why;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', note.id);
    const named = `${document.getElementById(`r${row}`)!.textContent}, ${headers[column]!.getAttribute('aria-label')}`;
    const link = Object.assign(document.createElement('a'), { textContent: named, href: `#${field.id}` });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(field);
    });
    addLine(nameAt({ row, column }), link, why, ways.map(({ text, act }) => ({ text, act: () => (act(), field.focus()) })));
    tell(`${named}: ${why}`);
  }

  function addLine(name: string, head: HTMLElement, why: string, ways: readonly WayOut[]): void {
    lineOf(name)?.remove();
    const line = document.createElement('li');
    line.dataset['cell'] = name;
    line.append(head, `: ${why} `);
    for (const { text, act } of ways) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button button-secondary', textContent: text });
      button.addEventListener('click', act);
      line.append(button);
    }
    list.append(line);
    list.hidden = false;
  }

  return {
    mark,
    refuse,
    refuseElsewhere: (name, why) => addLine(name, Object.assign(document.createElement('span'), { textContent: said('elsewhere') }), why, []),
    count: () => list.children.length,
  };
}

/** Somebody else's value against one's own: the person decides. */
export const waysOut = ({ said }: Sheet, field: HTMLInputElement, mine: string, decide: (value: string, overrule: boolean) => void): readonly WayOut[] => [
  { text: said('keep', { value: knownIn(field) }), act: () => decide(knownIn(field), false) },
  { text: said('mine', { value: mine }), act: () => decide(mine, true) },
];
