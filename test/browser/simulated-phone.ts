import type { Page } from 'playwright';

/** On the simulated phone: who owns it, and what they do. Gives its address. */
export async function onThePhone(page: Page, owner: string, does: RegExp): Promise<string> {
  await page.getByRole('link', { name: 'Atvērt lietotni šajā ierīcē' }).click();
  const phone = new URL(page.url()).origin;
  await page.locator('select[name=document]').selectOption({ label: await labelOf(page, owner) });
  await page.getByRole('button', { name: does }).click();
  return phone;
}

const labelOf = async (page: Page, owner: string): Promise<string> =>
  (await page.locator('select[name=document] option').allInnerTexts()).find((label) => label.startsWith(owner))!;
