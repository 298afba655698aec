import { expect, test } from 'vitest';
import { MODULES } from '#app/modules.js';
import { askReport, fetchReport } from '#modules/workspace/actions/ask-report.js';
import { type Actor, EVERYWHERE, NOWHERE, type Scope } from '#platform/actions/actor.js';
import type { TestPlatform } from '../../test-platform.js';

/** A made report is fetched by its asker alone, and only while their rights, the second one too, reach as far as when it was asked for. */
export function reportFiles(t: () => TestPlatform): void {
  test('the file of a report is for its asker alone, and not once either of the rights it was made with has shrunk', async () => {
    const kind = MODULES.flatMap(({ reports }) => reports).find(({ name }) => name === 'exam-results')!;
    const { rows } = await t().database.pool.query<{ id: string }>('select institution_id as id from exams.sitting group by 1 order by count(*) desc limit 2');
    const [school, other] = rows.map(({ id }): Scope => ({ ...NOWHERE, institutionIds: [id] }));
    const asker = '01900000-0000-7000-8000-0000000000a1';
    const actor = (id: string, scope: Scope | null, more: Scope | null): Actor => ({
      kind: 'user', id, personId: null, name: 'Kāds',
      scopes: new Map([...(scope ? [[kind.permission.name, scope] as const] : []), ...(more ? [[kind.more!.permission.name, more] as const] : [])]),
    });
    const { clock, database } = t().platform;
    const events = await kind.fields.find(({ name }) => name === 'event')!.options!({ tx: database.read, scope: school!, more: null, today: clock.today(), now: clock.now() });
    const { requestId: id } = await t().perform(askReport, { kind: kind.name, format: 'csv', lang: 'lv', event: events[0]!.value }, actor(asker, school!, school!));
    await t().runDueJobs();
    const fetched = (by: Actor) => t().perform(fetchReport, { id }, by).then(() => 'fetched', ({ code }: { code: string }) => code);
    expect(await fetched(actor(asker, school!, school!))).toBe('fetched');
    expect(await fetched(actor(asker, EVERYWHERE, EVERYWHERE))).toBe('fetched');
    expect(await fetched(actor('01900000-0000-7000-8000-0000000000a2', EVERYWHERE, EVERYWHERE))).toBe('no-such-report');
    expect(await fetched(actor(asker, other!, school!))).toBe('rights-have-shrunk');
    expect(await fetched(actor(asker, school!, other!))).toBe('rights-have-shrunk');
    expect(await fetched(actor(asker, school!, null))).toBe('rights-have-shrunk');
    expect(await fetched(actor(asker, null, school!))).toBe('no-right');
  });
}
