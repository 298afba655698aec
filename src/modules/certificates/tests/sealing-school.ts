import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SignApi, startSignApi } from '../../../../simulators/sign-api/simulator.js';
import { startTrustServices, type TrustServices } from '../../../../simulators/trust-services/simulator.js';
import type { Someone } from '../../education/tests/made-up-schools.js';
import { countResults } from '../../exams/actions/count-results.js';
import { markAttendance } from '../../exams/actions/exam-day.js';
import { confirmPublication, setPublication } from '../../exams/actions/publish-results.js';
import { keepResults, publishResults } from '../../exams/permissions.js';
import { EXAM_DAY, type ExamSchools, examSchools } from '../../exams/tests/exam-schools.js';
import { type Clock, fixedClock } from '#kernel/clock.js';
import type { Action } from '#platform/actions/action.js';
import type { Actor } from '#platform/actions/actor.js';
import { installation } from '#platform/actions/installation.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { actorWith } from '#test/test-platform.js';
import { orderSealing } from '../actions/order-sealing.js';
import { deliverPaper, handOut, keepForms, keepParameters, lookInside, oversee, sealCertificates, seeStates } from '../permissions.js';
import type { SealSettings } from '../seal/seal-settings.js';

export const SEALED_ON = '2026-06-12';
/** When the results of grade 9 are published. */
export const PUBLISHED_AT = '2026-06-26T09:00:00+03:00';

export interface SealingSchool extends ExamSchools {
  readonly trust: TrustServices;
  readonly settings: SealSettings;
  /** Of the agency; who seals, and who confirms the publication that the other has set. */
  readonly agency: Actor;
  /** Hands certificates of the first school out. */
  readonly school: Actor;
  readonly otherSchool: Actor;
  readonly eventId: string;
  /** The program at an instant, with the seal. */
  at(instant: string): Platform;
  /** Performs an action at an instant. */
  when<I, O>(instant: string, action: Action<I, O>, input: unknown, actor: Actor, reason?: string): Promise<O>;
  /** Pupils of the first school who took mathematics of grade 9 and earned so many half-points of each part, all counted. */
  examined(earned: readonly (readonly [number, number])[]): Promise<{ readonly pupils: Someone[]; readonly entries: string[]; readonly sittingId: string }>;
  points(entryId: string, part: number, halfPoints: number): Promise<unknown>;
  count(): Promise<unknown>;
  order(): Promise<string>;
  /** @param whyUnsealed why although certificates are not sealed */
  publish(whyUnsealed?: string): Promise<void>;
  /** Who stamps from now on: a time-stamp authority whose certificate ends on a day. */
  stampsUntil(day: string): Promise<void>;
  /** Seals by a service that seals whole files from now on, with a seal in a file. */
  throughSignApi(): Promise<SignApi>;
  close(): Promise<void>;
}

