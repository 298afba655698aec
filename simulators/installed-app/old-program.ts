import { hostname } from 'node:os';
import { createInterface } from 'node:readline';

/**
 * An old program as it has always been: it has a field for a password, and posts what stands in it to its server with the name
 * of the computer. It knows nothing of tickets; here the password field is its standard input.
 */
const { OLD_SERVER } = process.env;
if (!OLD_SERVER) throw new Error('set OLD_SERVER (the address at which the old program’s server takes passwords)');

for await (const password of createInterface({ input: process.stdin })) {
  const answer = await fetch(OLD_SERVER, { method: 'POST', body: new URLSearchParams({ user: process.env['USER'] ?? '', password, computer: hostname() }) });
  console.log(`${answer.ok ? 'WORKING' : 'REFUSED'} ${await answer.text()}`);
}
