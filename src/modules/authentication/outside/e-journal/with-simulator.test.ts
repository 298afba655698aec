import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock, systemClock } from '#kernel/clock.js';
import { type EJournalSimulator, startEJournal } from '../../../../../simulators/e-journal/simulator.js';
import { isRefusal } from '../proving.js';
import { eJournalOf } from './e-journal.js';

const clock = systemClock();
const ELZA = { givenName: 'Elza', familyName: 'Paraugs', code: '41102883858' };
const RETURN_TO = 'https://vienkopus.example/sign-in/outside/e-klase/return';
let journals: EJournalSimulator[];

beforeAll(async () => {
  journals = await Promise.all([
    startEJournal({ port: 0, id: 'e-klase', title: 'E-klase', people: [ELZA], clock }),
    startEJournal({ port: 0, id: 'mykoob', title: 'Mykoob', people: [ELZA], clock }),
  ]);
});
afterAll(() => Promise.all(journals.map((journal) => journal.stop())));

async function signedIn(journal: EJournalSimulator, who: Record<string, string>, now = clock) {
  const provider = eJournalOf(journal.settings, fetch);
  const began = await provider.begin({ returnTo: RETURN_TO, lang: 'lv', now: now.now() });
  if (isRefusal(began)) throw new Error(began.reason);
  const asked = new URL(began.address);
  expect(await (await fetch(asked)).text()).toContain('Elza Paraugs');
  const answer = await fetch(asked.origin + asked.pathname, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), ...who }) });
  const back = new URL(answer.headers.get('location')!);
  return provider.finish(JSON.parse(JSON.stringify(began.state)), Object.fromEntries(back.searchParams), now.now());
}

test('a pupil is proven by either journal, at the level of one factor, as a subject of that journal', async () => {
  const outcomes = await Promise.all(journals.map((journal) => signedIn(journal, { person: ELZA.code, role: 'pupil' })));
  expect(outcomes[0]).toMatchObject({ kind: 'proven', proof: { method: 'e-journal', issuer: journals[0]!.address, personCode: ELZA.code, name: 'Elza Paraugs', level: 'low', amr: ['pwd'], evidence: { school_reg_nr: '9900000004' } } });
  const subjects = outcomes.map((outcome) => (outcome.kind === 'proven' ? outcome.proof.subject : ''));
  expect(new Set(subjects).size).toBe(2);
});

test('a teacher’s account in the journal is not let in, and who refuses is told so', async () => {
  expect(await signedIn(journals[0]!, { person: ELZA.code, role: 'teacher' })).toMatchObject({ kind: 'refused', reason: 'not-meant-for', whose: { personCode: ELZA.code } });
  expect(await signedIn(journals[0]!, { person: 'refuse' })).toEqual({ kind: 'refused', reason: 'user-refused' });
});

test('a demonstration whose clock is moved agrees with journals whose clock is moved alike', async () => {
  const then = fixedClock('2021-06-30T12:00:00Z');
  const journal = await startEJournal({ port: 0, id: 'e-klase', title: 'E-klase', people: [ELZA], clock: then });
  try {
    expect(await signedIn(journal, { person: ELZA.code, role: 'pupil' }, then)).toMatchObject({ kind: 'proven' });
    expect(await signedIn(journal, { person: ELZA.code, role: 'pupil' })).toEqual({ kind: 'refused', reason: 'bad-token' });
  } finally {
    await journal.stop();
  }
});
