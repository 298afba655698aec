import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { readAction, writeAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { organiseCourses } from '../permissions.js';
import { findPublishedVersion } from '../store/courses.js';
import { listParticipants, markAttendance, type ParticipantRow, streamParticipants } from '../store/participations.js';
import { lockRemote, type RemoteRow } from '../store/remote-courses.js';
import { CANCELLED, NOT_BEGUN } from '../texts.js';
import { recordResult, takeBackResult } from './record-result.js';
import { getOrganised } from './remote-courses.js';

export interface Participants {
  readonly remote: RemoteRow;
  readonly participants: readonly ParticipantRow[];
  /** Attendance can be marked: it has begun, and was not called off. */
  readonly begun: boolean;
}

/** Who is sent to a course that the actor organises, with their answers. */
export const readParticipants = readAction({
  name: 'training.read-participants',
  title: { lv: 'Apskatīti attālinātu mācību dalībnieki', en: 'Participants of a remote course looked at' },
  permission: organiseCourses,
  input: z.object({ id: z.uuid() }),
  async run({ tx, scope, now }, { id }): Promise<Participants> {
    const remote = await getOrganised(tx, id, scope);
    return { remote, participants: await listParticipants(tx, id), begun: hasBegun(remote, now) };
  },
  audit: ({ input, output }) => ({ facts: { remote: input.id, found: output.participants.length } }),
});

export const exportParticipants = readAction({
  name: 'training.export-participants',
  title: { lv: 'Izgūts attālinātu mācību dalībnieku saraksts', en: 'List of participants exported' },
  permission: organiseCourses,
  input: z.object({ id: z.uuid(), format: z.enum(['xlsx', 'csv']) }),
  async run({ tx, scope, now }, { id, format }): Promise<ExportedRows<ParticipantRow> & Pick<Participants, 'remote' | 'begun'>> {
    const remote = await getOrganised(tx, id, scope);
    return { remote, begun: hasBegun(remote, now), format, rows: streamParticipants(tx, id) };
  },
  audit: ({ input }) => ({ facts: { remote: input.id, format: input.format } }),
});

const hasBegun = ({ startsAt, cancelled }: RemoteRow, now: Date): boolean => startsAt <= now && !cancelled;

const Many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/**
 * Marks who came, of all who had a seat. Where a course is linked, whoever came has passed it, from the day it began on;
 * a mark that is taken back takes that back too.
 */
export const markParticipants = writeAction({
  name: 'training.mark-participants',
  title: { lv: 'Atzīmēta klātbūtne attālinātās mācībās', en: 'Attendance at a remote course marked' },
  permission: organiseCourses,
  input: z.object({ id: z.uuid(), came: Many }),
  async run(context, { id, came }) {
    const { tx, actor, scope, now } = context;
    await lockRemote(tx, id);
    const remote = await getOrganised(tx, id, scope);
    if (remote.cancelled) throw new Conflict('remote-cancelled', CANCELLED);
    if (remote.startsAt > now) throw new Conflict('not-begun', NOT_BEGUN);
    const version = remote.courseId === null ? undefined : await findPublishedVersion(tx, remote.courseId);
    let changed = 0;
    for (const one of await listParticipants(tx, id)) {
      const attended = came.includes(one.id);
      if (!(await markAttendance(tx, id, one.id, attended, ownUserId(actor), now))) continue;
      changed += 1;
      if (attended && version) await recordResult(context, { userId: one.userId, version, on: dayInRiga(remote.startsAt), marked: null, from: { participationId: one.id }, title: remote });
      if (one.attended && !attended) await takeBackResult(context, one.id);
    }
    return { changed, came: came.length };
  },
  audit: ({ input, output }) => ({ facts: { remote: input.id, ...output } }),
});