/** A school with an exam that can be sealed: the schools of the exams with the simulated authority, whose clocks are the program's. */
export async function sealingSchool(): Promise<SealingSchool> {
  const s = await examSchools();
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-seal-'));
  let now = fixedClock(`${SEALED_ON}T10:00:00+03:00`);
  const clock: Clock = { now: () => now.now(), today: () => now.today() };
  const trust = await startTrustServices({ port: 0, folder: null, clock });
  const [file, authorities] = [join(folder, 'seal.p12'), join(folder, 'authorities.pem')];
  await writeFile(file, trust.seal('seal-p256'));
  await writeFile(authorities, trust.settings.authorities);
  const settings = { SEAL_FILE: file, SEAL_PASSWORD: trust.settings.password, SEAL_AUTHORITIES: authorities, SEAL_TIME_STAMP_URL: trust.settings.timeStampUrl, SEAL_REVOCATION_URL: trust.settings.revocationUrl, SEAL_AUTHORITY_REVOCATION_URL: trust.settings.revocationUrl };
  const installed = (outside: SealSettings) => installation({ production: false, PUBLIC_URL: 'http://localhost', outside }, 'the secret of the tests');
  let sealed = installed(settings);
  const at = (instant: string): Platform => {
    now = fixedClock(instant);
    return { ...s.t.platform, clock, installation: sealed };
  };
  const agency: Actor = { ...actorWith([sealCertificates, oversee, seeStates, lookInside, deliverPaper, keepForms, keepParameters, keepResults, publishResults]), id: '00000000-0000-7000-8000-0000000000b1' };
  const ofSchool = (institution: number, id: string): Actor => ({ ...actorWith([seeStates, handOut], { everywhere: false, institutionIds: [s.institutions[institution]!] }), id });
  const eventId = await s.eventOf('MAT09');
  const when: SealingSchool['when'] = (instant, action, input, actor, reason) => perform(at(instant), action, input, { actor, reason: reason ?? null });
  const points: SealingSchool['points'] = (entryId, part, halfPoints) =>
    s.rows(`insert into exams.work (entry_id, part, state, half_points, points_from, changed_at, changed_by) values ($1, $2, 'received', $3, 'import', now(), 'test')
      on conflict (entry_id, part) do update set half_points = excluded.half_points`, [entryId, part, halfPoints]);
  const count = () => when('2026-06-10T12:00:00+03:00', countResults, { eventId }, agency);
  return {
    ...s, trust, settings, agency, school: ofSchool(0, '00000000-0000-7000-8000-0000000000b2'), otherSchool: ofSchool(1, '00000000-0000-7000-8000-0000000000b3'), eventId, at, when, points, count,
    async examined(earned) {
      const pupils = [];
      for (const _ of earned) pupils.push(await s.pupil());
      const sittingId = await s.sittingOf('MAT09', pupils);
      const entries = await Promise.all(pupils.map((pupil) => s.entryOf(sittingId, pupil)));
      await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks: entries.flatMap((entryId) => [1, 2].map((part) => ({ entryId, part, mark: 'present' }))), rest: false }, s.superuser);
      for (const [index, pair] of earned.entries()) for (const [part, halfPoints] of pair.entries()) await points(entries[index]!, part + 1, halfPoints);
      await count();
      return { pupils, entries, sittingId };
    },
    order: async () => (await when(`${SEALED_ON}T10:00:00+03:00`, orderSealing, { year: 2025, eventId, issuedOn: SEALED_ON }, agency)).id,
    async publish(whyUnsealed = 'Paraugs bez sertifikātiem') {
      const { id } = await when(`${SEALED_ON}T11:00:00+03:00`, setPublication, { year: 2025, stage: 'basic', term: 'main', on: '2026-06-26', time: '09:00', basis: 'Izdomāts rīkojums Nr. 7' }, agency);
      await when(`${SEALED_ON}T11:00:00+03:00`, confirmPublication, { id, whyUnsealed }, { ...agency, id: '00000000-0000-7000-8000-0000000000b9' });
    },
    async stampsUntil(day) {
      trust.behaviour.tsa = await trust.authority.issue('tsa', { from: new Date('2020-01-01T00:00:00Z'), to: new Date(`${day}T00:00:00Z`) });
    },
    async throughSignApi() {
      const service = await startSignApi({ port: 0, authority: trust.authority, clock });
      const { url, tokenUrl, clientId, clientSecret, password, publicKey, certificate } = service.settings;
      const [seal, key, ours] = ['sign-api.p12', 'sign-api.key', 'sign-api.pem'].map((name) => join(folder, name));
      await Promise.all([writeFile(seal!, service.seal('seal-advanced')), writeFile(key!, publicKey), writeFile(ours!, certificate)]);
      sealed = installed({
        SEAL_AUTHORITIES: authorities, SEAL_TIME_STAMP_URL: trust.settings.timeStampUrl, SEAL_REVOCATION_URL: trust.settings.revocationUrl, SEAL_SIGN_API_URL: url, SEAL_SIGN_API_TOKEN_URL: tokenUrl, SEAL_SIGN_API_CLIENT_ID: clientId, SEAL_SIGN_API_CLIENT_SECRET: clientSecret,
        SEAL_SIGN_API_FILE: seal, SEAL_SIGN_API_PASSWORD: password, SEAL_SIGN_API_KEY: key, SEAL_SIGN_API_CERTIFICATE: ours,
      });
      return service;
    },
    async close() {
      await trust.stop();
      await s.t.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
