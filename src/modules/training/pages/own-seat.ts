import type { OwnParticipationRow } from '../actions/my-training.js';

export type Seat = 'cancelled' | 'came' | 'missed' | 'confirmed' | 'waiting' | 'none';

/** How somebody stands with a remote course they were sent to; whoever still waits when it begins got no seat. */
export const seatOf = ({ cancelled, attended, state, begun }: OwnParticipationRow): Seat =>
  cancelled ? 'cancelled' : attended !== null ? (attended ? 'came' : 'missed') : begun && state === 'waiting' ? 'none' : state;

/** What has begun, or will not be, is not given up. */
export const mayGiveUp = ({ cancelled, begun }: OwnParticipationRow): boolean => !cancelled && !begun;
