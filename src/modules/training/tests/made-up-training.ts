import { actorOf, ownUserId } from '#modules/access/public.js';
import { demo, fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import type { Refusal } from '#kernel/errors.js';
import type { Actor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { judgeDraft } from '../actions/try-draft.js';
import { answerPage, startCourse } from '../actions/take-course.js';
import { askToTry, publishCourse, saveCourse } from '../actions/write-courses.js';
import { parseCourse, questionsOf } from '../domain/course-text.js';

export const SHORT = `# Pirmā lapa

Teksts.

## ? Viens?
- [x] jā
- [ ] nē

> Tā ir.

# Otrā lapa

## ? Divi?
- [x] a
- [x] b
- [ ] c

> Abi.
`;

export const COURSE = { titleLv: 'Īss kurss', titleEn: 'Short course', textLv: SHORT, passPercent: '100', validMonths: '12' };

export interface Country {
  readonly t: TestPlatform;
  readonly units: readonly number[];
  readonly institutions: readonly string[];
  /** A demonstration user of a role with the rights of this very moment. */
  as(role: string): Promise<Actor>;
  /** Any user as they are now. */
  user(login: string): Promise<Actor>;
  /** Writes, tries and publishes a course. */
  publish(course?: Partial<typeof COURSE>): Promise<string>;
  /** Takes a course from beginning to end, all right or all wrong. */
  take(who: Actor, courseId: string, right?: boolean): Promise<{ attemptId: string; passed: boolean | null }>;
}

export async function trainingCountry({ users = 0, grants = 0 } = {}): Promise<Country> {
  const t = await testPlatform();
  const { units, institutions } = await fillWithUsers(t, { users, grants });
  const user = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
  const as = (role: string) => user(demo(role).login);

  async function publish(course: Partial<typeof COURSE> = {}): Promise<string> {
    const [writer, tester] = [await as('administrator'), await as('school-secretary')];
    const { courseId, versionId } = await t.perform(saveCourse, { ...COURSE, ...course }, writer);
    await t.perform(askToTry, { courseId, login: demo('school-secretary').login }, writer);
    await t.perform(judgeDraft, { versionId, verdict: 'fit' }, tester);
    await t.perform(publishCourse, { courseId }, writer);
    return courseId;
  }

  async function take(who: Actor, courseId: string, right = true) {
    const id = await t.perform(startCourse, { courseId }, who);
    const { rows } = await t.database.pool.query<{ text_lv: string }>('select v.text_lv from training.attempt a join training.course_version v on v.id = a.course_version_id where a.id = $1', [id]);
    const { pages } = parseCourse(rows[0]!.text_lv);
    let last: { attemptId: string; passed: boolean | null } = { attemptId: id, passed: null };
    for (const [at, page] of pages.entries()) {
      const first = questionsOf(pages.slice(0, at)).length;
      const answers = page.questions.map(({ choices }, n) => [first + n, choices.flatMap((choice, c) => (choice.right === right ? [String(c)] : []))] as const);
      last = await t.perform(answerPage, { id, page: at + 1, answers: Object.fromEntries(answers) }, who);
    }
    return last;
  }

  return { t, units, institutions, as, user, publish, take };
}

export const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => {
      throw new Error('was not refused');
    },
    (error: Refusal) => error,
  );

export const noticesOf = async ({ t }: Country, who: Actor): Promise<{ kind: string; subject: string; link: string }[]> =>
  (await t.database.pool.query<{ kind: string; subject: string; link: string }>('select kind, subject_lv as subject, link from platform.notice where user_id = $1 order by told_at, id', [ownUserId(who)])).rows;
