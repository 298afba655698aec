import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { addDays, IsoDateInput } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { actionsTitledAs } from '#platform/actions/action-titles.js';
import { NOWHERE, type Scope } from '#platform/actions/actor.js';
import type { LoggedBodies, NamedRole, NamedUser } from '#platform/actions/directory.js';
import { type FoundEntry, searchAudit } from '#platform/audit/search-audit.js';
import { stringsIn } from '../domain/fact-lines.js';
import { PAGE, type PageOf, pageOf } from '../domain/page-of.js';
import { readAudit } from '../permissions.js';

const MOST_NAMESAKES = 50;
const MOST_ALIKE = 5;

export interface FoundLog extends PageOf<FoundEntry> {
  readonly from: string;
  readonly through: string;
  /** Why the institution is not known that entries were asked of; then none are shown. */
  readonly problem: Text | null;
  /** To choose from. */
  readonly municipalities: readonly { readonly unitId: number; readonly name: string }[];
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
      unit: emptyAsNull(z.coerce.number().int().positive().max(2_147_483_647)),
      institution: emptyAsNull(z.string().trim().max(200)),
      from: emptyAsNull(IsoDateInput),
      through: emptyAsNull(IsoDateInput),
      after: z.uuid().optional(),
    })
    .refine(({ from, through }) => !from || !through || from <= through, { path: ['through'], message: 'period-reversed' }),
  async run(context, { actor, action, unit, institution, from: first, through: last, after }): Promise<FoundLog> {
    const { tx, contributions, scope, today } = context;
    const through = last ?? context.today;
    const from = first ?? addDays(through, -30);
    // Only one of the days was said, and the other follows from it: the list would be empty without a word.
    if (from > through) throw invalid('from', STARTS_LATER);
    const actorIds = actor ? await idsOf(context, actor) : null;
    const meant = institution === null ? null : await institutionMeant(context, institution);
    const problem = meant !== null && typeof meant !== 'string' ? meant : null;
    const bodies = await bodiesOf(context, unit, typeof meant === 'string' ? meant : null);
    const found = problem ? NOTHING_FOUND : pageOf(await searchAudit(tx, { actorIds, actions: action ? actionsTitledAs(action) : null, bodies, from, through, after: after ?? null, limit: PAGE + 1 }));
    const ids = [...new Set(found.rows.flatMap((one) => [one.actorId ?? '', ...stringsIn(one.facts)]))];
    const named = await contributions.directory.usersById(tx, ids, today);
    const things = (await Promise.all(contributions.names.map((nameThings) => nameThings(tx, ids)))).flat();
    return {
      ...found,
      problem,
      from,
      through,
      municipalities: await contributions.directory.municipalities(tx, scope, today),
      users: new Map(named.map((user) => [user.id, user])),
      roles: await contributions.directory.roleTitles(tx),
      things: new Map(things.map(({ kind, id, name }) => [`${kind} ${id}`, name])),
    };
  },
  audit: ({ input, output }) => ({
    facts: { actor: input.actor ?? undefined, action: input.action ?? undefined, unit: input.unit ?? undefined, institution: input.institution ?? undefined, from: output.from, through: output.through, shown: output.rows.length, named: output.users.size },
  }),
});

/** Users by login or name, and whatever bears these very words as its identifier: a job, a machine, a user. */
async function idsOf({ tx, today, contributions }: ActionContext, words: string): Promise<string[]> {
  const users = await contributions.directory.usersNamed(tx, words, today, MOST_NAMESAKES);
  return [words, ...users.map(({ id }) => id)];
}

/** Whom the entries must concern: the bodies of the reader's own right, where it is not for the whole country, and those asked for, which lie within it. */
async function bodiesOf({ tx, scope, today, contributions: { directory } }: ActionContext, unitId: number | null, institutionId: string | null): Promise<LoggedBodies[]> {
  const wanted: Scope[] = scope.everywhere ? [] : [scope];
  if (unitId !== null) wanted.push({ ...NOWHERE, unitIds: [unitId] });
  if (institutionId !== null) wanted.push({ ...NOWHERE, institutionIds: [institutionId] });
  const bodies: LoggedBodies[] = [];
  for (const one of wanted) bodies.push(await directory.bodies(tx, one, today));
  return bodies;
}

/** The identifier of the one institution that is meant, or why it cannot be told. */
async function institutionMeant({ tx, scope, today, contributions: { directory } }: ActionContext, words: string): Promise<string | Text> {
  const [found, ...others] = await directory.institutionsNamed(tx, words, scope, today, MOST_ALIKE);
  if (!found) return NO_SUCH_INSTITUTION;
  return others.length === 0 ? found.id : fill(WHICH_INSTITUTION, { found: [found, ...others].map(({ name, regNr }) => `${name} (${regNr})`).join('; ') });
}

const NOTHING_FOUND: PageOf<FoundEntry> = { rows: [], next: null };

const NO_SUCH_INSTITUTION: Text = {
  lv: 'Tādas iestādes nav. Ierakstiet reģistrācijas numuru vai daļu no nosaukuma, kāds tas ir tagad.',
  en: 'There is no such institution. Write its registration number or a part of its present name.',
};
const WHICH_INSTITUTION: Text = {
  lv: 'Tādu iestāžu ir vairākas; ierakstiet reģistrācijas numuru: {found}.',
  en: 'There are several such institutions; write the registration number: {found}.',
};
const STARTS_LATER: Text = { lv: 'Šī diena vēl nav pienākusi: ierakstu tad vēl nav. Izvēlieties agrāku dienu.', en: 'This day has not come yet, and has no entries. Choose an earlier day.' };
