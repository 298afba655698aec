import { getParameters } from '#modules/access/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { hashOfToken, newToken } from '../domain/token.js';
import { insertPasswordLink } from '../store/passwords.js';

/** Sends a user a one-time link by which they choose a password: nobody else ever knows it (OWASP ASVS 5.0, 6.4.1). */
export async function sendPasswordLink(context: WriteContext, { id, email }: { readonly id: string; readonly email: string }): Promise<void> {
  const { tx, now, today, installation } = context;
  const token = newToken();
  const hours = (await getParameters(tx, today))['password-link-hours'];
  await insertPasswordLink(tx, { tokenHash: hashOfToken(token), userId: id, expiresAt: new Date(now.getTime() + hours * 3_600_000) }, now);
  const address = `${installation.publicUrl}/set-password/${token}`;
  await notify(context, {
    userId: id,
    email: email || null,
    kind: 'authentication.password-link',
    subject: { lv: 'Vienkopus: izvēlieties paroli', en: 'Vienkopus: choose your password' },
    body: {
      lv: `Atveriet saiti un izvēlieties paroli. Saite der ${hours} stundas un vienu reizi.\n\n${address}`,
      en: `Open the link and choose your password. It is good for ${hours} hours and for one use.\n\n${address}`,
    },
    onceKey: `authentication.password-link:${hashOfToken(token)}`,
  });
}
