import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Installation } from '#platform/actions/installation.js';
import { ANYONE } from '#platform/actions/permission.js';
import { readPlace, writePlace } from '../domain/places.js';
import { nextTurn, placesBefore } from '../domain/turns.js';
import { numbersNow } from './numbers.js';

/** Whether someone is let in now, and the cookie that they go on with. */
export type Turn =
  | { readonly kind: 'enter'; readonly cookie: string; readonly seconds: number }
  | { readonly kind: 'wait'; readonly cookie: string; readonly seconds: number; readonly before: number; readonly turnAt: Date };

/**
 * Asks to be let in. Whoever comes too many at once gets a place in the queue, which their own cookie holds, signed: any process of the program lets them in when
 * its turn comes, nothing is kept here, and asking often gains nothing. Each process gives out places at its own pace.
 */
export const askTurn = readAction({
  name: 'portal.ask-turn',
  title: { lv: 'Ieiešana rezultātu portālā', en: 'Entry to the results portal' },
  permission: ANYONE,
  input: z.object({ kept: z.string().nullable() }),
  audit: NOT_PERSONAL,
  async run(context, { kept }): Promise<Turn> {
    const numbers = await numbersNow(context);
    const pace = { perSecond: numbers['entries-per-second'], atOnce: numbers['entries-at-once'] };
    const line = lineOf(context.installation);
    const now = context.now.getTime();
    const enter = (until: number): Turn => ({ kind: 'enter', cookie: writePlace({ kind: 'pass', at: until }, line.key), seconds: Math.ceil((until - now) / 1000) });
    const wait = (turnAt: number): Turn => ({ kind: 'wait', cookie: writePlace({ kind: 'place', at: turnAt }, line.key), seconds: Math.ceil((turnAt - now) / 1000), before: placesBefore(turnAt, now, pace), turnAt: new Date(turnAt) });
    const letIn = () => enter(now + numbers['pass-minutes'] * 60_000);

    const place = readPlace(kept, line.key);
    if (place?.kind === 'pass' && place.at > now) return enter(place.at);
    if (place?.kind === 'place' && now < place.at) return wait(place.at);
    if (place?.kind === 'place' && now < place.at + numbers['place-minutes'] * 60_000) return letIn();
    const { turnAt, nextFree } = nextTurn(line.nextFree, now, pace);
    line.nextFree = nextFree;
    return turnAt <= now ? letIn() : wait(turnAt);
  },
});

interface Line {
  readonly key: KeyObject;
  nextFree: number;
}

const lines = new WeakMap<Installation, Line>();

function lineOf(installation: Installation): Line {
  const line = lines.get(installation) ?? { key: createSecretKey(installation.keyFor('places in the queue for results')), nextFree: 0 };
  lines.set(installation, line);
  return line;
}
