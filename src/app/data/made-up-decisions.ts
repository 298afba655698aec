import { dayInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { actorOf, findUserByLogin } from '#modules/access/public.js';
import { followMadeUpChanges, listSealedElsewhere } from '#modules/certificates/public.js';
import { schoolYearOn } from '#modules/education/public.js';
import { addMember, decideAppeal, registerAppeal, viewAppeal } from '#modules/exams/actions/appeals.js';
import { annulEntry } from '#modules/exams/actions/entry-facts.js';
import { pointsInWords } from '#modules/exams/domain/scoring.js';
import { visibleEntries } from '#modules/exams/public.js';
import { findByRegNr } from '#modules/institutions/public.js';
import type { Actor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { platformAt } from './made-up-looks.js';

/** Who sits over the appeal, by login, and as what. */
const COMMISSION = [['eksameni', 'agency'], ['eksamenuvaditajs', 'agency'], ['apelacijas', 'agency'], ['vertetajs', 'assessor'], ['skolotajs', 'assessor']] as const;
/** Exams for which those assessors are appointed. */
const CONTESTED: readonly string[] = ['MATOL', 'LATOL'];
const [LODGED_AFTER_DAYS, DECIDED_AFTER_DAYS] = [4, 20];
/** Two points. */
const RAISED = 4;

/**
 * What came after last year's certificates were sealed, by the very actions: a mark is raised by an appeal, so that another version stands beside the first, which is revoked; and an
 * exam is annulled, whose certificate is revoked alone. At schools that the demonstration's users are not of, since their lists are counted upon.
 */
export async function makeUpDecisions(platform: Platform, schools: readonly string[]): Promise<void> {
  const { database: { primary: read }, clock } = platform;
  const [today, now] = [clock.today(), clock.now()];
  const year = await schoolYearOn(read, today);
  const manager = await actorNamed(platform, 'eksameni');
  if (year === undefined || !manager) return;
  const own = (await Promise.all(schools.map((regNr) => findByRegNr(read, regNr)))).flatMap((one) => one?.id ?? []);
  const sealed = await listSealedElsewhere(read, year - 1, own);
  const published = await visibleEntries(read, sealed.map(({ entryId }) => entryId), now);
  const contested = sealed.find(({ entryId, examCode, total }) => CONTESTED.includes(examCode) && total >= 20 && total <= 60 && published.has(entryId));
  const annulled = sealed.find(({ examCode }) => !CONTESTED.includes(examCode));
  const changed: string[] = [];
  if (contested && (await raiseByAppeal(platform, manager, contested.entryId, dayInRiga(published.get(contested.entryId)!), today))) changed.push(contested.entryId);
  if (annulled) {
    await perform(platform, annulEntry, { id: annulled.entryId, ground: 'rules-broken', documentNr: '4-2/17', documentDate: addDays(today, -1), remark: 'Izdomāts piemērs' }, { actor: manager });
    changed.push(annulled.entryId);
  }
  await followMadeUpChanges(platform, changed, year - 1);
}

async function actorNamed({ database: { primary }, clock }: Platform, login: string): Promise<Actor | undefined> {
  const user = await findUserByLogin(primary, login);
  return user && actorOf(primary, user.id, clock.today());
}

/** @returns whether there was time for it since the publication */
async function raiseByAppeal(platform: Platform, manager: Actor, entryId: string, publishedOn: IsoDate, today: IsoDate): Promise<boolean> {
  const [lodgedOn, decidedOn] = [addDays(publishedOn, LODGED_AFTER_DAYS), addDays(publishedOn, DECIDED_AFTER_DAYS)];
  if (decidedOn >= today) return false;
  const members = await Promise.all(COMMISSION.map(async ([login, partIn]) => ({ user: (await findUserByLogin(platform.database.primary, login))?.id, partIn })));
  if (members.some(({ user }) => user === undefined)) return false;
  const then = platformAt(platform, lodgedOn, '10:20:00');
  const lodged = { about: 'mark', parts: ['1'], reason: 'Pirmajā daļā nav ieskaitīts otrā uzdevuma risinājums.', lodgedBy: 'pupil', channel: 'paper', lodgedOn: dayInRiga(then.clock.now()) };
  const { id } = await perform(then, registerAppeal, { id: entryId, ...lodged }, { actor: manager });
  // Who sits in commissions has that right since the demonstration began: what was decided then is written down today.
  for (const member of members) await perform(platform, addMember, { id, ...member }, { actor: manager });
  const { works, parts } = await perform(platform, viewAppeal, { id }, { actor: manager, reason: 'exam-appeal' });
  const [work, part] = [works.find((one) => one.part === 1), parts.find(({ number }) => number === 1)];
  const earned = Math.min(part?.maxHalfPoints ?? 0, (work?.halfPoints ?? 0) + RAISED);
  const decision = { outcome: 'raise', points: { 1: pointsInWords(earned, 'lv') }, decisionNr: '4-1/9', decidedOn, explanation: 'Komisija ieskaita risinājumu: pirmajā daļā par diviem punktiem vairāk.' };
  await perform(platform, decideAppeal, { id, ...decision }, { actor: manager });
  return true;
}
