import { parentPort } from 'node:worker_threads';
import { renderCertificate } from './certificate-page.js';
import type { Printed, ToPrint } from './printer.js';

/** Prints what the printer hands over, list after list, in a thread of its own; bytes are handed back, not copied. */
let last = Promise.resolve();
parentPort!.on('message', (sheets: readonly ToPrint[]) => {
  last = last.then(() => answer(sheets));
});

async function answer(sheets: readonly ToPrint[]): Promise<void> {
  try {
    const contents: Uint8Array<ArrayBuffer>[] = [];
    for (const { page, issuedAt } of sheets) contents.push(new Uint8Array(await renderCertificate(page, { issuedAt })));
    parentPort!.postMessage({ contents, fault: null } satisfies Printed, contents.map(({ buffer }) => buffer));
  } catch (fault) {
    parentPort!.postMessage({ contents: [], fault: fault as Error } satisfies Printed);
  }
}
