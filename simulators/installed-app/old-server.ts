import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The server of an old program. All that changes in it: where it compared a password with its own table, it asks Vienkopus
 * whose ticket this is. Whom it knows as `sub` it has learnt once, when the person’s old account was joined.
 */
const { ISSUER, CLIENT_ID, CLIENT_SECRET, PORT = '0' } = process.env;
if (!ISSUER || !CLIENT_ID || !CLIENT_SECRET) throw new Error('set ISSUER, CLIENT_ID and CLIENT_SECRET (from the page of the program)');

/** Who a ticket stands for; nothing where it stands for nobody. */
async function whose(ticket: string, host: string): Promise<{ sub: string; name?: string } | undefined> {
  const authorization = `Basic ${btoa(`${encodeURIComponent(CLIENT_ID!)}:${encodeURIComponent(CLIENT_SECRET!)}`)}`;
  const answer = await fetch(`${ISSUER}/ticket/exchange`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ ticket, host }) });
  return answer.ok ? ((await answer.json()) as { sub: string; name?: string }) : undefined;
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += String(part);
  const form = new URLSearchParams(body);
  const person = await whose(form.get('password') ?? '', form.get('computer') ?? '');
  response.writeHead(person ? 200 : 401, { 'content-type': 'text/plain; charset=utf-8' }).end(person ? `as ${person.name ?? person.sub}` : 'wrong user name or password');
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`LISTENING http://127.0.0.1:${(server.address() as AddressInfo).port}/login`));
