import { type CorrectionInMotion, fateOf, oldUnitIds, oldUnitName, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { listOffersTo } from './store/misplaced.js';
import { closeConnection } from './store/connections.js';
import { type ConnectionOnUnit, listOpenOn, offerConnection } from './store/handovers.js';
import { keepOrigin, listUnitsWithPolicy, offerPolicy } from './store/policy-handovers.js';

const CONNECTION = 'connection';
const POLICY = 'policy';

/**
 * Connections to municipal accounts in a reform: those of bodies that cease are closed on the day and offered to their
 * successors, who take them over by a word of their own; those of bodies that go on stay. So do the policies of bodies that go on;
 * those of bodies that cease are offered to each successor, and hold for whoever came from there until it has decided.
 */
export const authenticationInReform: ReformParticipant = {
  name: 'authentication',
  title: { lv: 'Pierakstīšanās', en: 'Sign-in' },
  kinds: {
    [CONNECTION]: { lv: 'Pašvaldības kontu savienojumi', en: 'Connections to municipal accounts' },
    [POLICY]: { lv: 'Pierakstīšanās kārtības', en: 'Sign-in policies' },
  },
  misplaced: misplacedOffers,
  plan: async (tx, reform) => [...(await connectionsOf(tx, reform)).map(({ connection }) => changeOf(reform, connection)), ...(await policyChanges(tx, reform))],
  async apply(tx, reform, now) {
    const happened: ReformChange[] = [];
    for (const { connection, heirs } of await connectionsOf(tx, reform)) {
      const change = changeOf(reform, connection);
      if (change.effect === 'ends') {
        if (!(await closeConnection(tx, connection.id, `reform ${reform.effective}`, now))) continue;
        for (const toUnitId of heirs) await offerConnection(tx, { connectionId: connection.id, fromUnitId: connection.unitId, toUnitId, reformId: reform.id }, now);
      }
      happened.push(change);
    }
    const policies = await policyChanges(tx, reform);
    await offerPolicies(tx, reform, now);
    return [...happened, ...policies];
  },
  /** Who came from a divided body signs in as there until the successor decides, as if the reform had moved them. */
  async chosen(tx, reform, { participant, kind, key, unitId: fromUnitId }, { unitId: toUnitId }) {
    if (participant === 'access' && kind === 'user') await keepOrigin(tx, { userId: key, fromUnitId, toUnitId, reformId: reform.id });
  },
};

/** What was offered to bodies that succeed the old one no longer: whoever oversees sign-in looks whether they took it over. */
async function misplacedOffers(tx: Read, { id, moves, wrongly }: CorrectionInMotion): Promise<ReformChange[]> {
  const [first] = moves;
  if (!first) return [];
  const { unitId, name } = first.from;
  const names = new Map(wrongly.map((unit) => [unit.unitId, unit.name]));
  const offers = await listOffersTo(tx, id, unitId, [...names.keys()].filter((body) => body !== null));
  return offers.map((offer) => ({ kind: offer.what === 'policy' ? POLICY : CONNECTION, key: offer.id, unitId, label: name, before: names.get(offer.toUnitId)!, after: null, effect: 'needs-person', count: 1 }));
}

const POLICY_TITLE = 'Pierakstīšanās kārtība';

/** A body's policy, or that passwords have ended in it, goes on with the body; else its successors have to decide. */
async function policyChanges(tx: Read, reform: TerritorialReform): Promise<ReformChange[]> {
  const concerned = await listUnitsWithPolicy(tx, oldUnitIds(reform));
  return concerned.map((unitId) => {
    const fate = fateOf(reform, unitId, null);
    const base = { kind: POLICY, key: String(unitId), unitId, label: POLICY_TITLE, before: oldUnitName(reform, unitId), count: 1 };
    return fate.kind === 'continues' ? { ...base, after: fate.to.name, effect: 'continues' } : { ...base, after: null, effect: 'ends' };
  });
}

/** A successor is offered the policies of all its predecessors, also of those that had none, where at least one has something to offer. */
async function offerPolicies(tx: Write, reform: TerritorialReform, now: Date): Promise<void> {
  const moves = reform.moves.filter(({ continues, to }) => !continues && to.unitId !== null);
  const decided = new Set(await listUnitsWithPolicy(tx, moves.map(({ from }) => from.unitId)));
  const goOn = new Set(reform.moves.filter(({ continues }) => continues).map(({ to }) => to.unitId));
  for (const toUnitId of new Set(moves.map(({ to }) => to.unitId!))) {
    const predecessors = [...new Set(moves.filter(({ to }) => to.unitId === toUnitId).map(({ from }) => from.unitId))];
    if (!predecessors.some((fromUnitId) => decided.has(fromUnitId))) continue;
    for (const fromUnitId of predecessors) {
      await offerPolicy(tx, { fromUnitId, toUnitId, toIsNew: !goOn.has(toUnitId), reformId: reform.id, effective: reform.effective }, fateOf(reform, fromUnitId, null).kind === 'moves', now);
    }
  }
}

/** Open connections that a reform concerns, with the bodies that may take each over, as far as these exist already. */
async function connectionsOf(tx: Read, reform: TerritorialReform): Promise<{ connection: ConnectionOnUnit; heirs: readonly number[] }[]> {
  const connections = await listOpenOn(tx, oldUnitIds(reform));
  return connections.map((connection) => ({ connection, heirs: [...new Set(heirsOf(reform, connection.unitId).flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))] }));
}

function heirsOf(reform: TerritorialReform, unitId: number) {
  const fate = fateOf(reform, unitId, null);
  return fate.kind === 'moves' ? [fate.to] : fate.kind === 'undecided' ? fate.candidates : [];
}

function changeOf(reform: TerritorialReform, { id, unitId, title }: ConnectionOnUnit): ReformChange {
  const fate = fateOf(reform, unitId, null);
  const base = { kind: CONNECTION, key: id, unitId, label: title, before: oldUnitName(reform, unitId), count: 1 };
  return fate.kind === 'continues' ? { ...base, after: fate.to.name, effect: 'continues' } : { ...base, after: null, effect: 'ends' };
}
