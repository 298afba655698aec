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
  // What is refused now stays refused, and nobody is asked for ever. Why is shown from this very answer: some say it only once.
  const refused = answer !== null && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  const page = answer?.ok || refused ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const next = page?.querySelector<HTMLElement>('main');
  if (refused) return next && answer.status !== 401 ? instead(shown, next, page!.title) : location.reload();
  if (!next) return later(shown);
  if (!shown.contains(document.activeElement) || document.activeElement === shown) shown.replaceChildren(...next.childNodes);
  if (next.dataset['refreshSeconds']) later(shown);
}

function instead(shown: HTMLElement, next: HTMLElement, title: string): void {
  document.title = title;
  shown.replaceChildren(...next.childNodes);
  shown.focus();
}
