import { demoUsers } from '#modules/access/public.js';
import type { Config } from './config.js';

/** What a newcomer needs after the start: the address, where to look first, and a user per role. */
export function welcome(config: Config, address: string | null, tell: (line: string) => void): void {
  if (!address) return tell('Vienkopus works in the background (MODE=worker).');
  tell(`\nVienkopus: ${address.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost')}`);
  if (config.DATA === 'none') return;
  const users = demoUsers();
  const width = Math.max(...users.map((user) => user.login.length));
  tell(`\nDemo users (password of all: ${users[0]?.password ?? ''}):`);
  for (const { login, role } of users) tell(`  ${login.padEnd(width)}  ${role.en} (${role.lv})`);
  const { SIMULATED_JOURNALS: journals } = config.outside;
  if (journals) tell(`\nTwo made-up e-journals that send marks at the press of a button: ${journals}; the first day in four steps: /marks/first-day`);
  tell('\nCtrl-C ends it.');
}
