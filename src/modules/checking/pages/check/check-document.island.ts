/// <reference lib="dom" />
import { render } from 'preact';
import type { Lang } from '#kernel/text.js';
import type { PortableTrust, Trust } from '#platform/documents/browser.js';
import { openRevoked, trustOf } from '#platform/documents/browser.js';
import { claimHere, fileHere, problemHere, waitingHere } from './found-here.js';
import { keepForLater } from './check-document.offline.island.js';

/** Checks a document in the browser: after the page is open nothing is asked of anybody, and the file is sent nowhere. */
const root = document.querySelector<HTMLElement>('[data-check]');
// Web Crypto is there only where the page came over a safe connection; otherwise the forms go on working.
if (root && globalThis.crypto?.subtle) prepare(root);

function prepare(root: HTMLElement): void {
  const lang = document.documentElement.lang as Lang;
  const result = root.querySelector<HTMLElement>('[data-check-result]')!;
  const [zone, claims] = [root.querySelector<HTMLElement>('[data-check-file]')!, root.querySelector<HTMLElement>('[data-check-claim]')!];
  const [form, claimForm] = [zone.querySelector('form')!, claims.querySelector('form')!];
  const input = form.querySelector<HTMLInputElement>('input[type=file]')!;
  const [claim, holder] = ['claim', 'holder'].map((name) => claimForm.querySelector<HTMLInputElement>(`input[name=${name}]`)!) as [HTMLInputElement, HTMLInputElement];
  const revoked = fetch('/check/revoked').then((answer) => (answer.ok ? answer.text() : ''), () => '');
  const trust = fetch('/check/trust').then(async (answer): Promise<Trust> => {
    const known = trustOf((await answer.json()) as PortableTrust);
    return { ...known, revoked: await openRevoked(await revoked, known.revokedKey) };
  });
  for (const one of root.querySelectorAll<HTMLElement>('[data-with-script]')) one.hidden = false;
  for (const one of root.querySelectorAll<HTMLElement>('[data-without-script]')) one.hidden = true;
  let opened: string[] = [];
  let turn = 0;

  const show = async (found: (trust: Trust, now: Date) => ReturnType<typeof fileHere> | ReturnType<typeof claimHere>) => {
    const mine = (turn += 1);
    for (const url of opened.splice(0)) URL.revokeObjectURL(url);
    render(waitingHere(lang), result);
    let drawn;
    try {
      const known = await trust;
      // A device whose clock is behind that of the server is not believed.
      drawn = await found(known, new Date(Math.max(Date.now(), known.asOf.getTime())));
    } catch {
      drawn = { page: problemHere(lang), urls: [] };
    }
    if (mine !== turn) return;
    opened = [...drawn.urls];
    render(drawn.page, result);
    result.querySelector('h2')?.focus();
  };
  const checkFile = (file: File | undefined) => file && show(async (known, now) => fileHere(lang, file.name, new Uint8Array(await file.arrayBuffer()), known, now));
  const checkClaim = () => show((known, now) => claimHere(lang, claim.value, holder.value, known, now));

  render(null, result);
  input.addEventListener('change', () => checkFile(input.files?.[0]));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.files?.[0]) checkFile(input.files[0]);
    else input.focus();
  });
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('drop-zone-over');
  });
  for (const ends of ['dragleave', 'drop'] as const) zone.addEventListener(ends, () => zone.classList.remove('drop-zone-over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    checkFile(event.dataTransfer?.files[0]);
  });
  claimForm.addEventListener('submit', (event) => {
    event.preventDefault();
    checkClaim();
  });
  readFragment();
  addEventListener('hashchange', readFragment);
  keepForLater(root, lang);

  /** The claim of a code stands after `#`; it is taken out of the address, so that it does not stay in the history. */
  function readFragment(): void {
    if (!location.hash.startsWith('#c=')) return;
    claim.value = location.hash.slice(3);
    history.replaceState(null, '', location.pathname + location.search);
    checkClaim();
  }
}
