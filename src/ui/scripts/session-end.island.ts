/// <reference lib="dom" />
export {};

/** Warns before a session ends, prolongs it at a press, and says when it is over. Pages in other tabs prolong it too. */
const WARN_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;

const place = document.querySelector<HTMLElement>('[data-session-ends-in]');
if (place) watch(place);

function watch(end: HTMLElement): void {
  const soon = end.querySelector<HTMLElement>('[data-session-soon]')!;
  const over = end.querySelector<HTMLElement>('[data-session-over]')!;
  const others = new BroadcastChannel('vienkopus-session');
  let endsAt = Date.now() + Number(end.dataset['sessionEndsIn']) * 1_000;
  const look = () => {
    const left = endsAt - Date.now();
    over.hidden = left > 0;
    soon.hidden = left <= 0 || left > WARN_MS;
  };
  const prolong = (seconds: number) => {
    endsAt = Date.now() + seconds * 1_000;
    look();
  };
  others.postMessage(Number(end.dataset['sessionEndsIn']));
  others.addEventListener('message', ({ data }) => prolong(Number(data)));
  soon.querySelector('button')!.addEventListener('click', () => {
    stay(end).then(
      (seconds) => {
        prolong(seconds);
        others.postMessage(seconds);
      },
      // Without a connection the time goes on; over already, it says so.
      (error: unknown) => (error instanceof Over ? prolong(0) : look()),
    );
  });
  look();
  setInterval(look, LOOK_EVERY_MS);
}

class Over extends Error {}

async function stay(end: HTMLElement): Promise<number> {
  const answer = await fetch(end.dataset['stay']!, { method: 'POST', headers: { accept: 'application/json', 'x-csrf-token': end.dataset['csrf']! } });
  if (answer.status === 401 || answer.status === 403) throw new Over();
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { readonly endsInSeconds: number }).endsInSeconds;
}
