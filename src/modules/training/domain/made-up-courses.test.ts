import { expect, test } from 'vitest';
import { differences, parseCourse } from './course-text.js';
import { DATA_PROTECTION, SAFE_SIGN_IN } from './made-up-courses.js';

test.each([DATA_PROTECTION, SAFE_SIGN_IN])('the made-up course “$titleLv” is in order, in both languages', ({ textLv, textEn }) => {
  const [lv, en] = [parseCourse(textLv), parseCourse(textEn)];
  expect([...lv.problems, ...en.problems, ...differences(lv, en)]).toEqual([]);
  expect(lv.pages).toHaveLength(3);
});
