import { expect, test } from 'vitest';
import { readIdentifier } from './identifier.js';

/** The examples of viss.gov.lv ("1.6 Autentifikācijas un autorizācijas informācijas sniedzēji"). */
test.each([
  ['PK:10098610000', { actor: '10098610000', onBehalfOf: null, capacity: 'self' }],
  ['AU:100001-PK:10098610000', { actor: '10098610000', onBehalfOf: { kind: 'institution', id: '100001' }, capacity: 'official' }],
  ['PK:07017010000-UR:40003627089', { actor: '07017010000', onBehalfOf: { kind: 'company', id: '40003627089' }, capacity: 'signatory' }],
  ['AU:100001', { actor: null, onBehalfOf: { kind: 'institution', id: '100001' }, capacity: 'system' }],
  ['DP:01127612344-PK:07017010000', { actor: '07017010000', onBehalfOf: { kind: 'person', id: '01127612344' }, capacity: 'attorney' }],
  ['DP:40003627089-PK:07017010000', { actor: '07017010000', onBehalfOf: { kind: 'company', id: '40003627089' }, capacity: 'attorney' }],
  ['DP:100001-PK:07017010000', { actor: '07017010000', onBehalfOf: { kind: 'institution', id: '100001' }, capacity: 'attorney' }],
  ['DP:44103012345-PK:07017010000', { actor: '07017010000', onBehalfOf: { kind: 'company', id: '44103012345' }, capacity: 'attorney' }],
  ['PK:32345678901', { actor: '32345678901', onBehalfOf: null, capacity: 'self' }],
])('%s is read', (words, acting) => {
  expect(readIdentifier(words)).toEqual(acting);
});

test.each(['', 'PK:', 'PK:123', 'PK:00000000000', 'veiders@inbox.lv', 'UR:40003627089', 'PK:10098610000-PK:07017010000', 'AU:100001-PK:10098610000-UR:40003627089', 'pk:10098610000', 'DP:100001', 'PK:10098610000 '.repeat(2)])(
  '"%s" is nobody’s identifier',
  (words) => {
    expect(readIdentifier(words)).toBeNull();
  },
);
