import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ANNOUNCEMENT_KINDS, findAnnouncement, listAnnouncements, type NewAnnouncement, publishAnnouncement, withdrawAnnouncement } from '#platform/announcements/announcements.js';
import { PAGE, pageOf } from '../domain/page-of.js';
import { told } from '../domain/told.js';
import { publishAnnouncements } from '../permissions.js';

/** All that was ever announced, for everyone. */
export const readAnnouncements = readAction({
  name: 'workspace.read-announcements',
  title: { lv: 'Apskatīti jaunumi', en: 'Looked at announcements' },
  permission: ANYONE,
  input: z.object({ before: z.uuid().optional() }),
  run: async ({ tx, contributions }, { before }) => pageOf(told(await listAnnouncements(tx, before ?? null, PAGE + 1), contributions.modules)),
  audit: NOT_PERSONAL,
});

export const openAnnouncementForm = readAction({
  name: 'workspace.open-announcement-form',
  title: { lv: 'Atvērta jaunuma veidlapa', en: 'Opened the announcement form' },
  permission: publishAnnouncements,
  input: z.object({}),
  run: async ({ contributions }) => ({ modules: contributions.modules }),
  audit: NOT_PERSONAL,
});

/** The same form, filled with an announcement that is to be put right. */
export const openAnnouncement = readAction({
  name: 'workspace.open-announcement',
  title: { lv: 'Atvērta jaunuma labošanas veidlapa', en: 'Opened the form for correcting an announcement' },
  permission: publishAnnouncements,
  input: z.object({ id: z.uuid() }),
  async run({ tx, contributions }, { id }) {
    const recorded = await findAnnouncement(tx, id);
    if (!recorded) throw new NotFound('no-such-announcement', NO_SUCH_ANNOUNCEMENT);
    return { modules: contributions.modules, recorded };
  },
  audit: NOT_PERSONAL,
});

const Words = z.string().trim().min(1).max(4_000);

const fields = {
  module: z.string().transform((name) => name || null),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  titleLv: z.string().trim().min(1).max(200),
  titleEn: z.string().trim().min(1).max(200),
  bodyLv: Words,
  bodyEn: Words,
  from: IsoDateInput,
  /** The last day it is shown. */
  through: z.union([z.literal('').transform(() => null), IsoDateInput]),
};
const inOrder = ({ from, through }: { from: string; through: string | null }) => through === null || from <= through;
const REVERSED = { path: ['through'], message: 'period-reversed' };
const AnnouncementInput = z.object(fields).refine(inOrder, REVERSED);

const asPublished = ({ module, kind, titleLv, titleEn, bodyLv, bodyEn, from, through }: z.output<typeof AnnouncementInput>): NewAnnouncement => ({
  module,
  kind,
  title: { lv: titleLv, en: titleEn },
  body: { lv: bodyLv, en: bodyEn },
  shown: { from, to: through && addDays(through, 1) },
});

export const announceToAll = writeAction({
  name: 'workspace.announce',
  title: { lv: 'Publicēts jaunums', en: 'Published an announcement' },
  permission: publishAnnouncements,
  input: AnnouncementInput,
  run: ({ tx, actor, now }, input) => publishAnnouncement(tx, asPublished(input), actor.id ?? '', now),
  audit: ({ input, output }) => ({ facts: { announcement: output, kind: input.kind, module: input.module } }),
});

/** Puts an announcement right: the wrong one stays in the list of all, and this one takes its place. */
export const correctAnnouncement = writeAction({
  name: 'workspace.correct-announcement',
  title: { lv: 'Labots jaunums', en: 'Corrected an announcement' },
  permission: publishAnnouncements,
  input: z.object({ id: z.uuid(), ...fields }).refine(inOrder, REVERSED),
  async run({ tx, actor, now }, { id, ...input }) {
    const by = actor.id ?? '';
    if (!(await withdrawAnnouncement(tx, id, by, now))) throw new NotFound('no-such-announcement', NO_SUCH_ANNOUNCEMENT);
    return publishAnnouncement(tx, { ...asPublished(input), replaces: id }, by, now);
  },
  audit: ({ input, output }) => ({ facts: { announcement: output, replaces: input.id, kind: input.kind, module: input.module } }),
});

export const withdrawFromAll = writeAction({
  name: 'workspace.withdraw-announcement',
  title: { lv: 'Atsaukts jaunums', en: 'Withdrew an announcement' },
  permission: publishAnnouncements,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, now }, { id }) {
    if (!(await withdrawAnnouncement(tx, id, actor.id ?? '', now))) throw new NotFound('no-such-announcement', NO_SUCH_ANNOUNCEMENT);
  },
  audit: ({ input }) => ({ facts: { announcement: input.id } }),
});

const NO_SUCH_ANNOUNCEMENT = { lv: 'Šāda jaunuma nav, vai tas jau ir atsaukts.', en: 'There is no such announcement, or it is withdrawn already.' };
