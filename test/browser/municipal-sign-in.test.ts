import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenIdPeer, openIdPeer } from '../../src/modules/authentication/tests/openid-peer.js';
import { type Samba, startSamba } from '../setup/samba.js';
import { whyNoSamba } from '../setup/samba-packages.js';
import { fillWithPeople, PASSWORD, SERVICE } from '../setup/samba-people.js';
import { holdToStandards, withBrowser } from './browser.js';

const why = await whyNoSamba();
if (why) console.warn(`SKIPPED: the journey with a municipality’s Active Directory, since there is no Samba: ${why}.`);

const people = withBrowser();

async function toConnections(page: Page): Promise<string> {
  await page.goto('/sign-in-programme');
  const board = /href="(\/sign-in-programme\/\d+)"/.exec(await page.content())![1]!;
  await page.goto(`${board}/connections`);
  await holdToStandards(page);
  return board;
}

const save = (page: Page) => page.locator('main form button').last().click();

/** Ends what the journey began, so that the demonstration is as before. */
async function close(page: Page, board: string, title: string) {
  await page.goto(`${board}/connections`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: /^(Slēgt|Close)$/ }).click();
  await holdToStandards(page);
  await page.getByRole('button', { name: /^(Slēgt|Close)$/ }).click();
  await page.waitForURL(/\/connections$/);
  await holdToStandards(page);
}

describe.skipIf(why !== null)('a municipality’s Active Directory', () => {
  let samba: Samba;
  beforeAll(async () => {
    samba = await startSamba();
    await fillWithPeople(samba);
  }, 180_000);
  afterAll(() => samba?.stop());

  test('is set up with errors mended, tried, signed in by without script, and its suggestion declined', async () => {
    const page = await people.signedIn('pasvaldibas.administrators');
    const board = await toConnections(page);
    await page.getByRole('link', { name: 'Pieslēgt Active Directory' }).click();
    await page.locator('input[name=title]').fill('Ceļojuma domēns');
    await page.locator('textarea[name=hosts]').fill('192.0.2.7');
    await page.locator('input[name=personCodeAttribute]').fill('mobile');
    await page.locator('input[name=group1]').fill('Izglitibas-parvalde');
    await save(page);
    await page.locator('.error-summary').waitFor();
    await holdToStandards(page);
    expect(await page.locator('.error-summary').innerText()).toMatch(/Domēna kontrolleri: norādiet pilnu datora nosaukumu/i);
    expect(await page.locator('#f-group1').inputValue()).toBe('Izglitibas-parvalde');
    await page.getByRole('link', { name: 'English' }).click();
    await holdToStandards(page);
    await page.getByRole('link', { name: 'Latviski' }).click();

    for (const [name, value] of Object.entries({
      title: 'Ceļojuma domēns', hosts: `${samba.host} ${samba.address}`, caPem: samba.caPem, serviceName: SERVICE.name, servicePassword: SERVICE.password, baseDn: samba.baseDn,
      requiredGroup: 'Vienkopus-lietotaji', personCodeAttribute: 'employeeID', group1: 'Izglitibas-parvalde',
    })) await page.locator(`[name=${name}]`).fill(value);
    await page.locator('select[name=role1]').selectOption('municipality-education-specialist');
    await save(page);
    await page.waitForURL(/\/connections\/[0-9a-f-]{36}$/);
    await holdToStandards(page);
    expect(await page.content()).not.toContain(SERVICE.password);
    await page.getByRole('button', { name: 'Izmēģināt' }).click();
    await page.getByText('atbild un pieņem apkalpes kontu').waitFor();
    await holdToStandards(page);
    await page.getByRole('button', { name: 'Ieslēgt pierakstīšanās lapā' }).click();
    await page.getByText('lietošanā').waitFor();
    await page.goto(`${page.url().replace(/\/try$/, '')}/change`);
    await holdToStandards(page);

    const plain = await people.visitor({ script: false, narrow: true });
    await plain.goto('/sign-in?to=/my/rights');
    await plain.locator('a[href^="/sign-in/municipal"]').click();
    await plain.locator('input[name=login]').fill('janis.berzins');
    await plain.locator('input[name=password]').fill('nepareiza');
    await save(plain);
    expect(await plain.content()).toContain('Lietotājvārds vai parole nav pareiza');
    await plain.locator('input[name=password]').fill(PASSWORD);
    await save(plain);
    expect(new URL(plain.url()).pathname).toBe('/my/rights');
    expect(await plain.content()).toContain('Andris Vadonis');

    const seen = await people.visitor({ narrow: true, lang: 'en' });
    await seen.goto('/sign-in/municipal');
    await holdToStandards(seen);
    await seen.goto(`${new URL(seen.url()).pathname}/${/connections\/([0-9a-f-]{36})/.exec(page.url())![1]!}/ticket`);
    await holdToStandards(seen);

    await page.goto('/');
    await page.getByRole('link', { name: /Domēna grupu lomu ieteikumi/ }).first().click();
    await holdToStandards(page);
    await page.getByRole('button', { name: 'Noraidīt' }).click();
    await page.getByText('Neviens ieteikums negaida').waitFor();
    await holdToStandards(page);

    await close(page, board, 'Ceļojuma domēns');
    await plain.reload();
    expect(await plain.content()).not.toContain('Andris Vadonis');
  });
});

describe('a municipality’s OpenID', () => {
  let peer: OpenIdPeer;
  beforeAll(async () => void (peer = await openIdPeer()));
  afterAll(() => peer?.close());

  test('is set up in English, an account linked, and signed in by', async () => {
    const page = await people.signedIn('pasvaldibas.administrators', { lang: 'en', narrow: true });
    const board = await toConnections(page);
    await page.getByRole('link', { name: /Connect OpenID/ }).click();
    await page.locator('input[name=issuer]').fill('https://login.microsoftonline.com/common/v2.0');
    await save(page);
    await holdToStandards(page);
    expect(await page.locator('#f-issuer-error').innerText()).toContain('lets every organisation in');
    expect(await page.locator('#f-title-error').count()).toBe(1);
    for (const [name, value] of Object.entries({ title: 'Journey OpenID', issuer: peer.issuer, clientId: 'vienkopus', clientSecret: 'noslepums-1' })) await page.locator(`[name=${name}]`).fill(value);
    await save(page);
    await page.waitForURL(/\/connections\/[0-9a-f-]{36}$/);
    await holdToStandards(page);
    await peer.register((await page.locator('dd code').first().innerText()).trim());
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('The provider answers').waitFor();
    await holdToStandards(page);
    await page.getByRole('button', { name: 'Switch on at sign-in' }).click();
    await page.getByText('in use', { exact: true }).waitFor();
    await holdToStandards(page);

    const person = await people.signedIn('izglitiba');
    await person.goto('/my/sign-in');
    await holdToStandards(person);
    await person.getByRole('link', { name: 'Saistīt pašvaldības kontu' }).click();
    await holdToStandards(person);
    await person.getByRole('button', { name: 'Turpināt pašvaldības lapā' }).click();
    await person.waitForURL(/\/my\/sign-in$/);
    expect(await person.locator('main').innerText()).toContain('Pašvaldības konts (OpenID)');

    const later = await people.visitor({ script: false });
    await later.goto('/sign-in?to=/my/sessions');
    await later.locator('a[href^="/sign-in/municipal"]').click();
    await later.locator('form[action^="/sign-in/outside/c-"] button').click();
    await later.waitForURL(/\/my\/sessions$/);
    expect(await later.content()).toContain('Gunta Skolmane');

    await close(page, board, 'Journey OpenID');
  });
});
