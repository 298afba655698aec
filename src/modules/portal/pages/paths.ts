import type { Lang } from '#kernel/text.js';

/** The first page has an address in each language, so that what a cache keeps depends on the address alone. */
export const FRONT: Readonly<Record<Lang, string>> = { lv: '/results', en: '/results/en' };
export const MINE = '/results/mine';
export const CERTIFICATE = '/results/certificate';
export const SIGN_IN = '/results/sign-in';
export const PACKET: Readonly<Record<Lang, string>> = { lv: '/results/packet', en: '/results/packet/en' };
export const PACKET_STATE = '/results/packet/state';
export const PACKET_WORKER = '/results/packet/worker.js';
export const KEY = '/results/key';
export const SETTINGS = '/results/settings';
export const NUMBERS = '/results/parameters';

/** The cookie that keeps a place in the queue, sent to the portal alone. */
export const PLACE_COOKIE = 'results-place';
