import { connect } from 'node:net';
import { answerTask } from '../measuring/child.js';
import { type Timings, timingsOf } from '../measuring/timings.js';

export interface LoadTask {
  readonly port: number;
  /** A whole HTTP/1.1 request; it is sent again on each connection as soon as its answer is there. */
  readonly request: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadAnswer {
  readonly perSecond: number;
  readonly timings: Timings;
}

/** Asks one server on this machine as fast as it answers, on connections that stay open; any status but 200 is a failure. */
answerTask<LoadTask>(async ({ port, request, connections, seconds }): Promise<LoadAnswer> => {
  const durations: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => keepAsking(port, Buffer.from(request), until, durations)));
  return { perSecond: (durations.length * 1000) / (performance.now() - begun), timings: timingsOf(durations) };
});

/** Over a bare socket: on a small machine a full HTTP client would take the processor from the server it measures. */
function keepAsking(port: number, request: Buffer, until: number, durations: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let asked = 0;
    let answer = Buffer.alloc(0);
    const ask = () => {
      asked = performance.now();
      answer = Buffer.alloc(0);
      socket.write(request);
    };
    socket.setNoDelay();
    socket.on('connect', ask).on('error', reject).on('close', () => (performance.now() < until ? reject(new Error('the server closed a connection')) : resolve()));
    socket.on('data', (bytes) => {
      answer = answer.length > 0 ? Buffer.concat([answer, bytes]) : bytes;
      if (!isWhole(answer)) return;
      if (!answer.toString('latin1', 0, 12).endsWith(' 200')) return void socket.destroy(new Error(answer.toString('utf8')));
      const now = performance.now();
      durations.push(now - asked);
      if (now < until) ask();
      else socket.end();
    });
  });
}

/** Our server always says how long an answer is. */
function isWhole(answer: Buffer): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer.toString('latin1', 0, headEnd))?.[1]);
  return answer.length >= headEnd + 4 + length;
}
