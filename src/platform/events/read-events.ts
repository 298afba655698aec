import { z } from 'zod';
import { Forbidden, invalid } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '../actions/action.js';
import { permission } from '../actions/permission.js';
import type { EventKind } from './event.js';
import { type FeedPosition, readFeed } from './feed.js';
import { parsePosition, positionWord } from './feed-position.js';

export const readEventsPermission = permission('platform.read-events', { lv: 'Lasīt publicēto notikumu plūsmu', en: 'Read the feed of published events' });

export interface PublishedEvent {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly payload: unknown;
}

export interface EventPage {
  readonly items: readonly PublishedEvent[];
  /** What `after` of the next request is; null before the first event. */
  readonly next: string | null;
  /** Whether more can be had at once. */
  readonly more: boolean;
}

/**
 * The next events that modules publish, in the order of the feed. Events carry no municipality or institution by which
 * they could be cut to a scope, so they are read with rights everywhere or not at all.
 */
export const readEvents = readAction({
  name: 'platform.read-events',
  title: { lv: 'Lasīta notikumu plūsma', en: 'Read the feed of events' },
  permission: readEventsPermission,
  input: z.object({
    after: z.string().max(200).optional(),
    names: z.string().max(2_000).default('').transform((words) => words.split(',').map((word) => word.trim()).filter(Boolean)),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  audit: NOT_PERSONAL,
  async run({ tx, scope, contributions }, { after, names, limit }): Promise<EventPage> {
    if (!scope.everywhere) throw new Forbidden('rights-everywhere-needed', EVERYWHERE_NEEDED);
    const kinds = kindsNamed(contributions.events, names);
    const found = kinds.size === 0 ? [] : await readFeed(tx, after ? getPosition(after) : null, [...kinds.keys()], limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ id, name, at, payload }) => ({ id, name, at, payload: kinds.get(name)!.payload.parse(payload) })),
      next: last ? positionWord(last) : (after ?? null),
      more: found.length > limit,
    };
  },
});

/** @throws InvalidInput where a name is not published. */
function kindsNamed(published: readonly EventKind<unknown>[], names: readonly string[]): ReadonlyMap<string, EventKind<unknown>> {
  const all = new Map(published.map((kind) => [kind.name, kind]));
  const unknown = names.find((name) => !all.has(name));
  if (unknown !== undefined) throw invalid('names', fill(NOT_PUBLISHED, { names: [...all.keys()].sort().join(', ') }));
  return names.length === 0 ? all : new Map(names.map((name) => [name, all.get(name)!]));
}

/** @throws InvalidInput for a word that is none of ours. */
function getPosition(word: string): FeedPosition {
  const position = parsePosition(word);
  if (!position) throw invalid('after', NO_POSITION);
  return position;
}

const EVERYWHERE_NEEDED: Text = {
  lv: 'Notikumiem nav pašvaldības vai iestādes, pēc kuras tos atlasīt, tāpēc plūsmas lasīšanai vajag tiesības visā valstī.',
  en: 'Events carry no municipality or institution to select them by, so reading the feed needs rights for the whole country.',
};
const NOT_PUBLISHED: Text = { lv: 'Šāds notikumu veids netiek publicēts. Publicētie veidi: {names}.', en: 'No such kind of event is published. Published kinds: {names}.' };
const NO_POSITION: Text = {
  lv: 'Šī nav plūsmas vieta. Nododiet iepriekšējās atbildes “next” bez izmaiņām vai lasiet no sākuma.',
  en: 'This is no position of the feed. Hand back `next` of the last answer as it was, or read from the beginning.',
};
