/// <reference lib="webworker" />
export {};

/** Keeps the page of packets on the device, so that it opens without a connection and asks nothing of the server in a rush. What is anybody's own is not kept here. */
interface Keeper {
  /** Set by the script that loads this one: which pages and files, under a name that changes with them. */
  readonly kept: { readonly version: string; readonly shell: readonly string[] };
}
const worker = globalThis as unknown as ServiceWorkerGlobalScope & Keeper;
const PREFIX = 'results-packet-';
const name = `${PREFIX}${worker.kept.version}`;

worker.addEventListener('install', (event) => {
  const whole = async () => {
    const cache = await caches.open(name);
    await cache.addAll(worker.kept.shell.map((address) => new Request(address, { cache: 'reload', credentials: 'omit' })));
    await worker.skipWaiting();
  };
  event.waitUntil(whole());
});

worker.addEventListener('activate', (event) => {
  const whole = async () => {
    const earlier = (await caches.keys()).filter((one) => one.startsWith(PREFIX) && one !== name);
    await Promise.all(earlier.map((one) => caches.delete(one)));
    await worker.clients.claim();
  };
  event.waitUntil(whole());
});

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { pathname, origin, search } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || search !== '' || !worker.kept.shell.includes(pathname)) return;
  event.respondWith(caches.open(name).then(async (cache) => (await cache.match(pathname)) ?? fetch(event.request)));
});
