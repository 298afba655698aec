import { listUnitsOn } from '#modules/territories/public.js';
import { giveDemoPasswords } from '#modules/authentication/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { inDrawnOrder } from '#kernel/latvian-order.js';
import type { TestPlatform } from '#test/test-platform.js';
import { demoUsers } from '../domain/demo-users.js';
import { loadDemoUsers, loadMadeUpUsers } from '../public.js';

export const INSTITUTIONS = ['01900000-0000-7000-8000-0000000000a1', '01900000-0000-7000-8000-0000000000a2', '01900000-0000-7000-8000-0000000000a3'] as const;

/** Three schools, two of them of the first municipality, one of the second, and made-up users with rights over all. */
export async function fillWithUsers(t: TestPlatform, { users = 0, grants = 0 } = {}): Promise<{ units: readonly number[]; institutions: readonly string[] }> {
  const now = t.platform.clock.now();
  const today = t.platform.clock.today();
  return t.database.transaction(async (tx) => {
    const units = (await listUnitsOn(tx, today)).toSorted((one, other) => inDrawnOrder(one.name, other.name)).map((unit) => unit.unitId);
    for (const [at, id] of INSTITUTIONS.entries()) {
      await tx.insert('institutions.institution', { id, regNr: `990000000${at}`, foundedOn: '2010-09-01', closedOn: at === 2 ? '2027-08-31' : null, name: `Izdomātā ${at + 1}. pamatskola`, recordedAt: now, recordedBy: 'test' });
      await tx.insert('institutions.name', { institutionId: id, name: `Izdomātā ${at + 1}. pamatskola`, validFrom: '2010-09-01', validTo: at === 2 ? '2027-08-31' : null, recordedAt: now, recordedBy: 'test' });
      await tx.insert('institutions.founder', { institutionId: id, role: 'actual', founderType: 'municipality', unitId: units[at === 0 ? 0 : at - 1], reason: 'founded', basis: 'Lēmums', validFrom: '2010-09-01', validTo: at === 2 ? '2027-08-31' : null, recordedAt: now, recordedBy: 'test' });
    }
    await loadMadeUpUsers(tx, { seed: 7, users, grants, asOf: isoDate('2026-01-01'), confirmedOn: isoDate('2026-01-01'), recordedAt: now });
    await loadDemoUsers(tx, { today, recordedAt: now, unitId: units[0]! });
    await giveDemoPasswords(tx);
    return { units, institutions: INSTITUTIONS };
  });
}

export const demo = (roleCode: string) => demoUsers().find((user) => user.roleCode === roleCode)!;

export const userIdOf = async (t: TestPlatform, login: string): Promise<string> => {
  const { rows } = await t.database.pool.query<{ id: string }>('select id from access.app_user where login = $1', [login]);
  return rows[0]!.id;
};

