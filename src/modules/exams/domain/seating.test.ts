import { expect, test } from 'vitest';
import { seatAll } from './seating.js';

const room = (id: string, seats: number) => ({ id, name: id, seats });
const sitters = (count: number, apart: readonly number[] = []) => Array.from({ length: count }, (_, at) => ({ entryId: `e${at}`, apart: apart.includes(at) }));

test('everybody gets one seat of one room, room after room', () => {
  const seats = seatAll([room('a', 2), room('b', 3)], sitters(4))!;
  expect(seats.map(({ entryId, roomId, seat }) => `${entryId} ${roomId}${seat}`)).toEqual(['e0 a1', 'e1 a2', 'e2 b1', 'e3 b2']);
});

test('who needs a room apart sits in the last one, where there is more than one', () => {
  expect(seatAll([room('a', 5), room('b', 1)], sitters(3, [1]))!.find(({ entryId }) => entryId === 'e1')).toMatchObject({ roomId: 'b', seat: 1 });
  expect(seatAll([room('a', 5)], sitters(3, [1]))).toHaveLength(3);
});

test('too few seats are said and nobody is left standing', () => {
  expect(seatAll([room('a', 2)], sitters(3))).toBeNull();
  expect(seatAll([room('a', 9), room('b', 1)], sitters(3, [0, 1]))).toBeNull();
  expect(seatAll([], [])).toEqual([]);
});
