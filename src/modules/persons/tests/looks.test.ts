import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readableDay } from '#kernel/iso-date.js';
import { say } from '#kernel/text.js';
import { rightOfAction, titleOfAction } from '#platform/actions/action-titles.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import type { View } from '#web/view.js';
import { findPersons } from '../actions/find-persons.js';
import { checkLooks, findLooks, findLooksPeriod, type Looks } from '../actions/read-looks.js';
import { viewCard } from '../actions/view-card.js';
import { lookOf } from '../domain/look.js';
import { viewOwnData } from '../actions/view-own-data.js';
import { findPersonsPermission, protectPersonsPermission, readProtectedPermission } from '../permissions.js';
import { protectPerson } from '../actions/protect-person.js';
import { datedFor, Histories } from '../pages/card-sections.js';
import { fillRegister } from './made-up.js';

let t: TestPlatform;
let parentId: string;
let childId: string;
const acting = { role: { lv: 'Lietvede', en: 'Clerk' }, organisation: { lv: 'Ogres novada pašvaldība', en: 'Ogre Municipality' } };
const official = { ...actorWith([findPersonsPermission], { everywhere: true, acting }), id: 'official' };
const resident = (personId: string) => actorWith([], {}, personId);

beforeAll(async () => {
  t = await testPlatform();
  await fillRegister(t, 300);
  const pair = await t.database.transaction((tx) =>
    tx.raw(
      `select child_id, guardian_id from persons.guardianship g
       where kind = 'parent' and not exists (select from persons.protection x where x.person_id in (g.child_id, g.guardian_id)) limit 1`,
      [],
    ),
  );
  ({ childId, guardianId: parentId } = pair.rows[0] as { childId: string; guardianId: string });
});
afterAll(() => t.close());

