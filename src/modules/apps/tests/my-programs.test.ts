import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from './browser.js';
import { type ListeningProgram, listeningProgram } from './program.js';
import { webProgram } from './web-program.js';

let t: ListeningProgram;

beforeAll(async () => {
  t = await listeningProgram();
});
afterAll(() => t.close());

test('a person sees the programs that hold tokens, takes one back, and its tokens end at once', async () => {
  const [kept, left] = [await webProgram(t), await webProgram(t)];
  const person = browserOf(t);
  const { tokens } = await left.enter(person, 'registrators', { scope: 'openid offline_access', prompt: 'consent' });
  const { tokens: others } = await kept.enter(person, 'registrators', { scope: 'openid offline_access', prompt: 'consent' });
  const page = await person.open('/my/programs');
  expect(page.body.match(/action="\/my\/programs\/take-back"/g)).toHaveLength(2);

  const before = await openid.refreshTokenGrant(left.config, tokens.refresh_token!);
  await person.send(page, { id: left.id }, '/my/programs/take-back');
  await expect(openid.refreshTokenGrant(left.config, before.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(openid.fetchUserInfo(left.config, before.access_token, tokens.claims()!.sub)).rejects.toThrow();
  expect((await openid.refreshTokenGrant(kept.config, others.refresh_token!)).access_token).toBeTruthy();
  expect((await person.open('/my/programs')).body.match(/action="\/my\/programs\/take-back"/g)).toHaveLength(1);
});
