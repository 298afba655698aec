import { z } from 'zod';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { ANYONE, scopeOf } from '#platform/actions/permission.js';
import { listShownOn } from '#platform/announcements/announcements.js';
import { countUnread } from '#platform/notices/inbox.js';
import { told } from '../domain/told.js';

/** What everybody is told today and, for a signed-in user, what waits for them. */
export const openStart = readAction({
  name: 'workspace.open-start',
  title: { lv: 'Atvērta sākumlapa', en: 'Opened the start page' },
  permission: ANYONE,
  input: z.object({}),
  async run({ tx, actor, today, contributions }) {
    const announcements = told(await listShownOn(tx, today, 5), contributions.modules);
    if (!actor.id) return { announcements, mine: null };
    const kinds = contributions.work.filter((kind) => !isNowhere(scopeOf(actor, kind.permission)));
    const counts = await Promise.all(kinds.map((kind) => kind.count({ tx, actor, scope: scopeOf(actor, kind.permission), today })));
    const work = kinds.map(({ href, title }, at) => ({ href, title, count: counts[at] ?? 0 }));
    return { announcements, mine: { unread: await countUnread(tx, actor.id), work } };
  },
  audit: NOT_PERSONAL,
});
