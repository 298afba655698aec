import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/job-apart.js');
/** Little place for short-lived objects, early collection of the others by the one thread that works, two heaps for all threads: a job holds little. */
const OPTIONS = ['--enable-source-maps', '--max-semi-space-size=8', '--heap-growing-percent=50', '--single-threaded-gc'];
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };
/** Those who wait for a page come first. Set at its birth: threads that begin later take it over. */
const BEHIND_OTHERS = 10;

/**
 * Begins processes for the program's heavy jobs (`src/app/jobs-apart`): beginning one from the program itself would stop it, as large as it is,
 * for as long as its map of memory takes to copy (40 ms). They end with the program.
 */
export function beginJobsOf(program, execPath, env, script = PROGRAM) {
  program.on('message', ({ id, task }) => {
    const job = fork(script, { execPath, execArgv: OPTIONS, env: { ...env, ...ENVIRONMENT }, serialization: 'advanced' });
    if (job.pid) setPriority(job.pid, BEHIND_OTHERS);
    let [answer, settled] = [{ done: false }, false];
    const end = () => job.connected && job.disconnect();
    program.once('disconnect', end);
    job.once('message', (said) => (answer = said));
    const settle = () => {
      program.off('disconnect', end);
      if (program.connected && !settled) program.send({ id, ...answer });
      settled = true;
    };
    job.once('disconnect', settle).on('error', settle);
    job.send(task);
  });
}
