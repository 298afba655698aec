import { expect, test } from 'vitest';
import { problemOfEnding } from './end-reasons.js';

const reasons = [
  { code: 'moved', parent: null, needsComment: false, isGroup: true },
  { code: 'moved-institution', parent: 'moved', needsComment: false, isGroup: false },
  { code: 'other', parent: null, needsComment: true, isGroup: false },
];

test('a reason with sub-reasons is not precise enough', () => expect(problemOfEnding(reasons, 'moved', '')).toBe('group'));
test('a sub-reason is', () => expect(problemOfEnding(reasons, 'moved-institution', '')).toBeNull());
test('another reason needs a comment', () => {
  expect(problemOfEnding(reasons, 'other', '  ')).toBe('comment');
  expect(problemOfEnding(reasons, 'other', 'Tiesas lēmums')).toBeNull();
});
test('an unknown reason is refused', () => expect(problemOfEnding(reasons, 'nothing', 'x')).toBe('unknown'));
