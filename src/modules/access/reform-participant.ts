import { foretellInstitutions, institutionsAfterReform } from '#modules/institutions/public.js';
import { ceasingUnitIds, fateOf, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { misplacedRights } from './misplaced.js';
import {
  comingUnits, type Concerned, type EmployersAfterwards, GRANT, grantChange, INSTITUTION_GRANT, institutionGrantChange, type Institutions, lookAt, OPEN, oldUnitIds,
  openChange, PREPARED, preparedChange, USER, userChanges,
} from './reform-changes.js';
import { chooseEmployer, requestMatters, tracesOf, userMatters } from './reform-tasks.js';
import { passRequirementsOn, REQUIREMENT, requirementChanges } from './requirements-in-reform.js';
import { endGrantsOnUnits, listEndedGrants, listGrantsOnInstitutions, listGrantsOnUnits, listOpenRequests, listUsersTouched, moveUsers, startPrepared } from './store/reform.js';
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
  async plan(tx, reform) {
    const institutions = await foretellInstitutions(tx, reform);
    const concerned = await lookAt(tx, reform, institutions);
    return [
      ...concerned.grants.map((grant) => grantChange(reform, grant)),
      ...concerned.ofInstitutions.map((grant) => institutionGrantChange(institutions, grant)),
      ...userChanges(reform, institutions, concerned),
      ...(await requirementChanges(tx, reform)),
      ...concerned.prepared.map((request) => preparedChange(reform, request)),
      ...concerned.open.flatMap((request) => openChange(reform, request)),
    ];
  },
  async apply(tx, reform, now) {
    const { effective, id } = reform;
    const by = `reform ${effective}`;
    const institutions = await institutionsAfterReform(tx, reform, now);
    const before = await lookAt(tx, reform, institutions);
    await endGrantsOnUnits(tx, ceasingUnitIds(reform), effective, { reason: ENDED_BY_REFORM, reformId: id, by }, now);
    await moveUsers(tx, employerMoves(reform), effective, now);
    const requirements = await passRequirementsOn(tx, reform, now);
    const started = await startPrepared(tx, id, effective, comingUnits(reform), by, now);
    return [...(await grantsAfterwards(tx, reform, institutions, started)), ...(await usersAfterwards(tx, reform, institutions, before)), ...requirements, ...(await requestsAfterwards(tx, reform, before, started))];
  },
  async matters(tx, kind, keys) {
    if (kind === USER) return userMatters(tx, keys);
    return kind === OPEN ? requestMatters(tx, keys) : new Map();
  },
  traces: (tx, kind, keys, meanwhile) => tracesOf(tx, kind, keys, meanwhile),
  choose: { [USER]: { by: 'successor', carryOut: chooseEmployer } },
};

/** The rights that the reform has ended and those that hold on the day, read back; those that it started are told by their requests. */
async function grantsAfterwards(tx: Read, reform: TerritorialReform, institutions: Institutions, started: ReadonlySet<string>): Promise<ReformChange[]> {
  const ended = await listEndedGrants(tx, oldUnitIds(reform), reform.id);
  const held = (await listGrantsOnUnits(tx, oldUnitIds(reform), reform.effective)).filter(({ requestId }) => requestId === null || !started.has(requestId));
  const ofInstitutions = await listGrantsOnInstitutions(tx, [...institutions.keys()], reform.effective);
  return [
    ...ended.map((grant) => grantChange(reform, grant)),
    ...held.map((grant): ReformChange => ({ ...grantChange(reform, grant), effect: 'continues' })),
    ...ofInstitutions.map((grant) => institutionGrantChange(institutions, grant)),
  ];
}

/** Whom the users work for now that the reform has been applied, beside whom they worked for before. */
async function usersAfterwards(tx: Read, reform: TerritorialReform, institutions: Institutions, before: Concerned): Promise<ReformChange[]> {
  const now = await listUsersTouched(tx, [], [], before.users.map(({ id }) => id));
  const afterwards: EmployersAfterwards = new Map(now.map((user) => [user.id, user]));
  return userChanges(reform, institutions, before, afterwards);
}

async function requestsAfterwards(tx: Read, reform: TerritorialReform, before: Concerned, started: ReadonlySet<string>): Promise<ReformChange[]> {
  const prepared = before.prepared.map((request) => preparedChange(reform, request)).filter((change) => (change.effect === 'starts') === started.has(change.key));
  const open = await listOpenRequests(tx, reform.id, ceasingUnitIds(reform));
  return [...prepared, ...open.flatMap((request) => openChange(reform, request))];
}

/** Pairs of bodies where all users of the old one go over to one new one. */
function employerMoves(reform: TerritorialReform) {
  return oldUnitIds(reform).flatMap((from) => {
    const fate = fateOf(reform, from, null);
    return fate.kind === 'moves' && fate.to.unitId !== null ? [{ from, to: fate.to.unitId }] : [];
  });
}
