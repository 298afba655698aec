import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchSubject } from '../actions/map-subjects.js';
import { mapNames } from '../permissions.js';
import { actorWith } from '#test/test-platform.js';
import { viewRecord } from '../../marks/actions/view-record.js';
import { seeMarks } from '../../marks/permissions.js';
import { A, NOW, REG_NRS, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
beforeAll(async () => {
  s = await sendingSchool();
});
afterAll(() => s.t.close());

test('a mark is followed like a parcel: the journal sent it, the batch was answered, it lies in the register, and each correction the same way', async () => {
  const pupil = await s.pupil(await s.aClass('5.a', 5));
  const maths = await s.subject('Matemātika');
  const send = (value: string) => s.send({}, [{ record: 'zz-17', pupil: pupil.code, subjectId: maths, period: 'S1', value }]);
  await send('7');
  await send('8');
  const address = { kind: 'mark', year: '2026', membershipId: pupil.membershipId, item: String(maths), period: 'S1' };
  const found = await s.t.perform(viewRecord, address, actorWith([seeMarks], { everywhere: false, institutionIds: [A!] }), 'own-pupils');
  expect([found.record.value, found.before.map(({ value }) => value)]).toEqual(['8', ['7']]);
  const batch = ['zalais nosūtīja (e-žurnāla ieraksts zz-17)', 'Datu pakete apstrādāta, e-žurnālam atbildēts'];
  expect(found.steps.map(({ words }) => words.lv)).toEqual([...batch, ...batch]);
  expect(found.steps.every(({ at }) => at.toISOString() === new Date(NOW).toISOString())).toBe(true);
});

test('a mark that waited for a name tells under which it was sent, and when the school matched it', async () => {
  const pupil = await s.pupil(await s.aClass('6.a', 6));
  const sports = await s.subject('Sports un veselība');
  await s.send({}, [{ record: 'zz-18', pupil: pupil.code, subject: 'Sporta nodarbības', period: 'S1', value: '7' }, { record: 'zz-19', pupil: pupil.code, subject: 'Kaut kas cits', period: 'S1', value: '7' }]);
  const secretary = actorWith([mapNames], { everywhere: false, institutionIds: [A!] });
  await s.t.perform(matchSubject, { regNr: REG_NRS[0], name: 'Sporta nodarbības', journal: s.journalId, subject: String(sports) }, secretary);
  const address = { kind: 'mark', year: '2026', membershipId: pupil.membershipId, item: String(sports), period: 'S1' };
  const found = await s.t.perform(viewRecord, address, actorWith([seeMarks], { everywhere: false, institutionIds: [A!] }), 'own-pupils');
  expect(found.steps.map(({ words }) => words.lv)).toEqual([
    'zalais nosūtīja (e-žurnāla ieraksts zz-18)', 'Datu pakete apstrādāta, e-žurnālam atbildēts', 'Nosūtīts kā “Sporta nodarbības”: gaidīja, līdz pateiks, kurš priekšmets tas ir', 'Skola saskaņoja nosaukumu “Sporta nodarbības”',
  ]);
  // Who did it goes along for staff; pages of parents have no names of users.
  expect(found.steps.map(({ by }) => by)).toEqual([undefined, undefined, undefined, expect.any(String)]);
});
