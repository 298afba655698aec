import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REG_NRS, type SendingSchool, sendingSchool, YEAR } from './sending-school.js';

let s: SendingSchool;
let classId: string;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool();
  classId = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
});
afterAll(() => s.t.close());

const HEAD = { institution: REG_NRS[0]!, year: String(YEAR), kind: 'mark' };
const row = (code: string, value: string) => ({ pupil: code, class: '5.a', subjectId: maths, period: 'S1', value });
async function post(body: Buffer, key: string, { encoding = 'gzip', lines = false } = {}) {
  const answer = await s.call(`/batches${lines ? `?${new URLSearchParams(HEAD)}` : ''}`, {
    method: 'POST', body: new Uint8Array(body), headers: { 'content-type': lines ? 'application/x-ndjson' : 'application/json', 'content-encoding': encoding, 'idempotency-key': key },
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; taken: number; unchanged: number; type: string; code?: string } };
}

test('a batch packed by gzip is the batch that it is unpacked, as JSON and as NDJSON', async () => {
  const pupil = await s.pupil(classId);
  const json = JSON.stringify({ ...HEAD, year: YEAR, rows: [row(pupil.code, '7')] });
  const packed = await post(gzipSync(json), 'packed-1');
  expect(packed).toMatchObject({ status: 200, body: { taken: 1 } });
  const plain = await s.call('/batches', { method: 'POST', body: json, headers: { 'content-type': 'application/json', 'idempotency-key': 'packed-1' } });
  expect([plain.status, ((await plain.json()) as { id: string }).id]).toEqual([200, packed.body.id]);
  expect(await post(gzipSync(`${JSON.stringify(row(pupil.code, '7'))}\n`), 'packed-2', { lines: true })).toMatchObject({ status: 200, body: { unchanged: 1 } });
});

test('what unpacks to too much, is no gzip, breaks off or is packed otherwise is refused with a problem, and nothing of it is kept', async () => {
  const batches = () => s.rows('select count(*)::int as n from intake.batch');
  const before = await batches();
  const bomb = gzipSync(Buffer.alloc(40 * 1_048_576, ' '));
  for (const lines of [false, true]) {
    expect(await post(bomb, `bomb-${lines}`, { lines })).toMatchObject({ status: 413, body: { type: expect.stringMatching(/packed-too-tightly|line-too-long|too-large/) as string } });
    expect(await post(Buffer.from('{"rows":[]}'), `plain-${lines}`, { lines })).toMatchObject({ status: 400, body: { type: expect.stringContaining('not-gzip') as string } });
    expect(await post(gzipSync('{"a":1}\n'.repeat(5_000)).subarray(0, 60), `half-${lines}`, { lines })).toMatchObject({ status: 400 });
    expect(await post(Buffer.from('{}'), `other-${lines}`, { encoding: 'br', lines })).toMatchObject({ status: 415, body: { type: expect.stringContaining('unknown-content-encoding') as string } });
  }
  expect(await batches()).toEqual(before);
});

test('limits hold for what is unpacked', async () => {
  const pupil = await s.pupil(classId);
  const words = Array.from({ length: 90_000 }, (_, at) => ({ ...row(pupil.code, '7'), record: `${at} ${Math.sin(at)}` }));
  const body = gzipSync(JSON.stringify({ ...HEAD, year: YEAR, rows: words }));
  expect(body.length).toBeLessThan(8 * 1_048_576);
  expect((await post(body, 'large')).status).toBe(413);
});
