/// <reference lib="dom" />

/** Its name is known to `check-offline.island.ts` too. */
const KEPT = 'check';

/**
 * Keeps the page in both languages, as a stranger sees it, with all that it loads, so that it opens without a connection too.
 * Every later visit with a connection keeps it anew.
 */
export async function keepForLater(root: HTMLElement, lang: string): Promise<void> {
  const script = root.dataset['offlineScript'];
  if (!script || !('serviceWorker' in navigator)) return;
  const parts = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], link[rel=icon], script[src]')].map((one) => ('href' in one ? one.href : one.src));
  try {
    const kept = await caches.open(KEPT);
    for (const address of ['/check?lang=lv', '/check?lang=en', '/check/trust', '/check/revoked', ...parts]) {
      const answer = await fetch(address, { credentials: 'omit' });
      if (!answer.ok) return;
      await kept.put(address, answer);
    }
    await kept.put('/check/lang', new Response(lang));
    await navigator.serviceWorker.register(script, { scope: '/check' });
    await navigator.serviceWorker.ready;
    root.querySelector<HTMLElement>('[data-offline]')!.hidden = false;
  } catch {
    // Without a connection, or where the browser keeps nothing, the page is as it is.
  }
}
