import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { ask, fetchEntered } from './call.js';

test('an answer is read no further than its limit, and an entered address on this machine is asked outside production only', async () => {
  let poured = 0;
  const server = createServer((_, response) => {
    const pour = () => {
      for (let more = true; more && poured < 50_000_000 && !response.destroyed; poured += 65_536) more = response.write(Buffer.alloc(65_536, ' '));
      if (poured >= 50_000_000) response.end();
    };
    response.on('drain', pour);
    pour();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    expect(await ask(fetch, address, { withinMs: 5_000 })).toEqual({ status: 200, json: undefined });
    expect(poured).toBeLessThan(50_000_000);
    await expect(ask(fetchEntered(false), address, { withinMs: 5_000 })).rejects.toMatchObject({ cause: { cause: { message: 'the answer is too large' } } });
    const before = poured;
    await expect(ask(fetchEntered(true), address, { withinMs: 5_000 })).rejects.toMatchObject({ cause: { cause: { message: 'the address leads where no call may go' } } });
    expect(poured).toBe(before);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
