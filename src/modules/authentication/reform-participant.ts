import { fateOf, type ReformChange, type ReformParticipant, type TerritorialReform } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { closeConnection } from './store/connections.js';
import { type ConnectionOnUnit, listOpenOn, offerConnection } from './store/handovers.js';

const CONNECTION = 'connection';

/**
 * Connections to municipal accounts in a reform: those of bodies that cease are closed on the day and offered to their
 * successors, who take them over by a word of their own; those of bodies that go on stay.
 */
export const authenticationInReform: ReformParticipant = {
  name: 'authentication',
  title: { lv: 'Pierakstīšanās', en: 'Sign-in' },
  kinds: { [CONNECTION]: { lv: 'Pašvaldības kontu savienojumi', en: 'Connections to municipal accounts' } },
  plan: async (tx, reform) => (await connectionsOf(tx, reform)).map(({ connection }) => changeOf(reform, connection)),
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
    return happened;
  },
};

/** Open connections that a reform concerns, with the bodies that may take each over, as far as these exist already. */
async function connectionsOf(tx: Read, reform: TerritorialReform): Promise<{ connection: ConnectionOnUnit; heirs: readonly number[] }[]> {
  const connections = await listOpenOn(tx, [...new Set(reform.moves.map((move) => move.from.unitId))]);
  return connections.map((connection) => ({ connection, heirs: [...new Set(heirsOf(reform, connection.unitId).flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))] }));
}

function heirsOf(reform: TerritorialReform, unitId: number) {
  const fate = fateOf(reform, unitId, null);
  return fate.kind === 'moves' ? [fate.to] : fate.kind === 'undecided' ? fate.candidates : [];
}

function changeOf(reform: TerritorialReform, { id, unitId, title }: ConnectionOnUnit): ReformChange {
  const fate = fateOf(reform, unitId, null);
  const before = reform.moves.find((move) => move.from.unitId === unitId)!.from.name;
  const base = { kind: CONNECTION, key: id, unitId, label: title, before, count: 1 };
  return fate.kind === 'continues' ? { ...base, after: fate.to.name, effect: 'continues' } : { ...base, after: null, effect: 'ends' };
}
