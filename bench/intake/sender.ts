import { Agent, request } from 'node:http';
import { answerTask } from '../measuring/child.js';
import { timingsOf } from '../measuring/timings.js';
import { classOf, codeOf, type Nation, PERIODS, regNrOf, YEAR } from './schools.js';

export interface SendTask {
  readonly port: number;
  readonly token: string;
  readonly nation: Nation;
  readonly from: number;
  readonly to: number;
  readonly connections: number;
}

export interface SendAnswer {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Processor time of sending, in microseconds. */
  readonly processor: number;
  readonly taken: number;
  readonly answered: number;
  readonly timings: ReturnType<typeof timingsOf>;
}

/** Every so many rows one is wrong: a value off the scale, a code of nobody, a name that nobody knows. */
const WRONG_EVERY = 200;

/** Sends the marks of a year, one school a request, over connections that stay open. Bodies are made before the clock starts. */
answerTask<SendTask>(async ({ port, token, nation, from, to, connections }): Promise<SendAnswer> => {
  const batches = Array.from({ length: to - from }, (_, at) => ({ school: from + at, body: bodyOf(nation, from + at) }));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const durations: number[] = [];
  const total = { rows: 0, bytes: 0, taken: 0, answered: 0 };
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const waiting = [...batches];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const sent = performance.now();
        const answer = await send(agent, port, token, next.school, next.body);
        durations.push(performance.now() - sent);
        total.rows += answer.rows;
        total.bytes += next.body.length;
        total.taken += answer.taken;
        total.answered += answer.answers.length;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  return { ...total, seconds, processor: user + system, timings: timingsOf(durations) };
});

function bodyOf(nation: Nation, school: number): Buffer {
  const lines: string[] = [];
  for (let pupil = 0; pupil < nation.pupils; pupil += 1) {
    const [code, title] = [codeOf(school, pupil, nation), classOf(pupil)];
    for (const subject of nation.subjects) {
      for (const period of PERIODS) {
        const n = lines.length;
        const row = { record: `${code}-${subject}-${period}`, pupil: code, familyName: 'Paraugs', class: title, subjectId: subject, period, value: String(4 + ((n * 7 + school) % 7)) };
        lines.push(JSON.stringify(n % WRONG_EVERY === 0 ? wrong(row, n / WRONG_EVERY) : row));
      }
    }
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

function wrong(row: { record: string; subjectId: number }, n: number): object {
  if (n % 3 === 0) return { ...row, value: '11' };
  if (n % 3 === 1) return { ...row, pupil: '92999999999' };
  return { ...row, subjectId: undefined, subject: 'Svešvaloda (angļu)' };
}

const send = (agent: Agent, port: number, token: string, school: number, body: Buffer): Promise<{ rows: number; taken: number; answers: unknown[] }> =>
  new Promise((resolve, reject) => {
    const path = `/api/intake/batches?institution=${regNrOf(school)}&year=${YEAR}&kind=mark`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', 'content-length': body.length, 'idempotency-key': `bench-${school}` };
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const words = Buffer.concat(parts).toString();
        if (answer.statusCode === 200) resolve(JSON.parse(words) as never);
        else reject(new Error(`${answer.statusCode} ${words.slice(0, 300)}`));
      });
    });
    asked.on('error', reject).end(body);
  });
