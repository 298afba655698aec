import { fork } from 'node:child_process';

/** Runs a program of this folder in a process of its own, hands it a task and gives its answer. */
export function inChild<Answer>(program: URL, task: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { serialization: 'advanced' });
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program.pathname} ended with ${code} before it answered`)));
    child.send(task as object);
  });
}

/** The other end: what such a program does with its task. A failing task ends the process, which its parent notices. */
export function answerTask<Task>(work: (task: Task) => Promise<unknown>): void {
  process.once('message', async (task) => {
    process.send!(await work(task as Task));
    process.disconnect();
  });
}
