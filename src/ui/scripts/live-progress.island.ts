/// <reference lib="dom" />
export {};

/**
 * Shows work in progress anew every few seconds, in place, so that reading and focus are not lost; it ends with the work,
 * and where the work leads elsewhere the browser goes there.
 */
const main = document.querySelector<HTMLElement>('main[data-refresh-seconds]');
if (main) later(main);

function later(shown: HTMLElement): void {
  setTimeout(() => void refresh(shown), Number(shown.dataset['refreshSeconds']) * 1000);
}

async function refresh(shown: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer?.redirected) return location.assign(answer.url);
  // What is refused now stays refused: the page that says why is shown, and nobody is asked for ever.
  if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) return location.reload();
  const next = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('main') : null;
  if (!next) return later(shown);
  if (!shown.contains(document.activeElement) || document.activeElement === shown) shown.replaceChildren(...next.childNodes);
  if (next.dataset['refreshSeconds']) later(shown);
}
