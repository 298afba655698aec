/// <reference lib="dom" />
import { nextAsk } from '../../domain/key-asking.js';

export interface KeyNews {
  /** Milliseconds to the instant by the server, counted on by a clock that nobody sets; null while there is none to count to. */
  left(): number | null;
  readonly opensAt: string | null;
  readonly state: 'waits' | 'held' | 'gone' | 'unreachable';
}

/** Bytes of base64url. */
const bytesOf = (words: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/**
 * Asks for the key of a release until it comes. When to ask again is told by the server each time: the clock of the device is never looked at, so that one
 * that is wrong does no harm. @returns how to stop
 */
export function waitForKey(address: string, tell: (news: KeyNews) => void, take: (key: Uint8Array<ArrayBuffer>) => Promise<boolean>): () => void {
  let timer = 0;
  let failures = 0;
  let stopped = false;
  let asking = false;
  let news: KeyNews = { left: () => null, opensAt: null, state: 'waits' };

  const ask = async (): Promise<void> => {
    if (stopped || asking) return;
    asking = true;
    clearTimeout(timer);
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store', headers: { accept: 'application/json' } }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as { key?: string; leftMs?: number | null; opensAt?: string | null; spreadMs?: number } | null;
    asking = false;
    if (stopped) return;
    if (answer?.ok && body?.key && (await take(bytesOf(body.key)).catch(() => false))) return stop();
    if (answer?.status === 404 && body !== null) {
      tell({ ...news, left: () => null, state: 'gone' });
      return stop();
    }
    const known = answer?.status === 202 && body !== null;
    failures = known ? 0 : failures + 1;
    if (known) {
      const [asked, leftMs] = [performance.now(), body.leftMs ?? null];
      news = { left: () => (leftMs === null ? null : leftMs - (performance.now() - asked)), opensAt: body.opensAt ?? null, state: leftMs === null ? 'held' : 'waits' };
    } else news = { ...news, state: 'unreachable' };
    tell(news);
    timer = setTimeout(() => void ask(), nextAsk({ leftMs: news.left(), spreadMs: body?.spreadMs ?? 0, failures, chance: Math.random() }));
  };
  const again = () => void (document.visibilityState === 'visible' && ask());
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', again);
  };
  addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  void ask();
  return stop;
}
