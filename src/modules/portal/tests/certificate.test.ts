import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHED_AT, SEALED_ON, sealingSchool, type SealingSchool } from '../../certificates/tests/sealing-school.js';
import { runSealing } from '../../certificates/seal/run-sealing.js';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { actorWith } from '#test/test-platform.js';
import { downloadCertificate, OWN_REQUEST, readOwnResults } from '../actions/read-own-results.js';
import { RIGA } from './results-day.js';

let s: SealingSchool;
let pupils: Someone[];
let kept: { id: string; person_id: string; number: string; edoc_sha256: string }[];

beforeAll(async () => {
  s = await sealingSchool();
  ({ pupils } = await s.examined([[90, 20], [80, 18]]));
  expect(await runSealing(s.at(`${SEALED_ON}T12:00:00+03:00`), await s.order(), 60_000)).toBe('done');
  kept = await s.rows('select id, person_id, number, edoc_sha256 from certificates.certificate');
  await s.publish();
});
afterAll(() => s.close());

const HERE = { address: RIGA, hidden: false };
const resident = ({ id }: Someone): Actor => ({ ...actorWith([], {}, id), id: '00000000-0000-7000-8000-0000000000c1' });
const of = (pupil: Someone) => kept.find(({ person_id }) => person_id === pupil.id)!;
const shown = async (at: string, pupil: Someone) => [...(await s.when(at, readOwnResults, HERE, resident(pupil), OWN_REQUEST)).certificates.values()].map(({ number }) => number);
const download = (at: string, pupil: Someone, id: string, sender: object = HERE) => s.when(at, downloadCertificate, { id, sender }, resident(pupil), OWN_REQUEST);
const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;

test('a certificate stands beside its result from the instant on, and not a second before', async () => {
  const [one] = pupils as [Someone];
  expect(await shown('2026-06-26T08:59:59+03:00', one)).toEqual([]);
  expect(await refused(download('2026-06-26T08:59:59+03:00', one, of(one).id))).toBe('no-such-certificate');
  expect(await shown(PUBLISHED_AT, one)).toEqual([of(one).number]);
});

test('what is downloaded are the sealed bytes, and it stands in the ledger as given by the portal and in the log with its reason', async () => {
  const [one] = pupils as [Someone];
  const { content, name } = await download(PUBLISHED_AT, one, of(one).id);
  expect([createHash('sha256').update(content).digest('hex'), name.endsWith('.edoc')]).toEqual([of(one).edoc_sha256, true]);
  expect(await s.rows('select channel, how, sha256 from certificates.hand_out where certificate_id = $1', [of(one).id])).toEqual([{ channel: 'portal', how: 'downloaded', sha256: of(one).edoc_sha256 }]);
  expect(await s.rows(`select reason from audit.entry where action = 'portal.download-certificate' and $1 = any(subjects)`, [one.id])).toEqual([{ reason: OWN_REQUEST }]);
});

test('nobody downloads another’s certificate, from elsewhere, or when the portal shows the result no more', async () => {
  const [one, other] = pupils as [Someone, Someone];
  expect(await refused(download(PUBLISHED_AT, other, of(one).id))).toBe('no-such-certificate');
  expect(await refused(download(PUBLISHED_AT, one, '00000000-0000-7000-8000-00000000ffff'))).toBe('no-such-certificate');
  expect(await refused(download(PUBLISHED_AT, one, of(one).id, { address: '8.8.8.8', hidden: false }))).toBe('not-from-here');
  expect(await refused(download(PUBLISHED_AT, one, of(one).id, { address: null, hidden: true }))).toBe('not-from-here');
  expect(await refused(download('2026-12-26T09:00:01+02:00', one, of(one).id))).toBe('no-such-certificate');
});

test('of those who download at the same moment each gets their own, and who may not is refused alone', async () => {
  const [one, other] = pupils as [Someone, Someone];
  const platform = s.at(PUBLISHED_AT);
  const asked = Array.from({ length: 12 }, (_, at) => (at % 3 === 2 ? { by: other, of: one } : at % 3 === 1 ? { by: other, of: other } : { by: one, of: one }));
  const answers = await Promise.allSettled(asked.map(({ by, of: whose }) => perform(platform, downloadCertificate, { id: of(whose).id, sender: HERE }, { actor: resident(by), reason: OWN_REQUEST })));
  const hashes = answers.map((answer) => (answer.status === 'fulfilled' ? createHash('sha256').update(answer.value.content).digest('hex') : (answer.reason as { code: string }).code));
  expect(hashes).toEqual(asked.map(({ by, of: whose }) => (by === whose ? of(by).edoc_sha256 : 'no-such-certificate')));
  const given = `select count(*)::int as n from certificates.hand_out where certificate_id = $1 and at = '${PUBLISHED_AT}'`;
  expect([await s.rows(given, [of(other).id]), await s.rows(`select count(*)::int as n from audit.entry where action = 'portal.download-certificate' and $1 = any(subjects)`, [other.id])]).toEqual([[{ n: 4 }], [{ n: 4 }]]);
});
