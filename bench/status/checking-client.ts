import { connect, type Socket } from 'node:net';
import { answerTask } from '../measuring/child.js';
import { timingsOf, type Timings } from '../measuring/timings.js';

export interface CheckingTask {
  readonly port: number;
  readonly token: string;
  /** Checks a second, sent when their time has come whether or not earlier ones are answered. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
  /** About whom, in turn; the first `warmUp` seconds are not measured. */
  readonly bodies: readonly string[];
  readonly warmUp: number;
}

export interface CheckingAnswer {
  readonly perSecond: number;
  /** From the moment a check was due, so that waiting behind slow ones counts. */
  readonly timings: Timings;
  readonly failed: number;
}

/** Asks at an even pace, as many systems at once do, on connections that stay open; each takes the next check that is due. */
answerTask<CheckingTask>(async ({ port, token, perSecond, seconds, connections, bodies, warmUp }): Promise<CheckingAnswer> => {
  const durations: number[] = [];
  let failed = 0;
  const begun = performance.now();
  const total = perSecond * seconds;
  /** A server that cannot keep the pace is not waited for any longer. */
  const end = begun + 2_000 * seconds;
  let next = 0;
  let lastAnswer = begun;
  async function keepChecking(): Promise<void> {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay();
    await new Promise((resolve, reject) => void socket.once('connect', resolve).once('error', reject));
    while (next < total && performance.now() < end) {
      const number = next++;
      const due = begun + (number * 1_000) / perSecond;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const ok = await check(socket, request(token, bodies[number % bodies.length]!));
      lastAnswer = performance.now();
      if (!ok) failed += 1;
      else if (number >= warmUp * perSecond) durations.push(lastAnswer - due);
    }
    socket.end();
  }
  await Promise.all(Array.from({ length: connections }, keepChecking));
  return { perSecond: (next * 1_000) / (lastAnswer - begun), timings: timingsOf(durations), failed };
});

const request = (token: string, body: string): string =>
  `POST /api/education/status HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** Sends one request and tells whether its whole answer was a 200. */
const check = (socket: Socket, words: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const take = (bytes: Buffer) => {
      answer += bytes.toString('latin1');
      const head = answer.indexOf('\r\n\r\n');
      if (head < 0 || answer.length < head + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1])) return;
      socket.off('data', take).off('error', reject);
      resolve(answer.startsWith('HTTP/1.1 200'));
    };
    socket.on('data', take).once('error', reject);
    socket.write(words);
  });
