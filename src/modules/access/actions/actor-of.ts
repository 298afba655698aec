import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { NotFound } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { actorOfRow, findActor } from '../store/actor.js';
import { NO_SUCH_USER } from '../texts.js';

/** A user as an actor with the rights of a day, for work done in their name in the background. @throws NotFound */
export async function actorOf(tx: Read, userId: string, today: IsoDate): Promise<Actor> {
  const found = z.uuid().safeParse(userId).success ? await findActor(tx, userId, today) : undefined;
  if (!found) throw new NotFound('no-such-user', NO_SUCH_USER);
  return actorOfRow(found);
}
