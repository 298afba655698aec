import { foretellInstitutions, institutionsAfterReform } from '#modules/institutions/public.js';
import { ceasingUnitIds, fateOf, oldUnitIds, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { misplacedRights } from './misplaced.js';
import {
  comingUnits, GRANT, grantChange, Hanging, hangingBefore, INSTITUTION_GRANT, institutionGrantChange, type Institutions, OPEN, openChange, PREPARED, preparedChange,
  type Requested, requestsIn, USER, userChange, usersTouched,
} from './reform-changes.js';
import { chooseEmployer, requestMatters, tracesOf, userMatters } from './reform-tasks.js';
import { passRequirementsOn, REQUIREMENT, requirementChanges } from './requirements-in-reform.js';
import { endGrantsOnUnits, listOpenRequests, moveUsers, startPrepared, streamEndedGrants, streamGrantsOnInstitutions, streamGrantsOnUnits, streamUsersTouched, type TouchedRow } from './store/reform.js';
import { ENDED_BY_REFORM, REFORM_REASONS } from './texts.js';

/**
 * Rights in a reform: grants on bodies that cease end on the day, those on bodies that go on and on institutions stay,
 * requests approved beforehand start, and undecided ones wait for a person. A split unit ceases, so its grants just end. What a
 * ceasing body asked before a right counts, its successors ask. Each grant is named, and every user whom it touches.
 */
export const accessInReform: ReformParticipant = {
  name: 'access',
  title: { lv: 'Lietotāji un tiesības', en: 'Users and rights' },
  kinds: {
    [GRANT]: { lv: 'Tiesības pašvaldībās', en: 'Rights in municipalities' },
    [INSTITUTION_GRANT]: { lv: 'Tiesības iestādēs', en: 'Rights in institutions' },
    [USER]: { lv: 'Skartie lietotāji', en: 'Users touched' },
    [REQUIREMENT]: { lv: 'Priekšnosacījumi tiesībām', en: 'Requirements of rights' },
    [PREPARED]: { lv: 'Iepriekš apstiprināti pieprasījumi', en: 'Requests approved beforehand' },
    [OPEN]: { lv: 'Neizlemti pieprasījumi', en: 'Undecided requests' },
  },
  reasons: REFORM_REASONS,
  misplaced: (tx, correction, happened) => misplacedRights(tx, correction, happened, { user: USER, grant: GRANT }),
  plan: (tx, reform) => Promise.resolve(planned(tx, reform)),
  async apply(tx, reform, now) {
    const { effective, id } = reform;
    const by = `reform ${effective}`;
    const institutions = await institutionsAfterReform(tx, reform, now);
    const requested = await requestsIn(tx, reform);
    const hanging = await hangingBefore(tx, reform, institutions, requested);
    const users = await Array.fromAsync(usersTouched(tx, reform, institutions, hanging));
    await endGrantsOnUnits(tx, ceasingUnitIds(reform), effective, { reason: ENDED_BY_REFORM, reformId: id, by }, now);
    await moveUsers(tx, employerMoves(reform), effective, now);
    const requirements = await passRequirementsOn(tx, reform, now);
    const started = await startPrepared(tx, id, effective, comingUnits(reform), by, now);
    return done(tx, reform, institutions, { started, users, hanging, requirements, requested });
  },
  async matters(tx, kind, keys) {
    if (kind === USER) return userMatters(tx, keys);
    return kind === OPEN ? requestMatters(tx, keys) : new Map();
  },
  traces: (tx, kind, keys, meanwhile) => tracesOf(tx, kind, keys, meanwhile),
  choose: { [USER]: { by: 'successor', carryOut: chooseEmployer } },
};

async function* planned(tx: Read, reform: TerritorialReform): AsyncGenerator<ReformChange> {
  const institutions = await foretellInstitutions(tx, reform);
  const hanging = new Hanging(reform, institutions);
  for await (const grant of streamGrantsOnUnits(tx, oldUnitIds(reform), reform.effective)) {
    hanging.onUnit(grant);
    yield grantChange(reform, grant);
  }
  for await (const grant of streamGrantsOnInstitutions(tx, [...institutions.keys()], reform.effective)) {
    hanging.atInstitution(grant);
    yield institutionGrantChange(institutions, grant);
  }
  const requested = await requestsIn(tx, reform);
  hanging.asked(requested);
  for await (const user of usersTouched(tx, reform, institutions, hanging)) {
    const change = userChange(reform, institutions, hanging, user, undefined);
    if (change) yield change;
  }
  yield* await requirementChanges(tx, reform);
  yield* requested.prepared.map((request) => preparedChange(reform, request));
  yield* requested.open.flatMap((request) => openChange(reform, request));
}

/** What the reform has started and passed on, and what stood where before it. */
interface Before {
  readonly started: ReadonlySet<string>;
  readonly users: readonly TouchedRow[];
  readonly hanging: Hanging;
  readonly requirements: readonly ReformChange[];
  readonly requested: Requested;
}

/** What has become of rights, users and requests, read back. */
async function* done(tx: Read, reform: TerritorialReform, institutions: Institutions, { started, users, hanging, requirements, requested }: Before): AsyncGenerator<ReformChange> {
  yield* grantsAfterwards(tx, reform, institutions, started);
  const before = new Map(users.map((user) => [user.id, user]));
  for await (const now of streamUsersTouched(tx, [], [], [...before.keys()])) {
    const change = userChange(reform, institutions, hanging, before.get(now.id)!, now);
    if (change) yield change;
  }
  yield* requirements;
  yield* requested.prepared.map((request) => preparedChange(reform, request)).filter((change) => (change.effect === 'starts') === started.has(change.key));
  yield* (await listOpenRequests(tx, reform.id, ceasingUnitIds(reform))).flatMap((request) => openChange(reform, request));
}

/** The rights that the reform has ended and those that hold on the day; those that it started are told by their requests. */
async function* grantsAfterwards(tx: Read, reform: TerritorialReform, institutions: Institutions, started: ReadonlySet<string>): AsyncGenerator<ReformChange> {
  for await (const grant of streamEndedGrants(tx, oldUnitIds(reform), reform.id)) yield grantChange(reform, grant);
  for await (const grant of streamGrantsOnUnits(tx, oldUnitIds(reform), reform.effective)) {
    if (grant.requestId === null || !started.has(grant.requestId)) yield { ...grantChange(reform, grant), effect: 'continues' };
  }
  for await (const grant of streamGrantsOnInstitutions(tx, [...institutions.keys()], reform.effective)) yield institutionGrantChange(institutions, grant);
}

/** Pairs of bodies where all users of the old one go over to one new one. */
function employerMoves(reform: TerritorialReform) {
  return oldUnitIds(reform).flatMap((from) => {
    const fate = fateOf(reform, from, null);
    return fate.kind === 'moves' && fate.to.unitId !== null ? [{ from, to: fate.to.unitId }] : [];
  });
}