describe('who looked at my data', () => {
  it('names the institution, role, what was done and why, newest first, and logs itself', async () => {
    await t.perform(viewCard, { id: parentId, caseReference: '1-2/33' }, official, 'application');
    const { items } = await t.perform(findLooks, {}, resident(parentId));
    expect(items).toHaveLength(1);
    const [look] = items;
    expect(look).toMatchObject({ organisation: { lv: 'Ogres novada pašvaldība' }, role: { lv: 'Lietvede' }, reason: { lv: 'Personas iesnieguma izskatīšana' }, caseReference: '1-2/33' });
    expect(say(titleOfAction(look!.action), 'lv')).toBe('Apskatīta personas kartīte');
    const again = await t.perform(findLooks, { who: 'all' }, resident(parentId));
    expect(again.items.map((one) => one.action)).toEqual(['persons.find-looks', 'persons.view-card']);
    expect(again.items[0]!.own).toBe(true);
  });

  it('keeps one’s own looks apart, and says of each why, also where nobody had to say it', async () => {
    const actions = async (who = 'others') => (await t.perform(findLooks, { who }, resident(parentId))).items;
    expect((await actions()).map(({ action }) => action)).toEqual(['persons.view-card']);
    const own = await actions('own');
    expect(own.map(({ action }) => action)).toEqual(['persons.find-looks', 'persons.find-looks', 'persons.find-looks']);
    expect(new Set(own.map(({ reason }) => reason.en))).toEqual(new Set(['You, in your own account']));
    expect((await actions('all')).length).toBe((await actions()).length + (await actions('own')).length - 2);
    const entry = (more: object) => ({ id: '1', at: new Date(), actorKind: 'user', actorId: 'x', actingRole: null, actingOrganisation: null, action: 'persons.view-card', reason: null, facts: {}, ...more });
    const why = (more: object) => lookOf(entry(more), 'me', undefined, undefined, rightOfAction).reason.en;
    expect(why({ actingOrganisation: 'Ogres novada pašvaldība' })).toBe('By the right: Search for persons and see their data');
    expect(why({ action: 'persons.find-looks' })).toBe('In their own account, as a representative or for themselves');
    expect(why({ actorKind: 'system', actorId: null })).toContain('taken by the program');
    expect(why({ action: 'gone.action' })).toBe('No reason was asked for then');
  });

  it('counts being shown in a search result', async () => {
    const { card } = await t.perform(viewOwnData, {}, resident(parentId));
    await t.perform(findPersons, { code: card.codes[0]!.code, caseReference: '7' }, official, 'application');
    const { items } = await t.perform(findLooks, {}, resident(parentId));
    expect(items.some((look) => look.action === 'persons.find-persons' && look.caseReference === '7')).toBe(true);
  });

  it('shows a parent the child’s, but nobody else’s', async () => {
    await t.perform(viewCard, { id: childId, caseReference: '9' }, official, 'child-protection');
    const { items } = await t.perform(findLooks, { person: childId }, resident(parentId));
    expect(items.some((look) => look.caseReference === '9')).toBe(true);
    await expect(t.perform(findLooks, { person: parentId }, resident(childId))).rejects.toMatchObject({ status: 403 });
  });

  it('shows all entries page after page, each once', async () => {
    for (let n = 0; n < 60; n += 1) await t.perform(viewCard, { id: childId, caseReference: `${n}` }, official, 'education');
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Looks = await t.perform(findLooks, { person: childId, after }, resident(parentId));
      seen.push(...page.items.map((look) => look.caseReference ?? ''));
      after = page.next;
    }
    for (let n = 0; n < 60; n += 1) expect(seen.filter((one) => one === `${n}`)).toHaveLength(n === 9 ? 2 : 1);
  });

  it('is cut to a period of days in Riga', async () => {
    const count = async (period: object) => (await t.perform(findLooks, { person: childId, ...period }, resident(parentId))).items.length;
    expect(await count({ from: '2026-11-21', to: '2026-11-21' })).toBeGreaterThan(0);
    expect(await count({ to: '2026-11-20' })).toBe(0);
    expect(await count({ from: '2026-11-22' })).toBe(0);
  });

  it('refuses a period that ends before it begins, which would say that nobody looked', async () => {
    await expect(t.perform(findLooks, { from: '2026-11-21', to: '2026-11-20' }, resident(parentId))).rejects.toMatchObject({ fields: [{ field: 'to' }] });
  });

  it('tells the period there is, and that it is alive', async () => {
    const { first, last } = await t.perform(findLooksPeriod, {}, resident(parentId));
    expect(first!.getTime()).toBeLessThanOrEqual(last!.getTime());
    expect(await t.perform(checkLooks, {}, resident(parentId))).toMatchObject({ alive: true });
  });

  it('hides a protected child even from its parent', async () => {
    const protector = actorWith([protectPersonsPermission, readProtectedPermission]);
    await t.perform(protectPerson, { id: childId, kind: 'violence', basis: 'Lēmums', from: '2026-01-01' }, protector);
    await expect(t.perform(findLooks, { person: childId }, resident(parentId))).rejects.toMatchObject({ status: 403 });
    expect((await t.perform(viewOwnData, {}, resident(parentId))).wards.map((ward) => ward.id)).not.toContain(childId);
  });

  it('shows of a protected child neither its days nor the basis, which would tell its birth', async () => {
    const { card } = await t.perform(viewOwnData, {}, resident(parentId));
    const ward = card.guardianships.find((row) => row.childId === childId)!;
    expect(ward.otherFamily).toBeNull();
    expect([datedFor(parentId)(ward), datedFor(childId)(ward)]).toEqual([false, true]);
    const view = { lang: 'lv', t: (words: { lv: string }) => words.lv, today: '2026-11-21' } as unknown as View;
    const html = renderToString(h(Histories, { view, card: { ...card, guardianships: [ward] } }));
    expect(html).toContain('Pārstāv bērnu: Dati aizsargāti');
    for (const told of [ward.validFrom, ward.validTo!]) expect(html).not.toContain(readableDay(told));
    expect(html).not.toContain(ward.basis);
    expect(card.guardianships.at(-1)!.otherFamily).toBeNull();
  });

  it('has nothing for a user who is nobody in the register', async () => {
    await expect(t.perform(findLooks, {}, actorWith([], {}))).rejects.toMatchObject({ status: 404 });
  });
});
