import { expect, test } from 'vitest';
import { BadQuery, MOST, readQuery } from './rest-query.js';

test('a query is read into columns of the CSV binding', () => {
  expect(readQuery('results', { limit: '20', offset: '40', sort: 'dateLastModified', orderBy: 'desc', filter: "student.sourcedId='x' AND score>='4'", fields: 'sourcedId,score' })).toEqual({
    limit: 20, offset: 40, sort: { column: 'dateLastModified', kind: 'instant', descends: true }, fields: ['sourcedId', 'score'],
    filter: { joinedBy: 'and', conditions: [{ column: 'studentSourcedId', kind: 'words', operator: '=', value: 'x' }, { column: 'score', kind: 'number', operator: '>=', value: '4' }] },
  });
  expect(readQuery('users', { filter: "familyName~'o''hara' OR givenName='AND b'" }).filter).toMatchObject({ joinedBy: 'or', conditions: [{ value: "o'hara" }, { value: 'AND b' }] });
});

test('nobody gets more at once than the limit allows', () => {
  expect([readQuery('users', {}).limit, readQuery('users', { limit: '1000000' }).limit, readQuery('users', { limit: '0' }).limit]).toEqual([100, MOST, 1]);
});

test.each([
  ["password='x'"], ["white='true'"], ["score='many'"], ["scoreDate='yesterday'"], ["score='1' AND score='2' OR score='3'"], ['score=1'], ["score='1'; drop table marks.mark --"], ["sourcedId='x' AND"],
])('the filter %s is refused', (filter) => expect(() => readQuery('results', { filter })).toThrow(BadQuery));
