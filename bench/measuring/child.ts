import { fork } from 'node:child_process';

export interface Child<Answer> {
  readonly answer: Promise<Answer>;
  /** Says that it is time to end and answer, to a child whose task has no end of its own. */
  stop(): void;
}

/** Runs a program of this folder in a process of its own, hands it a task and gives its answer. */
export const inChild = <Answer>(program: URL, task: unknown): Promise<Answer> => startChild<Answer>(program, task).answer;

/** As much as a process may keep before it must collect; on a machine with much memory it would put that off for long. */
const MOST_KEPT_MB = 384;

/** Maps from what runs back to the sources would be counted as memory of what is measured. */
const OWN_ARGS = process.execArgv.filter((one) => one !== '--enable-source-maps');

export function startChild<Answer>(program: URL, task: unknown): Child<Answer> {
  const child = fork(program, { serialization: 'advanced', execArgv: [...OWN_ARGS, `--max-old-space-size=${MOST_KEPT_MB}`] });
  const answer = new Promise<Answer>((resolve, reject) => {
    child.once('message', (given) => resolve(given as Answer));
    child.once('error', reject);
    // What it has said is read before this is told; that it has ended may be told sooner.
    child.once('disconnect', () => reject(new Error(`${program.pathname} ended before it answered`)));
  });
  child.send(task as object);
  return { answer, stop: () => void child.send('stop') };
}

/** The other end: what such a program does with its task. A failing task ends the process, which its parent notices. */
export function answerTask<Task>(work: (task: Task, stopped: Promise<void>) => Promise<unknown>): void {
  process.once('message', async (task) => {
    const stopped = new Promise<void>((resolve) => void process.once('message', () => resolve()));
    process.send!(await work(task as Task, stopped), () => process.disconnect());
  });
}
