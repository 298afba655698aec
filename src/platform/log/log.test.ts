import { expect, test } from 'vitest';
import { openLog } from './log.js';

/** As pg-boss hands on what went wrong in a queue: a plain object with all that the error had. */
const handedOn = (error: Error) => ({ ...error, message: error.message, stack: error.stack, queue: 'reports' });

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  openLog((line) => lines.push(line)).error('job queue', error);
  return JSON.parse(lines.join('')) as Record<string, unknown>;
}

test('what the job queue hands on as a plain copy of an error says what went wrong, and from where', () => {
  expect(logged(handedOn(new Error('connect ECONNREFUSED')))).toMatchObject({ text: 'connect ECONNREFUSED', place: expect.stringContaining('log.test') as unknown });
});

test('of what a database complains of only code and constraint are kept, also in a copy: its words may quote a row', () => {
  const error = Object.assign(new Error('Key (code)=(320101-12345) exists'), { severity: 'ERROR', code: '23505', constraint: 'code_once', detail: '320101-12345' });
  for (const one of [error, handedOn(error)]) {
    expect(logged(one)).toMatchObject({ error: 'database', code: '23505', constraint: 'code_once' });
    expect(JSON.stringify(logged(one))).not.toContain('320101');
  }
});

test('of what is no error nothing but its type is written', () => {
  expect(logged({ code: '320101-12345' })).toMatchObject({ error: 'object' });
});
