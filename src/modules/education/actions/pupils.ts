import { z } from 'zod';
import { findGuardians, findLearner, type Guardian, type LearnerRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { jsonInput } from '#kernel/json-input.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { classTitleKey } from '../domain/names.js';
import { keepPupils, seePupils } from '../permissions.js';
import {
  type CardMembership, type CardPlacement, type FoundPupil, isKnownIn, type LearnerNumber, listMembershipsOf, listNumbersOf, listPlacementsOf, searchPupils,
} from '../store/pupils.js';
import { type ExemptionRow, listExemptionsOf } from '../store/exemptions.js';
import { Checked } from './classifier-inputs.js';
import { besideFor, type BesideLink } from './contributed.js';
import { NO_SUCH_PUPIL } from './refusals.js';
import { schoolScope } from './school-scope.js';

const PAGE = 25;

const PupilPosition = emptyAsNull(jsonInput(z.tuple([z.string(), z.string(), z.uuid()])));

export interface FoundPupils {
  readonly pupils: readonly FoundPupil[];
  readonly next: string | null;
}

/** Opens the search without looking at anyone. */
export const openPupilSearch = readAction({
  name: 'education.open-pupil-search',
  title: { lv: 'Atvērta izglītojamo meklēšana', en: 'Search for pupils opened' },
  permission: seePupils,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: () => Promise.resolve(null),
});

/** Members of the actor's institutions by name, class or personal code typed in full. */
export const findPupils = readAction({
  name: 'education.find-pupils',
  title: { lv: 'Meklēti izglītojamie', en: 'Pupils searched for' },
  permission: seePupils,
  input: z.object({
    family: z.string().trim().max(80).default(''), given: z.string().trim().max(80).default(''), class: z.string().trim().max(40).default(''),
    code: emptyAsNull(z.string().trim().min(1).pipe(PersonCodeInput)), past: Checked, after: PupilPosition,
  }),
  reasonNeeded: true,
  async run(context, { family, given, class: title, code, past, after }): Promise<FoundPupils> {
    if (!code && !title && family.length < 2) throw invalid('family', TOO_LITTLE);
    const scope = await schoolScope(context);
    const found = await searchPupils(context.tx, scope, { family, given, code, classKey: title && classTitleKey(title), present: !past, day: context.today }, after, PAGE + 1);
    const pupils = found.slice(0, PAGE);
    const last = found.length > PAGE ? pupils.at(-1) : undefined;
    return { pupils, next: last ? JSON.stringify([last.familyKey, last.givenKey, last.personId]) : null };
  },
  audit: ({ output }) => ({ subjects: output.pupils.map((pupil) => pupil.personId), facts: { found: output.pupils.length } }),
});

const TOO_LITTLE = { lv: 'Norādiet vismaz divus uzvārda burtus, klasi vai pilnu personas kodu.', en: 'Give at least two letters of the family name, a class, or the whole personal code.' };

export interface PupilCard {
  readonly person: LearnerRow;
  readonly memberships: readonly CardMembership[];
  readonly placements: readonly CardPlacement[];
  readonly exemptions: readonly ExemptionRow[];
  readonly numbers: readonly LearnerNumber[];
  /** Null where the actor may not see who acts for the child. */
  readonly guardians: readonly Guardian[] | null;
  /** What other registers show of a membership to the actor. */
  readonly beside: ReadonlyMap<string, readonly BesideLink[]>;
  /** Memberships the actor may change. */
  readonly mayChange: ReadonlySet<string>;
}

/** Someone known in the actor's institutions. @throws NotFound */
async function getPupil(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, personId: string): Promise<LearnerRow> {
  const person = (await isKnownIn(context.tx, personId, await schoolScope(context))) ? await findLearner(context.tx, personId, context.today) : undefined;
  if (!person) throw new NotFound('no-such-pupil', NO_SUCH_PUPIL);
  return person;
}

/** Everything this register holds of a learner. */
export const viewPupil = readAction({
  name: 'education.view-pupil',
  title: { lv: 'Apskatīta izglītojamā kartīte', en: 'Card of a pupil looked at' },
  permission: seePupils,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }): Promise<PupilCard> {
    const { tx, actor, today } = context;
    const person = await getPupil(context, id);
    const scope = await schoolScope(context);
    const keeping = scopeOf(actor, keepPupils);
    const kept = isNowhere(keeping) ? null : await schoolScope({ tx, today, scope: keeping });
    const [memberships, placements, exemptions, numbers, guardians] = await Promise.all([
      listMembershipsOf(tx, id, scope), listPlacementsOf(tx, id), listExemptionsOf(tx, id, kept, today), listNumbersOf(tx, id), findGuardians(context, id),
    ]);
    const mayChange = new Set(kept ? memberships.filter((one) => kept.everywhere || kept.institutionIds.includes(one.institutionId)).map((one) => one.id) : []);
    const { ofMember } = await besideFor(context);
    const beside = new Map(memberships.map((one) => [one.id, ofMember(one)]));
    return { person, memberships, placements, exemptions, numbers, guardians, beside, mayChange };
  },
  audit: ({ input, output }) => ({ subjects: [input.id], facts: { guardiansShown: output.guardians !== null } }),
});
