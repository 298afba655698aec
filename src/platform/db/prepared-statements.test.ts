import { describe, expect, it } from 'vitest';
import { StatementNames } from './prepared-statements.js';

describe('names of prepared statements', () => {
  it('are given from the second time on, and stay', () => {
    const names = new StatementNames();
    expect(names.nameOf('select 1 where $1')).toBeUndefined();
    const name = names.nameOf('select 1 where $1');
    expect(name).toBeDefined();
    expect(names.nameOf('select 1 where $1')).toBe(name);
    names.nameOf('select 2 where $1');
    expect(names.nameOf('select 2 where $1')).not.toBe(name);
  });

  it('are not given to what cannot be planned', () => {
    const names = new StatementNames();
    for (let at = 0; at < 3; at += 1) expect(names.nameOf('declare c no scroll cursor for select $1')).toBeUndefined();
  });

  it('are so many and no more', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 1_000 }, (_, at) => (names.nameOf(`select ${at}`), names.nameOf(`select ${at}`)));
    expect(new Set(given.filter(Boolean)).size).toBe(400);
    expect(names.nameOf('select 0')).toBe(given[0]);
  });
});
