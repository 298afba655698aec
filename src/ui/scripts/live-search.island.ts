/// <reference lib="dom" />
export {};

/** Answers a search while its words are typed: asks the form's own address and puts the answer in place of the results. */
const PAUSE_MS = 180;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) follow(form);

function follow(form: HTMLFormElement): void {
  let pause = 0;
  let asked = new AbortController();
  form.addEventListener('input', () => {
    clearTimeout(pause);
    asked.abort();
    pause = setTimeout(ask, PAUSE_MS);
  });

  async function ask(): Promise<void> {
    asked = new AbortController();
    const { signal } = asked;
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { signal, headers: { accept: 'text/html', 'x-fragment': 'results' } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      show(form.dataset['live']!, page);
      keepInFilter(page);
      history.replaceState(null, '', address);
    } catch (error) {
      if (!signal.aborted) console.warn('live-search', error);
    }
  }
}

/** Where the form would lead, without the fields that are empty. */
function addressOf(form: HTMLFormElement): URL {
  const address = new URL(form.action);
  const filled = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '');
  address.search = new URLSearchParams(filled).toString();
  return address;
}

/** What the filter beside the search sends along unseen follows the words, so that applying it does not lose them. */
function keepInFilter(answer: Document): void {
  const [now, next] = [document, answer].map((page) => page.querySelector('form.filters'));
  if (!now || !next) return;
  for (const old of now.querySelectorAll('input[type=hidden]')) old.remove();
  now.prepend(...next.querySelectorAll('input[type=hidden]'));
}

function show(id: string, answer: Document): void {
  for (const part of ['.results-count', '.results-body']) {
    const [now, next] = [document, answer].map((page) => page.querySelector(`#${id} ${part}`));
    if (now && next) now.replaceChildren(...next.childNodes);
  }
}
