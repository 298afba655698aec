import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { actionsTitledAs } from '#platform/actions/action-titles.js';
import type { NamedRole, NamedUser } from '#platform/actions/directory.js';
import { type FoundEntry, searchAudit } from '#platform/audit/search-audit.js';
import { stringsIn } from '../domain/fact-lines.js';
import { PAGE, type PageOf, pageOf } from '../domain/page-of.js';
import { readAudit } from '../permissions.js';

const MOST_NAMESAKES = 50;

export interface FoundLog extends PageOf<FoundEntry> {
  readonly from: string;
  readonly through: string;
  /** The users whom the entries name, by their ids. */
  readonly users: ReadonlyMap<string, NamedUser>;
  readonly roles: readonly NamedRole[];
  /** The rights, requirements, institutions, municipalities, courses, classes, subjects, programmes and e-journals that the entries name, by their kind and identifier. */
  readonly things: ReadonlyMap<string, Text>;
}

/** The audit log for auditors: by who did it, action and period (the last 30 days when not said). Itself logged, with how many users it named. */
export const searchLog = readAction({
  name: 'workspace.search-audit',
  title: { lv: 'Meklēts audita žurnālā', en: 'Searched the audit log' },
  permission: readAudit,
  input: z
    .object({
      actor: emptyAsNull(z.string().trim().max(100)),
      action: emptyAsNull(z.string().trim().max(100)),
      from: emptyAsNull(IsoDateInput),
      through: emptyAsNull(IsoDateInput),
      after: z.uuid().optional(),
    })
    .refine(({ from, through }) => !from || !through || from <= through, { path: ['through'], message: 'period-reversed' }),
  async run(context, { actor, action, from: first, through: last, after }): Promise<FoundLog> {
    const { tx, contributions } = context;
    const through = last ?? context.today;
    const from = first ?? addDays(through, -30);
    // Only one of the days was said, and the other follows from it: the list would be empty without a word.
    if (from > through) throw invalid('from', STARTS_LATER);
    const actorIds = actor ? await idsOf(context, actor) : null;
    const found = pageOf(await searchAudit(tx, { actorIds, actions: action ? actionsTitledAs(action) : null, from, through, after: after ?? null, limit: PAGE + 1 }));
    const ids = [...new Set(found.rows.flatMap((one) => [one.actorId ?? '', ...stringsIn(one.facts)]))];
    const named = await contributions.directory.usersById(tx, ids);
    const things = (await Promise.all(contributions.names.map((nameThings) => nameThings(tx, ids)))).flat();
    return {
      ...found,
      from,
      through,
      users: new Map(named.map((user) => [user.id, user])),
      roles: await contributions.directory.roleTitles(tx),
      things: new Map(things.map(({ kind, id, name }) => [`${kind} ${id}`, name])),
    };
  },
  audit: ({ input, output }) => ({
    facts: { actor: input.actor ?? undefined, action: input.action ?? undefined, from: output.from, through: output.through, shown: output.rows.length, named: output.users.size },
  }),
});

/** Users by login or name, and whatever bears these very words as its identifier: a job, a machine, a user. */
async function idsOf({ tx, contributions }: ActionContext, words: string): Promise<string[]> {
  const users = await contributions.directory.usersNamed(tx, words, MOST_NAMESAKES);
  return [words, ...users.map(({ id }) => id)];
}

const STARTS_LATER: Text = { lv: 'Šī diena vēl nav pienākusi: ierakstu tad vēl nav. Izvēlieties agrāku dienu.', en: 'This day has not come yet, and has no entries. Choose an earlier day.' };
