/// <reference lib="dom" />
export {};

/** Moves through time without loading the whole page: links and the date answer in place, the arrow keys step from stop to stop. */
let asked = new AbortController();
/** The part of the address that tells the day now shown; a fragment that changes does not change it. */
let shown = location.search;

for (const travel of document.querySelectorAll<HTMLElement>('.day-travel[data-live]')) follow(travel);

function follow(travel: HTMLElement): void {
  addEventListener('popstate', () => {
    if (location.search !== shown) void go(travel, location.href);
  });
  travel.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void go(travel, link.href);
  });
  travel.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement;
    if (field.value && field.checkValidity()) field.form?.requestSubmit();
  });
  travel.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void go(travel, `${form.action.split('?')[0]}?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`);
  });
  travel.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const stops = [...travel.querySelectorAll<HTMLAnchorElement>('.day-stops a')];
    const here = stops.indexOf(document.activeElement as HTMLAnchorElement);
    const next = step && here >= 0 ? stops[here + step] : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus();
    void go(travel, next.href);
  });
}

/** Takes the controls and the results from the page of that day; whatever goes wrong, the browser goes there itself. */
async function go(travel: HTMLElement, address: string): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch(address, { signal, headers: { accept: 'text/html', 'x-fragment': 'results' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('.day-travel');
    if (!answer.ok || !next) return location.assign(address);
    const focused = controls(travel).indexOf(document.activeElement as HTMLElement);
    travel.replaceChildren(...next.childNodes);
    controls(travel)[focused]?.focus();
    for (const part of ['.results-count', '.results-body']) {
      const [now, then] = [document, page].map((one) => one.querySelector(`#${travel.dataset['live']} ${part}`));
      if (now && then) now.replaceChildren(...then.childNodes);
    }
    // Each day is a page to come back to; one that was come back to stands in the history already.
    if (address !== location.href) history.pushState(null, '', address);
    shown = location.search;
  } catch {
    if (!signal.aborted) location.assign(address);
  }
}

const controls = (travel: HTMLElement): HTMLElement[] => [...travel.querySelectorAll<HTMLElement>('a, input, button')];
