import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { holdToStandards, withBrowser } from './browser.js';
import { onThePhone } from './simulated-phone.js';

const people = withBrowser();

test('what the phone refuses is told in words of its own', async () => {
  const page = await people.visitor();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Smart-ID' }).click();
  await page.waitForURL(/smart-id/);
  // The phone is elsewhere: this window goes on asking by itself.
  const phone = await page.context().newPage();
  await phone.goto('/sign-in/smart-id');
  await onThePhone(phone, 'Dace Rakstvede', /atteikt|refuse/i);
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/atteicāties|atteicies/i);
  await holdToStandards(page);
});

test('what Latvija.lv said once is believed once, and whom it names sees that it was shown again', async () => {
  const [owner, other] = await Promise.all([people.visitor(), people.visitor()]);
  const begin = async (page: Page) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Latvija.lv' }).click();
    await page.waitForURL(/wctx=/);
  };
  await begin(owner);
  const [posted] = await Promise.all([owner.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/back')), owner.getByRole('button', { name: 'Elīna Uzraudze' }).click()]);
  await owner.waitForURL((url) => url.pathname === '/' && url.hostname === 'localhost');

  await begin(other);
  const answer = new URLSearchParams(posted.postData() ?? '');
  answer.set('wctx', new URL(other.url()).searchParams.get('wctx')!);
  await other.evaluate(([address, fields]) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: address });
    for (const [name, value] of fields) form.append(Object.assign(document.createElement('input'), { name, value }));
    document.body.append(form);
    form.submit();
  }, [posted.url(), [...answer]] as const);
  await expect.poll(() => other.locator('main').innerText()).toContain('jau izmantota');
  await holdToStandards(other);
  await owner.goto('/my/sign-in/history');
  expect(await owner.locator('main').innerText()).toContain('apliecinājums jau bija izmantots');
});

test.each([
  ['eParaksts', 'Juris Pilsnieks', 'Juris Pilsnieks'],
  ['Latvija.lv', 'Anita Ļaudave', 'Anita Ļaudave'],
  ['E-klase', 'Emīls Paraugs', 'Emīls Paraugs'],
])('by %s, without script, whom it proves is in', async (provider, chosen, name) => {
  const page = await people.visitor({ script: provider === 'Latvija.lv' });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: provider }).click();
  await page.getByRole('button', { name: chosen }).click();
  await page.waitForURL((url) => url.pathname === '/' && url.hostname === 'localhost');
  expect(await page.content()).toContain(name);
  await page.goto('/my/sign-in');
  expect(await page.getByRole('rowheader', { name: provider }).count()).toBe(1);
});
