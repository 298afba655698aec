import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createPlain } from 'node:net';
import * as openid from 'openid-client';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoProgram } from '../setup/demo-program.js';
import { holdToStandards, signIn, withBrowser } from './browser.js';
import { ownProgram } from './own-program.js';

const people = withBrowser();
let program: DemoProgram;
let address: string;
let portal: { server: Server; origin: string };

/** A program of its own, since the provider must say of itself where it really is. */
beforeAll(async () => {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  program = await ownProgram({ PORT: String(port), PUBLIC_URL: address });
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang="lv"><title>Portāls</title><h1>Portāls</h1></html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  portal = { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}, 240_000);
afterAll(async () => {
  portal.server.close();
  await program.stop();
});

async function freePort(): Promise<number> {
  const server = createPlain();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The word beside a name on a page of facts. */
const factOf = async (page: Page, name: string) => (await page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]').innerText()).trim();

/** Registers a program and gives what it needs, which is shown this once. */
async function register(page: Page, kind: string, fill: (page: Page) => Promise<void>) {
  await page.goto(`/apps/new/${kind}`);
  await page.getByLabel('Nosaukums latviski').fill(`Pārbaudes lietotne (${kind})`);
  await page.getByLabel('Nosaukums angliski').fill(`Test program (${kind})`);
  await fill(page);
  await page.getByRole('button', { name: 'Reģistrēt' }).click();
  await page.getByRole('heading', { name: 'Lietotnes pieejas dati' }).waitFor();
  await holdToStandards(page);
  return factOf(page, 'Identifikators');
}

const discover = (id: string, how: openid.ClientAuth) => openid.discovery(new URL(`${address}/oidc`), id, undefined, how, { execute: [openid.allowInsecureRequests] });

test('an administrator registers a program; a person enters it in a real browser, sees what is handed over, and signs out of all', async () => {
  const administrator = await people.signedIn('pasvaldibas.administrators', { address });
  await administrator.goto('/apps/new/web');
  await administrator.getByRole('button', { name: 'Reģistrēt' }).click();
  expect(await administrator.locator('.error-summary').count()).toBe(1);
  await holdToStandards(administrator);
  const id = await register(administrator, 'web', async (page) => {
    await page.getByLabel('Atgriešanās adreses').fill(`${portal.origin}/atpakal`);
    await page.getByLabel('Adreses pēc izrakstīšanās').fill(`${portal.origin}/ara`);
    await page.getByLabel('Vārds un uzvārds').check();
  });
  const secret = await factOf(administrator, 'Noslēpums');
  await administrator.getByRole('link', { name: 'Uz lietotnes kartīti' }).click();
  await holdToStandards(administrator);
  expect(await administrator.content()).not.toContain(secret);

  const config = await discover(id, openid.ClientSecretBasic(secret));
  const verifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(config, { redirect_uri: `${portal.origin}/atpakal`, scope: 'openid profile', code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' });
  const person = await people.visitor({ address });
  await person.goto(url.href);
  await signIn(person, 'lietvedis');
  await person.getByRole('heading', { name: /Ieiet lietotnē/ }).waitFor();
  await holdToStandards(person);
  await person.getByRole('button', { name: 'Nodot un ieiet' }).click();
  await person.waitForURL(new RegExp(`^${portal.origin}/atpakal`));
  const tokens = await openid.authorizationCodeGrant(config, new URL(person.url()), { pkceCodeVerifier: verifier, idTokenExpected: true });
  expect((await openid.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub)).name).toBe('Dace Rakstvede');

  await person.goto(openid.buildEndSessionUrl(config, { id_token_hint: tokens.id_token!, post_logout_redirect_uri: `${portal.origin}/ara` }).href);
  await holdToStandards(person);
  await person.getByRole('button', { name: 'Izrakstīties no visām' }).click();
  await person.waitForURL(`${portal.origin}/ara`);
  await person.goto(`${address}/my/sessions`);
  expect(await person.locator('h1').innerText()).toBe('Sesija ir beigusies');
});

test('a code typed by a person lets a device in, without script and on a phone too', async () => {
  const administrator = await people.signedIn('pasvaldibas.administrators', { address });
  const id = await register(administrator, 'device', async () => undefined);
  const config = await discover(id, openid.None());
  for (const window of [{ script: false, address }, { narrow: true, address }]) {
    const device = await openid.initiateDeviceAuthorization(config, { scope: 'openid', device_name: 'TS-1' });
    const person = await people.signedIn('lietvedis', window);
    await person.goto('/oidc/device');
    await person.locator('input[name=user_code]').fill(device.user_code);
    await person.locator('main form button').first().click();
    if (!('script' in window)) await holdToStandards(person);
    await person.locator('main form button').first().click();
    expect(await person.locator('h1').innerText()).toMatch(/Ieiet lietotnē|Ierīce ir ielaista/);
    if (/Ieiet/.test(await person.locator('h1').innerText())) await person.locator('main form button').first().click();
    await expect.poll(() => person.locator('h1').innerText(), { timeout: 20_000 }).toBe('Ierīce ir ielaista');
    const tokens = await openid.pollDeviceAuthorizationGrant(config, { ...device, interval: 1 });
    expect(tokens.claims()!.sub).toBeTruthy();
  }
  // Whoever decides about the rights of others needs a key in hand for that.
  await administrator.goto('/oidc/device');
  expect(await administrator.locator('h1').innerText()).toBe('Ierīcei vajadzīga jūsu piekļuves atslēga');
  await holdToStandards(administrator);
});

test('a secret is given anew, a program is changed and closed', async () => {
  const administrator = await people.signedIn('pasvaldibas.administrators', { address });
  const id = await register(administrator, 'ticket', async () => undefined);
  const before = await factOf(administrator, 'Noslēpums');
  await administrator.goto(`/apps/${id}/secret`);
  await holdToStandards(administrator);
  await administrator.getByRole('button', { name: 'Izsniegt jaunu noslēpumu' }).click();
  await administrator.getByRole('heading', { name: 'Lietotnes pieejas dati' }).waitFor();
  expect(await factOf(administrator, 'Noslēpums')).not.toBe(before);
  await administrator.goto(`/apps/${id}/change`);
  await holdToStandards(administrator);
  await administrator.getByLabel('Nosaukums latviski').fill('Vecā programma');
  await administrator.getByRole('button', { name: 'Saglabāt' }).click();
  await administrator.waitForURL(new RegExp(`/apps/${id}$`));
  expect(await administrator.locator('h1').innerText()).toBe('Vecā programma');
  await administrator.getByLabel('Slēgšanas iemesls').fill('Programma vairs netiek lietota');
  await administrator.getByRole('button', { name: 'Slēgt lietotni' }).click();
  await administrator.waitForURL(new RegExp(`/apps/${id}$`));
  expect(await administrator.locator('main').innerText()).toContain('slēgta: Programma vairs netiek lietota');
  const elsewhere = await people.signedIn('lietvedis', { address });
  expect((await elsewhere.goto(`/apps/${id}`))!.status()).toBe(403);
});

test('a signing key is made by a button, and an old address leads on', async () => {
  const administrator = await people.signedIn('administrators', { address });
  await administrator.goto('/apps/keys');
  const keys = administrator.locator('table').first().locator('tbody tr');
  const count = await keys.count();
  await administrator.getByRole('button', { name: 'Izveidot jaunu atslēgu' }).click();
  await administrator.waitForURL(/\/apps\/keys$/);
  await expect.poll(() => keys.count()).toBe(count + 1);
  await holdToStandards(administrator);
  await administrator.goto('/apps/keys/leaked');
  await administrator.getByRole('button', { name: 'Nomainīt atslēgas uzreiz' }).click();
  expect(await administrator.locator('.error-summary').innerText()).toContain('Kas noticis');
  await administrator.goto('/apps/old-addresses');
  await administrator.getByLabel('Vecais ceļš').fill('/visvaris/iestades');
  await administrator.getByLabel('Arī viss, kas zem šī ceļa').check();
  await administrator.getByLabel('Jaunā lapa').fill('/institutions');
  await administrator.getByRole('button', { name: 'Pievienot adresi' }).click();
  await holdToStandards(administrator);
  const visitor = await people.visitor({ address });
  await visitor.goto('/visvaris/iestades/9900000004?on=2021-06-30');
  expect(new URL(visitor.url()).pathname).toBe('/institutions/9900000004');
});
