import { expect, test } from 'vitest';
import { relyingParty } from './relying-party.js';

test('in production only the public address counts', () => {
  expect(relyingParty({ publicUrl: 'https://vienkopus.example', production: true }, 'http://localhost:3000')).toEqual({ id: 'vienkopus.example', origins: ['https://vienkopus.example'] });
});

test('elsewhere any port of this machine does, and no other host', () => {
  const settings = { publicUrl: 'http://localhost:3000', production: false };
  expect(relyingParty(settings, 'http://localhost:41237').origins).toEqual(['http://localhost:3000', 'http://localhost:41237']);
  expect(relyingParty(settings, 'https://evil.example').origins).toEqual(['http://localhost:3000']);
});
