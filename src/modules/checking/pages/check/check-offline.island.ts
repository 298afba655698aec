/// <reference lib="webworker" />
export {};

declare const self: ServiceWorkerGlobalScope;

/** Answers from what the page kept when there is no connection (a service worker for `/check` alone). */
const KEPT = 'check';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const kept = await caches.open(KEPT);
  const { pathname, searchParams } = new URL(request.url);
  // What lies under these addresses never changes: each holds a hash of its content.
  if (pathname.startsWith('/assets/')) return (await kept.match(request.url)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch {
    const lang = searchParams.get('lang') ?? (await (await kept.match('/check/lang'))?.text()) ?? 'lv';
    const instead = request.mode === 'navigate' ? `/check?lang=${lang === 'en' ? 'en' : 'lv'}` : pathname;
    return (await kept.match(instead)) ?? Response.error();
  }
}
