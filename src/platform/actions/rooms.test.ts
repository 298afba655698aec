import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { type Actor, ANONYMOUS, EVERYWHERE } from './actor.js';
import { type FirstStep, stepsOf, whatConcerns } from './first-step.js';
import { ANYONE, type Permission, permission, SIGNED_IN } from './permission.js';
import type { Room } from './room.js';
import { menuOf, roomsOf } from './rooms.js';

const TITLE = { lv: 'Darīt', en: 'Do' };
const KEEP = permission('test.keep', TITLE);
const GIVE = permission('test.give', TITLE);
const room = (href: string, section: Room['section'], more: Partial<Room> = {}): Room => ({ href, text: { lv: href, en: href }, section, permission: ANYONE, ...more });
const ROOMS = [
  room('/map', 'registers', { often: 'daily' }),
  room('/calendar', 'registers', { workOf: KEEP }),
  room('/classes', 'my-work', { permission: KEEP }),
  room('/files', 'my-work', { permission: SIGNED_IN, often: 'yearly', concerns: ({ scopes }) => scopes.size > 0 }),
  room('/rights', 'administration', { permission: GIVE, often: 'daily' }),
  room('/notices', 'mine', { permission: SIGNED_IN, often: 'daily' }),
  room('/me', 'mine', { permission: SIGNED_IN, forResidents: true, residentsText: { lv: 'Es', en: 'I' }, concerns: ({ personId }) => personId !== null }),
];
const user = (...held: (typeof KEEP)[]): Actor => ({ kind: 'user', id: 'a', personId: 'p', name: 'A', scopes: new Map(held.map((one) => [one.name, EVERYWHERE])) });
const shownTo = (actor: Actor) => roomsOf(actor, ROOMS).map(({ section, rooms }) => [section, ...rooms.map(({ href }) => href)].join(' '));

describe('rooms', () => {
  test('a visitor has the public registers alone', () => expect(shownTo(ANONYMOUS)).toEqual(['registers /map /calendar']));

  test('a resident meets what is about them first, and nothing where they can find nothing', () => {
    expect(shownTo(user())).toEqual(['mine /me /notices', 'registers /map /calendar']);
    expect(shownTo({ ...user(), personId: null })[0]).toBe('mine /notices');
    expect([user(), user(KEEP)].map((actor) => roomsOf(actor, ROOMS).flatMap(({ rooms }) => rooms).find(({ href }) => href === '/me')!.text.lv)).toEqual(['Es', '/me']);
  });

  test('whoever keeps a public register finds it among their work, and what is about them last', () =>
    expect(shownTo(user(KEEP))).toEqual(['my-work /calendar /classes /files', 'registers /map', 'mine /notices /me']));

  test('whose daily work is administration meets it before what they seldom need', () =>
    expect(shownTo(user(GIVE))).toEqual(['administration /rights', 'my-work /files', 'registers /map /calendar', 'mine /notices /me']));

  test('a long menu leaves out what is seldom needed, except where one is, and counts all', () => {
    const many = [...ROOMS, ...Array.from({ length: 10 }, (_, at) => room(`/seldom/${at}`, 'my-work', { permission: KEEP, often: 'yearly' }))];
    const { groups, all, shown } = menuOf(user(KEEP), many, '/seldom/9');
    expect(groups[0]!.rooms.map(({ href }) => href)).toEqual(['/calendar', '/classes', '/files', ...[0, 1, 2, 3, 4, 9].map((at) => `/seldom/${at}`)]);
    expect([all, shown]).toEqual([16, 12]);
    expect(menuOf(user(), ROOMS, undefined)).toMatchObject({ all: 4, shown: 4 });
  });
});

describe('where to begin', () => {
  const step = (href: string, needed: Permission, use: FirstStep['use'], when?: FirstStep['when']): FirstStep => ({ href, title: TITLE, text: TITLE, permission: needed, use, ...(when && { when }) });
  const STEPS = [step('/here', GIVE, 'besides'), step('/map', ANYONE, 'main'), step('/classes', KEEP, 'often'), step('/classes', GIVE, 'main'), step('/me', SIGNED_IN, 'main'), ...[1, 2, 3, 4, 5].map((at) => step(`/more/${at}`, KEEP, 'often'))];
  const begins = (actor: Actor) => stepsOf(actor, STEPS).map(({ href }) => href);

  test('is what the person may do, the most useful first, each page once, five at most; a visitor and a resident have their own', () => {
    expect(begins(ANONYMOUS)).toEqual(['/map']);
    expect(begins(user())).toEqual(['/me']);
    expect(begins(user(GIVE))).toEqual(['/classes', '/here']);
    expect(begins(user(GIVE, KEEP))).toEqual(['/classes', '/more/1', '/more/2', '/more/3', '/more/4']);
  });

  test('leaves out what does not concern the person, and asks once for several steps', async () => {
    let asked = 0;
    const never = async () => (asked += 1) < 0;
    const left = await whatConcerns([step('/a', SIGNED_IN, 'main', never), step('/b', SIGNED_IN, 'main', never), step('/c', SIGNED_IN, 'main')], { tx: {} as never, actor: user(), today: isoDate('2026-11-21') });
    expect([left.map(({ href }) => href), asked]).toEqual([['/c'], 1]);
  });
});
