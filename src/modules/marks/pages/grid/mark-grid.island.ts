/// <reference lib="dom" />
import { cellsOf, pasted, textOf } from './clipboard.js';
import { did, NO_HISTORY, redo, undo } from './history.js';
import { type Answer, post } from './mark-grid.request.island.js';
import { notesOf, waysOut } from './mark-grid.notes.island.js';
import { currentIn, knownIn, plain, sheetOf, showCount } from './mark-grid.sheet.island.js';
import { areaOf, type Mode, type Place, placesIn, wishOf } from './moves.js';
import { answered, drop, isEmpty, kept, pauseAfter, put, send, toKeep, unanswered, type Waiting } from './outbox.js';

/** Makes a spreadsheet of the entry grid: keys, blocks, undo; saves as one goes, and keeps what could not be sent until it can. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-grid]')) begin(form);

/** So many cells go in one request. */
const PORTION = 100;
const SOON = 400;
const IDLE = 3000;

function begin(form: HTMLFormElement): void {
  const sheet = sheetOf(form);
  const { table, headers, fields, size, nameAt, fieldAt, fieldNamed, placeOf, placeUnder, chosen, paint, part, said, tell } = sheet;
  const notes = notesOf(sheet, (field) => choose(placeOf(field)!, false));
  const [state, undoButton] = [part('state'), part<HTMLButtonElement>('undo')];
  const reason = form.querySelector<HTMLInputElement>('input[name=reason]');
  const store = `grid:${form.dataset['user']}:${form.dataset['grid']}`;

  let box = kept(localStorage.getItem(store));
  let history = NO_HISTORY;
  let here: Place = { row: 0, column: 0 };
  let anchor: Place = here;
  /** Fields that the browser says were changed, by whatever means, and that are not yet changes of the grid. */
  const touched = new Set<HTMLInputElement>();
  let mode: Mode = 'over';
  let enterColumn: number | null = null;
  let failures = 0;
  let timer = 0;
  let idle = 0;
  let savedSince = 0;

  part('plain').hidden = true;
  undoButton.hidden = false;
  restore();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    commit();
    void flush();
  });
  table.addEventListener('keydown', onKey);
  table.addEventListener('focusin', onFocus);
  table.addEventListener('focusout', commit);
  table.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    if (!placeOf(field)) return;
    touched.add(field);
    // Who types means this one cell: Backspace then must not empty all that was chosen.
    if (field === fieldAt(here)) chooseOne(here);
    show();
    clearTimeout(idle);
    idle = setTimeout(commit, IDLE);
  });
  table.addEventListener('dblclick', () => (mode = 'inside'));
  table.addEventListener('pointerdown', onPointer);
  table.addEventListener('pointerover', (event) => {
    const place = placeUnder(event);
    if (place && event.buttons === 1 && event.pointerType === 'mouse' && table.contains(document.activeElement)) choose(place, true);
  });
  for (const kind of ['copy', 'cut', 'paste'] as const) table.addEventListener(kind, onClipboard);
  undoButton.addEventListener('click', () => step('undo'));
  reason?.addEventListener('change', () => {
    for (const field of table.querySelectorAll<HTMLInputElement>('td.needs-reason .cell')) change(placeOf(field)!, field.value, {}, true);
    later(0);
  });
  addEventListener('online', () => later(0));
  addEventListener('beforeunload', (event) => {
    commit();
    if (!isEmpty(box)) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    commit();
    void flush();
  });

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || !(event.target as Element).matches('input.cell')) return;
    if (event.key === 'Tab') return void (enterColumn ??= here.column);
    const wish = wishOf({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }, here, size, mode, enterColumn ?? here.column);
    if (wish.do === 'type') return;
    event.preventDefault();
    if (wish.do === 'move') {
      commit();
      if (!wish.extends) enterColumn = event.key === 'Enter' ? enterColumn : null;
      choose(wish.to, wish.extends);
    } else if (wish.do === 'undo' || wish.do === 'redo') step(wish.do);
    else if (wish.do === 'clear') apply(placesIn(chosen()).map((at) => ({ at, value: '' })));
    else if (wish.do === 'select-all') paint({ from: { row: 0, column: 0 }, to: { row: size.rows - 1, column: size.columns - 1 } });
    else if (wish.do === 'restore') fieldAt(here).value = knownIn(fieldAt(here));
    else if (wish.do === 'leave') document.getElementById('after-grid')!.focus();
    if (wish.do === 'edit') fieldAt(here).setSelectionRange(99, 99);
    mode = wish.do === 'edit' ? 'inside' : 'over';
  }

  function onFocus(event: FocusEvent): void {
    const place = placeOf(event.target as HTMLInputElement);
    if (!place) return;
    if (place.row !== here.row || place.column !== here.column) {
      [here, mode] = [place, 'over'];
      chooseOne(place);
    }
    if (mode === 'over') (event.target as HTMLInputElement).select();
  }

  function onPointer(event: PointerEvent): void {
    const place = placeUnder(event);
    if (!place) return;
    enterColumn = null;
    if (event.shiftKey) {
      event.preventDefault();
      choose(place, true);
    } else if (document.activeElement === fieldAt(place)) {
      mode = 'inside';
      chooseOne(place);
    }
  }

  /** Goes to a cell; extending keeps where the choice began. */
  function choose(to: Place, extend: boolean): void {
    if (!extend) anchor = to;
    here = to;
    mode = 'over';
    const field = fieldAt(to);
    field.focus({ preventScroll: true });
    field.select();
    field.closest('td')!.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    paint(areaOf(anchor, here));
  }

  function chooseOne(place: Place): void {
    anchor = place;
    paint(areaOf(place, place));
  }

  function onClipboard(event: ClipboardEvent): void {
    if (mode === 'inside' || !event.clipboardData || !(event.target as Element).matches('input.cell')) return;
    event.preventDefault();
    commit();
    if (event.type !== 'paste') {
      const { from, to } = chosen();
      const cells = fields.slice(from.row, to.row + 1).map((line) => line.slice(from.column, to.column + 1).map(({ value }) => value));
      event.clipboardData.setData('text/plain', textOf(cells));
      if (event.type === 'cut') apply(placesIn(chosen()).map((at) => ({ at, value: '' })));
      return;
    }
    const { changes, area: filled, lost } = pasted(cellsOf(event.clipboardData.getData('text/plain')), chosen(), size);
    apply(changes);
    choose(filled.from, false);
    paint(filled);
    anchor = filled.to;
    if (lost > 0) tell(said('lost', { n: lost }));
  }

  /** What stands otherwise in fields than by the person's last word becomes a change. */
  function commit(): void {
    clearTimeout(idle);
    const typed = [...touched].filter((field) => field.value !== currentIn(field));
    touched.clear();
    if (typed.length > 0) apply(typed.map((field) => ({ at: placeOf(field)!, value: field.value })));
    else show();
  }

  /** Several changes as one step that can be undone; cells that may not be written are left alone. */
  function apply(changes: readonly { at: Place; value: string }[]): void {
    const open = changes.filter(({ at }) => !fieldAt(at).readOnly);
    history = did(history, { cells: open.map(({ at, value }) => ({ cell: nameAt(at), before: currentIn(fieldAt(at)), after: value.trim() })) });
    for (const { at, value } of open) change(at, value);
    later(SOON);
  }

  function step(which: 'undo' | 'redo'): void {
    commit();
    const { history: next, becomes } = (which === 'undo' ? undo : redo)(history);
    history = next;
    for (const { cell, value } of becomes) change(placeOf(fieldNamed(cell)!)!, value);
    later(SOON);
  }

  /** Puts a value into a cell and, if it may stand there, on its way to the register. */
  function change(at: Place, typed: string, more: Partial<Waiting> = {}, again = false): void {
    const field = fieldAt(at);
    const allowed = headers[at.column]!.dataset['allowed']?.split(' ');
    const value = allowed?.find((one) => plain(one) === plain(typed)) ?? typed.trim();
    if (value === currentIn(field) && !more.overrule && !again) return void (field.value = value);
    field.value = value;
    field.dataset['current'] = value;
    const wrong = value !== '' && (allowed ? !allowed.includes(value) && said('notAllowed', { value, values: allowed.join(', ') }) : !/^\d{1,3}$/.test(value) && said('notNumber'));
    if (wrong) {
      // An earlier value of the cell that still waits is no longer what the person wants.
      box = drop(box, nameAt(at));
      notes.refuse(field, wrong);
      return keep();
    }
    notes.mark(field, 'is-waiting');
    box = put(box, { cell: nameAt(at), value, seen: knownIn(field), seenAt: field.dataset['seenAt'] ?? form.dataset['seen']!, key: crypto.randomUUID(), ...more });
    if (!box.waiting.some(({ cell }) => cell === nameAt(at))) notes.mark(field, null);
    keep();
  }

  function keep(): void {
    if (isEmpty(box)) localStorage.removeItem(store);
    else localStorage.setItem(store, toKeep(box));
    show();
  }

  function restore(): void {
    for (const { cell, value } of box.waiting) {
      const field = fieldNamed(cell);
      if (!field) continue;
      field.value = field.dataset['current'] = value;
      notes.mark(field, 'is-waiting');
    }
    if (!isEmpty(box)) tell(said('restored', { n: box.waiting.length }));
    show();
    later(0);
  }

  function later(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  }

  async function flush(): Promise<void> {
    const next = send(box, PORTION);
    if (next === box || next.sent.length === 0) return;
    box = next;
    keep();
    for (const { cell } of box.sent) notes.mark(fieldNamed(cell), 'is-saving');
    const response = await post(form, box.sent, reason?.value ?? '');
    const answer = response?.ok ? ((await response.json().catch(() => null)) as Answer | null) : null;
    if (answer) return settle(answer);
    const outOfSession = response?.status === 401 || response?.status === 403;
    if (response && !outOfSession && response.status >= 400 && response.status < 500 && response.status !== 429) {
      const problem = (await response.json().catch(() => null)) as { detail?: string } | null;
      for (const { cell } of box.sent) notes.refuse(fieldNamed(cell), problem?.detail ?? String(response.status));
      box = answered(box);
      return keep();
    }
    for (const { cell } of box.sent) notes.mark(fieldNamed(cell), 'is-waiting');
    box = unanswered(box);
    failures += 1;
    keep();
    state.textContent = said(outOfSession ? 'signedOut' : 'offline', { n: box.waiting.length });
    if (failures === 1) tell(state.textContent);
    later(pauseAfter(failures));
  }

  function settle(answer: Answer): void {
    const isBack = failures > 0;
    failures = 0;
    const sent = new Map(box.sent.map((one) => [one.cell, one]));
    const corrected = answer.cells.some(({ membershipId, column, state: outcome }) => outcome === 'saved' && sent.get(`${membershipId} ${column}`)?.seen);
    box = answered(box);
    for (const { membershipId, column, state: outcome, value, why } of answer.cells) {
      const name = `${membershipId} ${column}`;
      const field = fieldNamed(name);
      if (outcome === 'saved') savedSince += 1;
      if (!field) {
        if (outcome !== 'saved') notes.refuseElsewhere(name, why);
        continue;
      }
      const mine = sent.get(name)?.value ?? field.value;
      // Of the other cells nothing newer has been seen than what the page came with.
      Object.assign(field.dataset, { known: value, seenAt: answer.seenAt });
      if (outcome === 'saved') {
        const changedSince = box.waiting.some(({ cell }) => cell === name);
        // What was typed since cannot stand there and is marked so; what was saved before it is not what is shown.
        if (!changedSince && currentIn(field) !== mine) continue;
        if (!changedSince && document.activeElement !== field) field.value = value;
        if (!changedSince) field.dataset['current'] = value;
        notes.mark(field, changedSince ? 'is-waiting' : 'is-saved');
      } else notes.refuse(field, why, outcome === 'needs-reason' ? outcome : 'is-refused', outcome === 'clash' ? waysOut(sheet, field, mine, (decided, overrule) => (change(placeOf(field)!, decided, { overrule }, true), later(0))) : []);
    }
    keep();
    // The reason was one of these corrections; the next ones have their own.
    if (reason && corrected && isEmpty(box)) reason.value = '';
    if (isEmpty(box) && savedSince > 0) {
      // Who was told that there is no connection is told that there is one again, whatever else is wrong.
      if (isBack || notes.count() === 0) tell(said('saved', { n: savedSince }));
      savedSince = 0;
    }
    later(0);
  }

  /** How much is entered, and whether all of it is saved. */
  function show(): void {
    showCount(sheet);
    const refused = notes.count();
    if (failures === 0) state.textContent = refused > 0 ? said('left', { n: refused }) : isEmpty(box) && touched.size === 0 ? said('allSaved') : said('saving');
    state.classList.toggle('is-bad', failures > 0 || refused > 0);
    undoButton.disabled = history.done.length === 0;
  }
}
