import { getParameters } from '#modules/access/public.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { passwordWouldOpen } from './password-would-open.js';
import { hashOfToken, newToken } from '../domain/token.js';
import type { SignInUser } from '../store/people.js';
import { insertPasswordLink } from '../store/passwords.js';

/** Sends a user a one-time link by which they choose a password, or add a means where passwords have ended: nobody else ever knows it (OWASP ASVS 5.0, 6.4.1). */
export async function sendPasswordLink(context: WriteContext, user: SignInUser): Promise<void> {
  const { id, email, login } = user;
  const { tx, now, today, installation } = context;
  const token = newToken();
  const hours = (await getParameters(tx, today))['password-link-hours'];
  await insertPasswordLink(tx, { tokenHash: hashOfToken(token), userId: id, expiresAt: new Date(now.getTime() + hours * 3_600_000) }, now);
  const byPassword = await passwordWouldOpen(context, user);
  const address = `${installation.publicUrl}/set-password/${token}`;
  await notify(context, {
    userId: id,
    email: email || null,
    kind: 'authentication.password-link',
    subject: byPassword ? { lv: 'Vienkopus: izvēlieties paroli', en: 'Vienkopus: choose your password' } : { lv: 'Vienkopus: pievienojiet pierakstīšanās līdzekli', en: 'Vienkopus: add your means of sign-in' },
    body: byPassword ? {
      lv: `Jūsu lietotājvārds ir ${login}. Atveriet saiti un izvēlieties paroli. Saite der ${hours} stundas un vienu reizi.\n\n${address}`,
      en: `Your user name is ${login}. Open the link and choose your password. It is good for ${hours} hours and for one use.\n\n${address}`,
    } : {
      lv: `Jūsu lietotājvārds ir ${login}. Jūsu pašvaldībā ar paroli nepierakstās. Atveriet saiti un pievienojiet līdzekli: piekļuves atslēgu savā ierīcē, Smart-ID vai citu, ko lapa piedāvā. Saite der ${hours} stundas un vienu reizi.\n\n${address}`,
      en: `Your user name is ${login}. Your municipality does not sign in by password. Open the link and add a means: a passkey on your device, Smart-ID or another that the page offers. It is good for ${hours} hours and for one use.\n\n${address}`,
    },
    onceKey: `authentication.password-link:${hashOfToken(token)}`,
  });
}
