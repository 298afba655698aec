import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answered, drop, EMPTY, isEmpty, kept, type Outbox, pauseAfter, put, send, toKeep, unanswered, type Waiting } from './outbox.js';

const change = (cell: string, value: string, seen = '', key = `${cell}=${value}`): Waiting => ({ cell, value, seen, seenAt: '2026-11-21T10:00:00Z', key });
const cells = (box: Outbox) => box.waiting.map(({ cell, value, seen }) => `${cell}: ${seen} → ${value}`);

test('typing over a cell that still waits sends the last value, made on what was seen first', () => {
  expect(cells(put(put(EMPTY, change('a', '7')), change('a', '8', '7')))).toEqual(['a:  → 8']);
});

test('a change given up is not sent, unless it may have arrived', () => {
  const waits = put(EMPTY, change('a', '7'));
  expect(isEmpty(drop(waits, 'a'))).toBe(true);
  expect(cells(drop(unanswered(send(waits, 9)), 'a'))).toEqual(['a:  → 7']);
});

test('a cell put back to what was seen needs nothing', () => {
  expect(isEmpty(put(put(EMPTY, change('a', '7', '5')), change('a', '5', '7')))).toBe(true);
});

test('a cell changed while its earlier value is under way is sent again, built on that value', () => {
  const under = send(put(EMPTY, change('a', '7')), 10);
  const changed = put(under, change('a', '8', '7'));
  expect(cells(changed)).toEqual(['a: 7 → 8']);
  expect(cells(answered(changed))).toEqual(['a: 7 → 8']);
});

test('when nothing comes back, what was sent waits again under its key', () => {
  const lost = unanswered(send(put(put(EMPTY, change('a', '7')), change('b', '8')), 1));
  expect(lost.waiting.map(({ key }) => key)).toEqual(['a=7', 'b=8']);
});

test('a cell put back while an earlier value may have arrived is sent all the same', () => {
  const lost = unanswered(send(put(EMPTY, change('a', '7')), 1));
  expect(cells(put(lost, change('a', '', '7')))).toEqual(['a:  → ']);
});

test('only one sending is under way at a time', () => {
  const under = send(put(EMPTY, change('a', '7')), 1);
  expect(send(put(under, change('b', '8')), 1).sent.map(({ cell }) => cell)).toEqual(['a']);
});

test('what a browser kept comes back, and damage is nothing', () => {
  const box = send(put(put(EMPTY, change('a', '7')), change('b', '8')), 1);
  expect(cells(kept(toKeep(box)))).toEqual(['a:  → 7', 'b:  → 8']);
  for (const words of [null, '', '{', '7', '[{"cell":1}]']) expect(isEmpty(kept(words))).toBe(true);
});

test('whatever breaks, the register ends with the last value typed into each cell', () => {
  const event = fc.oneof(
    fc.record({ do: fc.constant('type' as const), cell: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('1', '7', '10', 'nv', '') }),
    fc.record({ do: fc.constantFrom('arrives', 'is lost before', 'is lost after', 'reload') }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const register = new Map<string, string>();
      const shown = new Map<string, string>();
      let box: Outbox = EMPTY;
      const reach = () => box.sent.forEach(({ cell, value }) => register.set(cell, value));
      const step = (what: string) => {
        if (what === 'reload') return void (box = kept(toKeep(box)));
        box = send(box, 2);
        if (what !== 'is lost before') reach();
        box = what === 'arrives' ? answered(box) : unanswered(box);
      };
      for (const one of events) {
        if (!('cell' in one)) step(one.do);
        else {
          box = put(box, change(one.cell, one.value, shown.get(one.cell) ?? ''));
          shown.set(one.cell, one.value);
        }
      }
      for (let turn = 0; turn < 10 && !isEmpty(box); turn += 1) step('arrives');
      for (const [cell, value] of shown) expect(register.get(cell) ?? '').toBe(value);
    }),
  );
});

test('pauses grow to half a minute', () => {
  expect([0, 1, 2, 9].map(pauseAfter)).toEqual([1000, 2000, 4000, 30_000]);
});
