import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import * as openid from 'openid-client';

interface Entered {
  readonly subject: string;
  readonly name: string | undefined;
  readonly refreshed: boolean;
}

/** A one-time ticket that stands for the person's password in an old program on this computer. */
type GiveTicket = (oldProgramId: string) => Promise<string>;

interface Wishes {
  readonly issuer: URL;
  readonly clientId: string;
  /** Opens the person's browser at an address. */
  readonly openBrowser: (address: string) => void;
}

/**
 * An installed program as RFC 8252 advises: it opens the person's own browser, listens on a free port of the loopback address
 * for the answer, and proves by PKCE that the answer is its own. Its tokens are bound to a key it keeps (DPoP, RFC 9449).
 */
async function enter({ issuer, clientId, openBrowser }: Wishes): Promise<{ entered: Entered; giveTicket: GiveTicket }> {
  const config = await openid.discovery(issuer, clientId, undefined, openid.None(), { execute: issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [] });
  const DPoP = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair());
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const listening = await listen();
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: listening.address,
    scope: 'openid profile offline_access',
    prompt: 'consent',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  openBrowser(address.href);
  const tokens = await openid.authorizationCodeGrant(config, await listening.answer, { pkceCodeVerifier: verifier, expectedState: state, idTokenExpected: true }, undefined, { DPoP });
  const { sub } = tokens.claims()!;
  const about = await openid.fetchUserInfo(config, tokens.access_token, sub, { DPoP });
  const next = await openid.refreshTokenGrant(config, tokens.refresh_token!, undefined, { DPoP });
  return { entered: { subject: sub, name: about.name, refreshed: next.refresh_token !== tokens.refresh_token }, giveTicket };

  async function giveTicket(oldProgramId: string): Promise<string> {
    const asked = JSON.stringify({ client_id: oldProgramId, host: hostname() });
    const answer = await openid.fetchProtectedResource(config, next.access_token, new URL(`${issuer.href}/ticket`), 'POST', asked, new Headers({ 'content-type': 'application/json' }), { DPoP }).catch(refusalOf);
    if (!answer.ok) throw new Error(`no ticket was given: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { ticket: string }).ticket;
  }
}

/** The library throws where an answer says with what to come again: the answer itself says why. */
function refusalOf(error: unknown): Response {
  if (error instanceof openid.WWWAuthenticateChallengeError) return error.response;
  throw error;
}

/** Starts the old program and puts the ticket into its password field; never on the command line, which others on the computer can read. */
async function startOldProgram(command: string, ticket: string): Promise<void> {
  const program = spawn(process.execPath, [command], { stdio: ['pipe', 'inherit', 'inherit'] });
  program.stdin.end(`${ticket}\n`);
  await new Promise<void>((resolve, reject) => program.once('error', reject).once('exit', () => resolve()));
}

/** Waits for one answer on the loopback address and tells the person to come back. */
async function listen(): Promise<{ address: string; answer: Promise<URL> }> {
  let heard: (answer: URL) => void;
  const answer = new Promise<URL>((resolve) => (heard = resolve));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (url.pathname !== '/atpakal') return void response.writeHead(404).end();
    const heading = url.searchParams.has('code') ? 'Jūs esat ienācis' : 'Ieiet neizdevās';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(`<!doctype html><html lang="lv"><title>Paraugs</title><h1>${heading}</h1><p>Atgriezieties programmā; šo lapu var aizvērt.</p></html>`);
    server.close();
    heard(url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/atpakal`, answer };
}

const { ISSUER, CLIENT_ID, OLD_PROGRAM_ID, OLD_PROGRAM } = process.env;
if (!ISSUER || !CLIENT_ID) throw new Error('set ISSUER (such as http://localhost:3000/oidc) and CLIENT_ID (from the page of the program)');

// A real program would start the browser; this one prints where it would lead, so that a person or a test can follow.
const { entered, giveTicket } = await enter({ issuer: new URL(ISSUER), clientId: CLIENT_ID, openBrowser: (address) => console.log(`OPEN ${address}`) }).catch((error: unknown) => {
  // Refused by the person, or asked for what the program is not registered for.
  if (!(error instanceof openid.AuthorizationResponseError)) throw error;
  console.log(`REFUSED ${error.error}: ${error.error_description ?? ''}`);
  process.exit(1);
});
console.log(`ENTERED ${JSON.stringify(entered)}`);

if (OLD_PROGRAM_ID && OLD_PROGRAM) await startOldProgram(OLD_PROGRAM, await giveTicket(OLD_PROGRAM_ID));
