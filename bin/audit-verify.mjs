#!/usr/bin/env node
// Checks an export of the audit log: node bin/audit-verify.mjs [file] [--expect <hash>]; without a file it reads standard input.
// Each line is: number, tab, hash in hex, tab, text. The hash of a line is SHA-256 of the bytes of the hash before it and
// the UTF-8 text; before the first line stands nothing; the numbers go up by one from 1. On purpose it uses none of the program's code.
import { hash as digest } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';

const NEWLINE = 10;
const TAB = 9;
const HASH_LENGTH = 64;
const EMPTY = Buffer.alloc(0);

/** Follows the chain over chunks of bytes; throws a Break at the first line that does not fit. */
async function verify(chunks) {
  const chain = { line: 0, seq: 0, hash: '' };
  let rest = EMPTY;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      follow(chain, bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) throw new Break(chain.line + 1, 'the last line is cut off: it has no line end');
  return chain;
}

function follow(chain, bytes) {
  chain.line += 1;
  const tab = bytes.indexOf(TAB);
  const hashEnd = tab + 1 + HASH_LENGTH;
  const number = bytes.toString('latin1', 0, Math.max(tab, 0));
  if (!/^[1-9]\d*$/.test(number) || bytes[hashEnd] !== TAB) throw new Break(chain.line, 'not a line of an audit export');
  const seq = Number(number);
  if (seq !== chain.seq + 1) throw new Break(chain.line, `entry ${chain.seq + 1} was expected here, but this is entry ${number}`);
  const claimed = bytes.toString('latin1', tab + 1, hashEnd);
  const hash = digest('sha256', Buffer.concat([Buffer.from(chain.hash, 'hex'), bytes.subarray(hashEnd + 1)]), 'hex');
  if (hash !== claimed) {
    throw new Break(chain.line, `entry ${number} does not fit its hash: it or an entry before it was changed, or its hash was`);
  }
  chain.seq = seq;
  chain.hash = hash;
}

/** The chain itself is not as it was. Everything else that goes wrong says nothing about it. */
class Break extends Error {
  constructor(line, what) {
    super(line === null ? what : `line ${line}: ${what}`);
  }
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { expect: { type: 'string' } } });
  const [file] = positionals;
  const { seq, hash } = await verify(file ? createReadStream(file, { highWaterMark: 1 << 20 }) : process.stdin);
  console.log(`${seq} entries, final hash ${hash || '(none)'}`);
  if (!values.expect) return console.log('Entries missing at the end do not show: compare number and hash with those noted elsewhere (--expect <hash>).');
  if (values.expect.toLowerCase() !== hash) throw new Break(null, `the final hash should be ${values.expect}: entries are missing at the end, or the whole chain was made anew`);
}

try {
  await main();
} catch (error) {
  const isBroken = error instanceof Break;
  console.error(isBroken ? `BROKEN: ${error.message}` : `Not checked: ${error.message}`);
  process.exitCode = isBroken ? 1 : 2;
}
