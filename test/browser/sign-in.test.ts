import { expect, test } from 'vitest';
import { codeAt } from '#modules/authentication/domain/one-time-code.js';
import { holdToStandards, signIn, withBrowser } from './browser.js';
import { onThePhone } from './simulated-phone.js';
import { plugInAuthenticator } from './virtual-authenticator.js';

const people = withBrowser();

const stepNow = () => Math.floor(Date.now() / 30_000);

/** What a phone shows: a code of another step than one already used, and of one that lasts some seconds more. */
async function freshCode(secret: string, { after = -1 } = {}): Promise<string> {
  await expect.poll(() => stepNow() > after && 30_000 - (Date.now() % 30_000) > 5_000, { timeout: 40_000, interval: 250 }).toBe(true);
  return codeAt(secret, new Date());
}

test('a user adds a passkey, signs in with it alone, and takes it away', async () => {
  const page = await people.signedIn('izglitiba');
  const device = await plugInAuthenticator(page);
  await page.goto('/my/sign-in');
  await holdToStandards(page);
  await page.getByRole('link', { name: 'Pievienot piekļuves atslēgu' }).click();
  await holdToStandards(page);
  await page.getByLabel('Kā šo atslēgu saukt').fill('darba dators');
  await page.getByRole('button', { name: 'Pievienot piekļuves atslēgu' }).click();
  await page.waitForURL(/\/my\/sign-in$/);
  expect(await page.getByRole('rowheader', { name: 'darba dators' }).count()).toBe(1);

  await page.getByRole('button', { name: 'Iziet' }).click();
  await page.goto('/sign-in');
  await device.ownerIsThere(false);
  await page.getByRole('button', { name: 'Lietot piekļuves atslēgu' }).click();
  await expect.poll(() => page.locator('[data-passkey-message]').innerText()).toContain('Ierīce atslēgu neiedeva');
  await device.ownerIsThere(true);
  await page.getByRole('button', { name: 'Lietot piekļuves atslēgu' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/my/sessions');
  expect(await page.locator('tbody').innerText()).toContain('būtiska');

  await page.goto('/my/sign-in');
  await page.getByRole('link', { name: /^Noņemt/ }).click();
  await page.getByText('Tā ir jūsu vienīgā atslēga').waitFor();
  await holdToStandards(page);
  await page.getByRole('button', { name: 'Noņemt' }).click();
  await page.waitForURL(/\/my\/sign-in$/);
  await page.getByRole('button', { name: 'Iziet' }).click();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Lietot piekļuves atslēgu' }).click();
  await expect.poll(() => page.locator('.error-summary').innerText()).toContain('nevar pierakstīties');
});

test('an account is confirmed once by Smart-ID, by its owner only, and Smart-ID then signs in', async () => {
  const page = await people.signedIn('tiesibas');
  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await page.waitForURL(/\/sign-in\/smart-id$/);
  await holdToStandards(page);
  await onThePhone(page, 'Juris Pilsnieks', /Confirm/);
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toContain('personas kods nesakrīt');

  await page.goto('/my/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(page, 'Valdis Tiesnieks', /Confirm/);
  await page.waitForURL(/\/my\/sign-in$/, { timeout: 20_000 });
  await holdToStandards(page);
  expect(await page.locator('main').innerText()).toContain('apstiprināts');

  const later = await people.visitor();
  await later.goto('/sign-in?to=/my/sessions');
  await holdToStandards(later);
  await later.getByRole('button', { name: 'Smart-ID' }).click();
  const address = await onThePhone(later, 'Valdis Tiesnieks', /Confirm/);
  await later.waitForURL(/\/my\/sessions$/, { timeout: 20_000 });
  expect(await later.locator('tbody').innerText()).toContain('augsta');

  // Taken off, it opens the account no more, until its owner links it again.
  await page.goto('/my/sign-in');
  await page.getByRole('link', { name: /^Atsaistīt/ }).click();
  await holdToStandards(page);
  await page.getByRole('button', { name: 'Atsaistīt' }).click();
  await page.waitForURL(/\/my\/sign-in$/);
  await holdToStandards(page);
  const refused = await people.visitor();
  await refused.goto('/sign-in');
  await refused.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(refused, 'Valdis Tiesnieks', /Confirm/);
  await expect.poll(() => refused.locator('main').innerText(), { timeout: 20_000 }).toContain('atsaistījāt');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await onThePhone(page, 'Valdis Tiesnieks', /Confirm/);
  await page.waitForURL(/\/my\/sign-in$/, { timeout: 20_000 });
  expect(await page.getByRole('link', { name: /^Atsaistīt/ }).count()).toBe(1);
  await page.goto('/my/sign-in/history');
  await holdToStandards(page);

  // From now on this browser may ask the phone by itself, with a code to compare.
  await later.getByRole('button', { name: 'Iziet' }).click();
  await later.goto('/sign-in?to=/my/sessions');
  await later.getByRole('button', { name: 'Smart-ID' }).click();
  await later.goto((await later.getByRole('link', { name: 'Sūtīt pieprasījumu' }).getAttribute('href'))!);
  await holdToStandards(later);
  await later.getByLabel('Personas kods').fill('591010-68470');
  await later.getByRole('button', { name: 'Sūtīt pieprasījumu' }).click();
  await later.waitForURL(/\/sign-in\/smart-id$/);
  const code = await later.locator('.stat-value').innerText();
  expect(code).toMatch(/^\d{4}$/);
  const phone = await later.context().newPage();
  await phone.goto(address);
  await phone.getByRole('link', { name: code }).click();
  await phone.getByRole('button', { name: /Confirm/ }).click();
  await later.waitForURL(/\/my\/sessions$/, { timeout: 20_000 });
});

test('a user turns on one-time codes, needs one at the next sign-in, and ends the other session', async () => {
  const page = await people.signedIn('tiesibas');
  await page.goto('/my/sign-in/code');
  await page.getByRole('button', { name: 'Sākt' }).click();
  await expect.poll(() => page.locator('input[name=code]').count()).toBe(1);
  await holdToStandards(page);
  const secret = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await page.locator('main').innerText())![0].replaceAll(' ', '');
  await page.locator('input[name=code]').fill('000000');
  await page.locator('main form button').last().click();
  expect(await page.locator('.error-summary').count()).toBe(1);
  await page.locator('input[name=code]').fill(await freshCode(secret));
  await page.locator('main form button').last().click();
  await page.waitForURL(/\/my\/sign-in\/recovery-codes$/);
  const used = stepNow();

  await page.getByRole('button', { name: 'Izveidot desmit kodus' }).click();
  await holdToStandards(page);
  const codes = await page.locator('.secret-list code').allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await page.locator('main').innerText()).toContain('(tiesibas)');

  const elsewhere = await people.visitor();
  await elsewhere.goto('/sign-in');
  await signIn(elsewhere, 'tiesibas');
  await elsewhere.waitForURL(/\/sign-in\/second/);
  await holdToStandards(elsewhere);
  await elsewhere.locator('input[name=code]').fill(await freshCode(secret, { after: used }));
  await elsewhere.getByRole('button', { name: 'Pierakstīties', exact: true }).click();
  await elsewhere.waitForURL((url) => url.pathname === '/');

  const lost = await people.visitor({ script: false });
  for (const outcome of ['in', 'refused'] as const) {
    await lost.context().clearCookies();
    await lost.goto('/sign-in');
    await signIn(lost, 'tiesibas');
    await lost.locator('main details summary').click();
    await lost.locator('input[name=recovery]').fill(codes[0]!.toLowerCase());
    await lost.locator('main details button').click();
    if (outcome === 'in') await lost.waitForURL((url) => url.pathname === '/');
    else expect(await lost.content()).toContain('jau ir izmantots');
  }

  await page.goto('/my/sessions');
  expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: 'Izbeigt visas pārējās' }).click();
  await page.waitForURL(/\/my\/sessions$/);
  expect((await elsewhere.goto('/my/rights'))?.status()).toBe(401);
});

test('a wrong password is told beside the form and names nobody', async () => {
  const page = await people.visitor({ script: false });
  await page.goto('/sign-in');
  await signIn(page, 'operators', 'nepareiza parole');
  expect(page.url()).toContain('/sign-in');
  expect(await page.locator('.error-summary').count()).toBe(1);
});
