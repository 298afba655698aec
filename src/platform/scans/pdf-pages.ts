import { Worker } from 'node:worker_threads';

/** So long a file may take to be counted or a page to be drawn: an honest one takes a twentieth of a second. */
const LONGEST_MS = 15_000;
/** The thread ends when nobody asked for so long; it holds some tens of megabytes. */
const IDLE_MS = 60_000;
const LONGEST_SIDE = 1_900;
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './pages-worker.ts' : './pages-worker.js', import.meta.url);

interface Answer {
  readonly id: number;
  readonly pages: number;
  readonly picture: Uint8Array | null;
}
const NOTHING: Omit<Answer, 'id'> = { pages: 0, picture: null };

let thread: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();
let number = 0;
let idle: NodeJS.Timeout | undefined;

/** How many pages a PDF has; 0 for what cannot be opened: damaged, protected by a password, or none at all. */
export const countPdfPages = async (content: Uint8Array): Promise<number> => (await ask(content, 0)).pages;

/** A page of a PDF (from 1) as a PNG whose longer side has 1900 pixels; null where it cannot be drawn. Nothing that a PDF can carry along (scripts, links, its writer's name) is in it. */
export const drawPdfPage = async (content: Uint8Array, page: number): Promise<Uint8Array | null> => (await ask(content, page)).picture;

/** One after another: the thread has one library, and a file that hangs takes only itself along. */
function ask(content: Uint8Array, page: number): Promise<Omit<Answer, 'id'>> {
  const answer = last.then(() => askThread(content, page));
  last = answer.catch(() => undefined);
  return answer;
}

function askThread(content: Uint8Array, page: number): Promise<Omit<Answer, 'id'>> {
  clearTimeout(idle);
  const worker = (thread ??= started());
  const id = (number += 1);
  return new Promise((resolve) => {
    const end = (answer: Omit<Answer, 'id'>) => {
      clearTimeout(late);
      worker.off('message', heard).off('exit', gone);
      worker.unref();
      idle = setTimeout(stop, IDLE_MS).unref();
      resolve(answer);
    };
    const heard = (answer: Answer) => answer.id === id && end(answer);
    const gone = () => end(NOTHING);
    const late = setTimeout(() => {
      stop();
      end(NOTHING);
    }, LONGEST_MS);
    worker.on('message', heard).on('exit', gone);
    worker.ref();
    worker.postMessage({ id, content, page, longestSide: LONGEST_SIDE });
  });
}

function started(): Worker {
  const worker = new Worker(SCRIPT, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}

function stop(): void {
  void thread?.terminate();
  thread = null;
}
