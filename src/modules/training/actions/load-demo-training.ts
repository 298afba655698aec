import { insertRequirement, recordMet } from '#modules/access/public.js';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Write } from '#platform/db/transaction.js';
import { DATA_PROTECTION, SAFE_SIGN_IN } from '../domain/made-up-courses.js';
import { parseCourse, questionsOf } from '../domain/course-text.js';
import { courseKey } from '../domain/validity.js';
import { finishAttempt, insertAttempt, reachPage, saveAnswer } from '../store/attempts.js';
import { insertCourse, insertDraft, publishVersion } from '../store/courses.js';
import { findDemoUsers } from '../store/load-demo.js';
import { insertParticipation } from '../store/participations.js';
import { insertRemote } from '../store/remote-courses.js';
import { insertResult } from '../store/results.js';

const LOADER = 'made-up data';
const CLERK = 'lietvedis';
const SENT = ['vaditajs', 'iestades.administrators', 'lietvedis'];

/**
 * Two made-up courses, a school that asks one of them of its clerks, the clerk of the demonstration who passed it a year ago and has to
 * renew it in ten days, and a remote course with two seats and three who were sent.
 */
export async function loadDemoTraining(tx: Write, { today, recordedAt }: { today: IsoDate; recordedAt: Date }): Promise<void> {
  const protection = await publish(tx, DATA_PROTECTION, recordedAt);
  const signIn = await publish(tx, SAFE_SIGN_IN, recordedAt);
  const users = await findDemoUsers(tx, SENT);
  const clerk = users.get(CLERK);
  if (clerk?.institutionId) {
    await insertRequirement(
      tx,
      {
        key: courseKey(protection.courseId),
        roleCode: 'school-secretary',
        place: { kind: 'institution', institutionId: clerk.institutionId },
        titleLv: DATA_PROTECTION.titleLv,
        titleEn: DATA_PROTECTION.titleEn,
        link: `/training/courses/${protection.courseId}`,
        validFrom: addDays(today, -20),
        basis: 'Demonstrācijas dati: skolas rīkojums par datu aizsardzību',
      },
      LOADER,
      recordedAt,
    );
    await pass(tx, protection, clerk.id, { on: addDays(today, -355), until: addDays(today, 10) }, recordedAt);
  }
  const day = addDays(today, 21);
  const remoteId = await insertRemote(tx, null, remoteCourse(day, signIn.courseId), LOADER, recordedAt);
  for (const [at, login] of SENT.entries()) {
    const user = users.get(login);
    if (!user) continue;
    const state = at < SEATS ? 'confirmed' : 'waiting';
    await insertParticipation(tx, { remoteCourseId: remoteId, userId: user.id, unitId: user.unitId, institutionId: user.institutionId, answers: [String(at % 2), 'Viltus vēstules'], state }, LOADER, recordedAt);
  }
}

const SEATS = 2;

const remoteCourse = (day: IsoDate, courseId: string) => ({
  courseId,
  titleLv: 'Droša pierakstīšanās: attālināta nodarbība',
  titleEn: 'Safe sign-in: a remote lesson',
  aboutLv: 'Divas stundas tiešsaistē ar jautājumiem un atbildēm. Izdomātas mācības paraugam.',
  aboutEn: 'Two hours online with questions and answers. Made up, as an example.',
  startsAt: instantInRiga(day, '10:00:00'),
  endsAt: instantInRiga(day, '12:00:00'),
  venue: 'https://macibas.vienkopus.example/drosa-pierakstisanas',
  seats: SEATS,
  applyUntil: addDays(day, -3),
  questionsLv: '## Ar kuru ierīci dalībnieks piedalīsies?\n- Dators\n- Telefons\n\n## Par ko dalībnieks grib uzzināt vairāk? (?)\n',
  questionsEn: '## Which device will the participant use?\n- Computer\n- Phone\n\n## What does the participant want to know more about? (?)\n',
});

interface Published {
  readonly courseId: string;
  readonly versionId: string;
  readonly course: typeof DATA_PROTECTION;
}

async function publish(tx: Write, course: typeof DATA_PROTECTION, now: Date): Promise<Published> {
  const courseId = await insertCourse(tx, LOADER, now);
  const versionId = await insertDraft(tx, courseId, course, LOADER, now);
  await publishVersion(tx, versionId, LOADER, now);
  return { courseId, versionId, course };
}

/** A finished attempt with every answer right. */
async function pass(tx: Write, { courseId, versionId, course }: Published, userId: string, { on, until }: { on: IsoDate; until: IsoDate }, now: Date): Promise<void> {
  const { pages } = parseCourse(course.textLv);
  const questions = questionsOf(pages);
  const finishedAt = instantInRiga(on, '10:15:00');
  const attemptId = await insertAttempt(tx, courseId, versionId, userId, instantInRiga(on, '10:00:00'));
  for (const [number, { choices }] of questions.entries()) {
    await saveAnswer(tx, attemptId, number, choices.flatMap((choice, at) => (choice.right ? [at] : [])), finishedAt);
  }
  await reachPage(tx, attemptId, pages.length - 1);
  await finishAttempt(tx, attemptId, finishedAt);
  const metId = await recordMet(tx, { userId, key: courseKey(courseId), from: on, to: until, basis: `attempt ${attemptId}` }, LOADER, now);
  const result = { userId, courseId, attemptId, participationId: null, titleLv: course.titleLv, titleEn: course.titleEn, takenOn: on, validTo: until, metId };
  await insertResult(tx, { ...result, rightCount: questions.length, questionCount: questions.length }, LOADER, now);
}
