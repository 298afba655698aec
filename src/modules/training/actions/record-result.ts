import { recordMet, withdrawMet } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Marked } from '../domain/marking.js';
import { courseKey, validUntil } from '../domain/validity.js';
import { coursePassed } from '../events.js';
import type { VersionRow } from '../store/courses.js';
import { insertResult, withdrawResultOf } from '../store/results.js';

interface Taken {
  readonly userId: string;
  readonly version: VersionRow;
  readonly on: IsoDate;
  /** What the answers came to; null for a course one was present at. */
  readonly marked: Marked | null;
  readonly from: { readonly attemptId: string } | { readonly participationId: string };
  /** The title in the register: of the course, or of the remote course one was present at. */
  readonly title: { readonly titleLv: string; readonly titleEn: string };
}

/** Writes a line of the register; what was passed counts from that day for the rights that wait for it. */
export async function recordResult({ tx, actor, now, announce }: Pick<WriteContext, 'tx' | 'actor' | 'now' | 'announce'>, taken: Taken): Promise<string> {
  const { userId, version, on, marked, from, title } = taken;
  const by = actor.id ?? 'system';
  const passed = marked?.passed ?? true;
  const validTo = passed ? validUntil(on, version.validMonths) : null;
  const basis = 'attemptId' in from ? `attempt ${from.attemptId}` : `participation ${from.participationId}`;
  const metId = passed ? await recordMet(tx, { userId, key: courseKey(version.courseId), from: on, to: validTo, basis }, by, now) : null;
  const id = await insertResult(
    tx,
    { userId, courseId: version.courseId, attemptId: null, participationId: null, ...from, ...title, takenOn: on, rightCount: marked?.right ?? null, questionCount: marked?.of ?? null, validTo, metId },
    by,
    now,
  );
  if (passed) await announce(coursePassed, { courseId: version.courseId, userId });
  return id;
}

/** Takes back the result of an attendance that was marked in error. */
export async function takeBackResult({ tx, actor, now }: Pick<WriteContext, 'tx' | 'actor' | 'now'>, participationId: string): Promise<void> {
  const by = actor.id ?? 'system';
  const metId = await withdrawResultOf(tx, participationId, by, now);
  if (metId) await withdrawMet(tx, metId, by, now);
}
