import { Worker } from 'node:worker_threads';
import { type CertificatePage, renderCertificate } from './certificate-page.js';

export interface ToPrint {
  readonly page: CertificatePage;
  readonly issuedAt: Date;
}

/** What the thread answers to a list of sheets, in their order. */
export interface Printed {
  readonly contents: readonly Uint8Array[];
  readonly fault: Error | null;
}

/** Prints many certificates beside other work. */
export interface Printer {
  /** @param next what will be wanted at the next call, printed meanwhile where there are many */
  print(sheets: readonly ToPrint[], next: readonly ToPrint[]): Promise<Uint8Array[]>;
  close(): void;
}

/** Fewer are printed sooner than a thread begins. */
const WORTH_A_THREAD = 50;
/** A message costs time, and whoever waits for one sheet waits for its whole list. */
const IN_ONE_MESSAGE = 25;
/** A page leaves little behind: without limits the thread would hold twice as much before it collects. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 96 };
const FROM_SOURCES = import.meta.url.endsWith('.ts');
const SCRIPT = new URL(FROM_SOURCES ? './printer-thread.ts' : './printer-thread.js', import.meta.url);

/** Asked for when it is wanted. */
type Sheet = () => Promise<Uint8Array>;

/** Printing is a third of what a certificate costs: long lists go to a thread, which another processor may take. */
export function openPrinter(): Printer {
  let thread: PrintingThread | null = null;
  let begun = new Map<string, Sheet>();
  const begin = (sheets: readonly ToPrint[]): Map<string, Sheet> => {
    if (sheets.length >= WORTH_A_THREAD) thread ??= startThread();
    const printing = thread ? thread.print(sheets) : sheets.map((sheet) => () => printHere(sheet));
    return new Map(sheets.map((sheet, at) => [keyOf(sheet), printing[at]!]));
  };
  return {
    async print(sheets, next) {
      const all = new Map([...begun, ...begin(sheets.filter((sheet) => !begun.has(keyOf(sheet))))]);
      begun = begin(next);
      const contents: Uint8Array[] = [];
      for (const sheet of sheets) contents.push(await all.get(keyOf(sheet))!());
      return contents;
    },
    close: () => thread?.close(),
  };
}

const keyOf = ({ page, issuedAt }: ToPrint): string => `${issuedAt.getTime()} ${JSON.stringify(page)}`;
const printHere = ({ page, issuedAt }: ToPrint): Promise<Uint8Array> => renderCertificate(page, { issuedAt });

interface PrintingThread {
  print(sheets: readonly ToPrint[]): Sheet[];
  close(): void;
}

/** The thread answers its messages in their order. */
function startThread(): PrintingThread {
  const worker = new Worker(SCRIPT, { resourceLimits: LIMITS, ...(FROM_SOURCES ? { execArgv: ['--import', 'tsx'] } : {}) });
  const waiting: PromiseWithResolvers<readonly Uint8Array[]>[] = [];
  const end = (fault: Error) => {
    for (const one of waiting.splice(0)) one.reject(fault);
  };
  worker.on('message', ({ contents, fault }: Printed) => (fault ? waiting.shift()!.reject(fault) : waiting.shift()!.resolve(contents)));
  worker.on('error', (error) => end(error as Error));
  worker.on('exit', () => end(new Error('the thread that prints certificates has ended')));
  const send = (sheets: readonly ToPrint[]): Sheet[] => {
    const answer = Promise.withResolvers<readonly Uint8Array[]>();
    // What was begun ahead may never be asked for.
    answer.promise.catch(() => undefined);
    waiting.push(answer);
    worker.postMessage(sheets);
    return sheets.map((_, at) => async () => (await answer.promise)[at]!);
  };
  return {
    print: (sheets) => Array.from({ length: Math.ceil(sheets.length / IN_ONE_MESSAGE) }, (_, at) => send(sheets.slice(at * IN_ONE_MESSAGE, (at + 1) * IN_ONE_MESSAGE))).flat(),
    close: () => void worker.terminate(),
  };
}
