import type { Text } from '#kernel/text.js';
import { type Actor, isNowhere } from './actor.js';
import { scopeOf } from './permission.js';
import type { Room, RoomSection } from './room.js';

export interface RoomGroup {
  readonly section: RoomSection;
  readonly title: Text;
  readonly rooms: readonly Room[];
}

/** How many rooms of a section the menu of somebody with work of their own has; the others stand on the page of all rooms. */
const IN_THE_MENU: Readonly<Record<RoomSection, number>> = { 'my-work': 8, administration: 8, registers: 4, mine: 6 };

const WORKERS: readonly RoomSection[] = ['my-work', 'administration', 'registers', 'mine'];
const RESIDENTS: readonly RoomSection[] = ['mine', 'my-work', 'registers', 'administration'];
const OFTEN = ['daily', 'weekly', 'yearly'] as const;

/**
 * Every room that somebody may enter, by section, the most often needed first. The order follows from their rights alone, so that
 * it stays as it is from day to day.
 */
export function roomsOf(actor: Actor, rooms: readonly Room[]): RoomGroup[] {
  const worker = isWorker(actor);
  const open = rooms.filter((room) => !isNowhere(scopeOf(actor, room.permission)) && (room.concerns?.(actor) ?? true)).map((room) => (worker ? room : { ...room, text: room.residentsText ?? room.text }));
  const groups = (worker ? WORKERS : RESIDENTS)
    .map((section) => ({
      section,
      title: SECTIONS[section],
      rooms: open.filter((room) => sectionOf(actor, room) === section).toSorted((one, other) => rank(actor, one) - rank(actor, other)),
    }))
    .filter((group) => group.rooms.length > 0);
  // Whose daily work is administration meets it first.
  const first = (group: RoomGroup) => (isWork(group) ? rank(actor, group.rooms[0]!) : OFTEN.length);
  return worker ? groups.toSorted((one, other) => first(one) - first(other)) : groups;
}

/** The same rooms without what is seldom needed, except where somebody is just now; and how many rooms there are in all. */
export function menuOf(actor: Actor, rooms: readonly Room[], currentHref: string | undefined): { readonly groups: RoomGroup[]; readonly all: number; readonly shown: number } {
  const groups = roomsOf(actor, rooms);
  const most = (section: RoomSection) => (isWorker(actor) ? IN_THE_MENU[section] : Number.POSITIVE_INFINITY);
  const shown = groups.map((group) => ({ ...group, rooms: group.rooms.filter((room, at) => at < most(group.section) || room.href === currentHref) }));
  return { groups: shown, all: countOf(groups), shown: countOf(shown) };
}

const countOf = (groups: readonly RoomGroup[]): number => groups.reduce((sum, group) => sum + group.rooms.length, 0);

const isWork = ({ section }: RoomGroup): boolean => section === 'my-work' || section === 'administration';

/** Somebody with any right of their own, unlike a resident. */
const isWorker = (actor: Actor): boolean => actor.scopes.size > 0;

const worksIn = (actor: Actor, { workOf }: Room): boolean => workOf !== undefined && !isNowhere(scopeOf(actor, workOf));

const sectionOf = (actor: Actor, room: Room): RoomSection => (worksIn(actor, room) ? 'my-work' : room.section);

function rank(actor: Actor, room: Room): number {
  if (room.forResidents) return isWorker(actor) ? OFTEN.length : -1;
  return OFTEN.indexOf(room.often ?? 'weekly');
}

const SECTIONS: Readonly<Record<RoomSection, Text>> = {
  'my-work': { lv: 'Mans darbs', en: 'My work' },
  administration: { lv: 'Pārvaldība', en: 'Administration' },
  registers: { lv: 'Reģistri', en: 'Registers' },
  mine: { lv: 'Par mani', en: 'About me' },
};
