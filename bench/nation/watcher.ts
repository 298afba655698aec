import { setTimeout as sleep } from 'node:timers/promises';
import { answerTask } from '../measuring/child.js';

export interface WatchTask {
  /** Addresses that readers ask for in turn. */
  readonly urls: readonly string[];
  readonly readers: number;
  readonly pauseMs: number;
}

export interface Sample {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
}

/** Readers who look something up, pause and look again, until told to stop: how long did each wait, and when. */
answerTask<WatchTask>(async ({ urls, readers, pauseMs }, stopped) => {
  const samples: Sample[] = [];
  let going = true;
  void stopped.then(() => (going = false));
  const read = async (first: number) => {
    for (let turn = first; going; turn += 1) {
      const at = performance.timeOrigin + performance.now();
      const answer = await fetch(urls[turn % urls.length]!);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
      samples.push({ at, ms: performance.timeOrigin + performance.now() - at });
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, number) => read(number)));
  return samples;
});
