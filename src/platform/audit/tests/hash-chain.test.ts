import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { olderTransactionsEnded } from '#test/older-transactions.js';
import { systemActor } from '../../actions/actor.js';
import { sql } from '../../db/sql.js';
import { exportAudit } from '../export-audit.js';
import { sealAudit } from '../seal-audit.js';
import { writeAudit } from '../write-audit.js';

const PROGRAM = fileURLToPath(new URL('../../../../bin/audit-verify.mjs', import.meta.url));

function verify(exported: string | Buffer, ...options: string[]): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...options], { input: exported });
  return { ok: status === 0, said: `${stdout}${stderr}` };
}

/** A chain made here, apart from the database, as the format says. */
function chainOf(bodies: readonly string[]): string[] {
  let hash = Buffer.alloc(0);
  return bodies.map((body, at) => {
    hash = createHash('sha256').update(hash).update(body, 'utf8').digest();
    return `${at + 1}\t${hash.toString('hex')}\t${body}\n`;
  });
}

const bodies = fc.array(fc.json({ maxDepth: 1 }), { minLength: 2, maxLength: 6 });
const RUNS = { numRuns: 25 };

describe('a stranger’s check of an export', () => {
  it('accepts a whole chain and tells its end', () => {
    fc.assert(
      fc.property(bodies, (texts) => {
        const lines = chainOf(texts);
        const last = lines.at(-1)!.split('\t')[1]!;
        expect(verify(lines.join(''), '--expect', last)).toEqual({ ok: true, said: `${texts.length} entries, final hash ${last}\n` });
      }),
      RUNS,
    );
  });

  it('finds any one flipped bit', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(7), (texts, place, bit) => {
        const bytes = Buffer.from(chainOf(texts).join(''));
        const at = place % bytes.length;
        bytes[at] = bytes[at]! ^ (1 << bit);
        expect(verify(bytes).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a removed, repeated or moved line and names the first wrong one', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.constantFrom('remove', 'repeat', 'swap'), (texts, place, how) => {
        const lines = chainOf(texts);
        const at = place % (lines.length - 1);
        const [here, next] = [lines[at]!, lines[at + 1]!];
        lines.splice(at, 2, ...{ remove: [next], repeat: [here, here, next], swap: [next, here] }[how]);
        const { ok, said } = verify(lines.join(''));
        expect({ ok, line: said.match(/line (\d+)/)?.[1] }).toEqual({ ok: false, line: String(how === 'repeat' ? at + 2 : at + 1) });
      }),
      RUNS,
    );
  });

  it('finds entries missing at the end by the expected hash', () => {
    const lines = chainOf(['{"a":1}', '{"b":2}']);
    expect(verify(lines[0]!, '--expect', lines[1]!.split('\t')[1]!).ok).toBe(false);
    expect(verify(lines.join('').slice(0, -1)).said).toContain('cut off');
  });
});

describe('the sealed log', () => {
  let t: TestPlatform;
  beforeAll(async () => {
    t = await testPlatform();
  });
  afterAll(() => t.close());

  const write = (action: string) =>
    t.database.transaction((tx) =>
      writeAudit(tx, {
        at: t.platform.clock.now(), actor: systemActor('test'), acting: null, action, outcome: 'done', reason: 'Ķēde\tar\nrindām', subjects: [], facts: { n: 1 }, requestId: null,
      }),
    );
  const exported = async () => {
    const lines: string[] = [];
    for await (const line of exportAudit(t.database.read)) lines.push(line);
    return lines.join('');
  };

  it('goes on from where it was sealed before, and its export checks', async () => {
    for (const action of ['a', 'b', 'c']) await write(action);
    await olderTransactionsEnded(t.database);
    const before = await sealAudit(t.database);
    expect(before).toBeGreaterThanOrEqual(3);
    await write('d');
    await olderTransactionsEnded(t.database);
    expect(await sealAudit(t.database)).toBe(1);
    expect(await sealAudit(t.database)).toBe(0);
    expect(verify(await exported())).toMatchObject({ ok: true, said: expect.stringContaining(`${before + 1} entries`) });
  });

  it('is written to a file by `npm run export-audit`, once, for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vienkopus-export-'));
    const file = join(folder, 'audit.tsv');
    const command = () => spawnSync(process.execPath, ['dist/export-audit.js', file], { env: { ...process.env, NODE_ENV: 'development', MODE: 'all', DATABASE_URL: t.ownerUrl, DATA_DIR: folder }, encoding: 'utf8' });
    expect(command()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`bin/audit-verify.mjs ${file}`) });
    expect(await readFile(file, 'utf8')).toBe(await exported());
    expect([(await stat(file)).mode & 0o777, command().status]).toEqual([0o600, 1]);
    await rm(folder, { recursive: true });
  });

  it('does not link past a transaction that is still open', async () => {
    await olderTransactionsEnded(t.database);
    await sealAudit(t.database);
    await t.database.transaction(async (open) => {
      await open.run(sql`select pg_current_xact_id()`);
      await write('later');
      expect(await sealAudit(t.database)).toBe(0);
    });
    await olderTransactionsEnded(t.database);
    expect(await sealAudit(t.database)).toBe(1);
  });
});
