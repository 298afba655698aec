import { z } from 'zod';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { ANYONE, scopeOf } from '#platform/actions/permission.js';
import { stepsOf, whatConcerns } from '#platform/actions/first-step.js';
import type { Waiting } from '#platform/actions/work-kind.js';
import { listShownOn } from '#platform/announcements/announcements.js';
import { countUnread } from '#platform/notices/inbox.js';
import { told as toldBy } from '../domain/told.js';
import { showReform } from './show-reform.js';

/** What everybody is told today, where to begin and, for a signed-in user, what has happened to them and what waits; for a newcomer, what the program is about: the reform of 2021 on real data. */
export const openStart = readAction({
  name: 'workspace.open-start',
  title: { lv: 'Atvērta sākumlapa', en: 'Opened the start page' },
  permission: ANYONE,
  input: z.object({ on: z.preprocess((words) => words || undefined, IsoDateInput.optional()) }),
  async run({ tx, actor, today, now, installation, contributions }, { on = today }) {
    const steps = await whatConcerns(stepsOf(actor, contributions.firstSteps), { tx, actor, today });
    const announcements = toldBy(await listShownOn(tx, today, 5), contributions.modules);
    if (!actor.id) return { announcements, steps, mine: null, shown: await showReform(tx, on, today) };
    const kinds = contributions.work.filter((kind) => !isNowhere(scopeOf(actor, kind.permission)));
    const counts = await Promise.all(kinds.map((kind) => kind.count({ tx, actor, scope: scopeOf(actor, kind.permission), today, now, installation })));
    const work = kinds.map(({ href, title }, at) => ({ href, title, ...asWaiting(counts[at]!) }));
    const told = (await Promise.all(contributions.startNotices.map((ask) => ask({ tx, actor, today })))).flat();
    return { announcements, steps, shown: null, mine: { unread: await countUnread(tx, actor.id), told, work: mostUrgentFirst(work), works: actor.scopes.size > 0 } };
  },
  audit: NOT_PERSONAL,
});

const asWaiting = (counted: number | Waiting): Waiting => (typeof counted === 'number' ? { count: counted, due: null } : counted);

/** What waits and nothing else: by its day, then what has none in the order of the modules. */
const mostUrgentFirst = <W extends { readonly count: number; readonly due: IsoDate | null }>(work: readonly W[]): W[] =>
  work.filter((one) => one.count > 0).toSorted((one, other) => compareDays(one.due, other.due));

const compareDays = (one: IsoDate | null, other: IsoDate | null): number => (one === other ? 0 : one === null ? 1 : other === null ? -1 : one < other ? -1 : 1);
