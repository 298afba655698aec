import { fork } from 'node:child_process';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/job-apart.js');
/** Little place for short-lived objects, two heaps for all threads: a job leaves little behind. */
const OPTIONS = ['--enable-source-maps', '--max-semi-space-size=8'];
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };

/**
 * Begins processes for the program's heavy jobs (`src/app/jobs-apart`): beginning one from the program itself would stop it, as large as it is,
 * for as long as its map of memory takes to copy (40 ms). They end with the program.
 */
export function beginJobsOf(program, execPath, env, script = PROGRAM) {
  program.on('message', ({ id, task }) => {
    const job = fork(script, { execPath, execArgv: OPTIONS, env: { ...env, ...ENVIRONMENT }, serialization: 'advanced' });
    let answer = { done: false };
    const end = () => job.connected && job.disconnect();
    program.once('disconnect', end);
    job.once('message', (said) => (answer = said));
    job.once('disconnect', () => {
      program.off('disconnect', end);
      if (program.connected) program.send({ id, ...answer });
    });
    job.send(task);
  });
}
