import { expect, test } from 'vitest';
import { did, NO_HISTORY, redo, undo } from './history.js';

const typed = (cell: string, before: string, after: string) => ({ cells: [{ cell, before, after }] });

test('a paste is undone and redone as one step', () => {
  const history = did(did(NO_HISTORY, typed('a', '', '7')), { cells: [{ cell: 'a', before: '7', after: '8' }, { cell: 'b', before: '', after: '9' }] });
  const back = undo(history);
  expect(back.becomes).toEqual([{ cell: 'a', value: '7' }, { cell: 'b', value: '' }]);
  expect(redo(back.history).becomes).toEqual([{ cell: 'a', value: '8' }, { cell: 'b', value: '9' }]);
  expect(undo(undo(back.history).history).becomes).toEqual([]);
});

test('after something new nothing can be redone, and what changes nothing is no step', () => {
  const back = undo(did(NO_HISTORY, typed('a', '', '7'))).history;
  expect(redo(did(back, typed('b', '', '8'))).becomes).toEqual([]);
  expect(did(NO_HISTORY, typed('a', '7', '7')).done).toHaveLength(0);
});
