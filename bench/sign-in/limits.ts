import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Result } from '../measuring/result.js';
import { repeatFor } from '../measuring/timings.js';
import { pgbench } from '../platform/pgbench.js';

const signed = promisify(sign) as (algorithm: string, data: Buffer, key: KeyObject) => Promise<Buffer>;

/** How many ID tokens could be signed if nothing else were to be done; beside it the curve that programs may not know. */
export async function signaturesAlone(seconds: number): Promise<Result> {
  const claims = randomBytes(400);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const ours = await repeatFor(seconds, 4, () => signed('sha256', claims, rsa));
  const beside = await repeatFor(seconds, 4, () => signed('sha256', claims, curve));
  return { what: 'limit: RS256 signatures alone, 4 at once', ours: ours.perSecond, unit: 'signatures/s', beside: { name: 'ES256', value: beside.perSecond } };
}

/** How often the database could do what one sign-in sends to it; everything new gets another random name each time. */
export async function statementsAlone(url: string, recorded: readonly string[], seconds: number): Promise<Result> {
  const statements = lastSignIn(recorded).map((statement) => (/^\s*with\b/i.test(statement) ? withNewHashes(statement) : statement));
  const perSecond = await pgbench({ url, statements, clients: 16, seconds });
  return { what: `limit: a sign-in’s ${statements.length} statements alone, by pgbench`, ours: perSecond, unit: 'sign-ins/s' };
}

/** The same with another random hash in place of each at each use, but one that stands in several places stays one. */
function withNewHashes(statement: string): string {
  const hashes = [...new Set(statement.match(/\b[0-9a-f]{64}\b/g))];
  const random = (hash: string) => `encode(sha256(convert_to(statement_timestamp() || ' ' || pg_backend_pid() || ' ${hashes.indexOf(hash)}', 'UTF8')), 'hex')`;
  return statement.replaceAll(/E'(?:[^']|'')*'/g, (quoted) => `(${quoted.replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => `' || ${random(hash)} || E'`)})`);
}

/** Of the statements of many sign-ins one after the other, those of the last whole one; each begins with who is signed in. */
function lastSignIn(statements: readonly string[]): readonly string[] {
  const begins = statements.flatMap((statement, at) => (statement.includes('from authentication.session') ? [at] : []));
  const [from, to] = begins.slice(-2);
  if (from === undefined || to === undefined) throw new Error('no two sign-ins were recorded');
  return statements.slice(from, to);
}
