import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import type { View } from '#web/view.js';

/** A form that came after its session had ended. */
export interface LateForm {
  readonly path: string;
  /** What was typed; null where it cannot be given back (files, or secrets of a sign-in). */
  readonly fields: readonly (readonly [name: string, value: string])[] | null;
}

const SECRETS = ['/sign-in', '/my/sign-in', '/set-password'];

/** @param body as the framework read it */
export function lateFormOf({ method, url: path, body }: { readonly method: string; readonly url: string; readonly body?: unknown }): LateForm | null {
  if (method !== 'POST') return null;
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const));
  const canBeGivenBack = fields.every(([, value]) => typeof value === 'string') && !SECRETS.some((secret) => path.startsWith(secret));
  return { path, fields: canBeGivenBack ? (fields as [string, string][]) : null };
}

/** Says that the session ended and that a form was not taken; what was typed is sent once more from here, after signing in beside. */
export function EndedSession({ view, form, signInHref }: { view: View; form: LateForm | null; signInHref: string }): VNode {
  const { t } = view;
  if (!form?.fields) {
    return (
      <>
        <p>{t(form ? NOT_TAKEN_BACK : ENDED)}</p>
        <ButtonLink href={form ? '/sign-in' : signInHref} newTab={form !== null}>
          {t(form ? SIGN_IN_BESIDE : SIGN_IN)}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <p>{t(NOT_TAKEN)}</p>
      <form class="form" method="post" action={form.path}>
        {form.fields.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <ButtonLink href="/sign-in" newTab>
            {t(SIGN_IN_BESIDE)}
          </ButtonLink>
          <Button variant="secondary">{t(SEND_AGAIN)}</Button>
        </ButtonRow>
      </form>
    </>
  );
}

export const SESSION_ENDED: Text = { lv: 'Sesija ir beigusies', en: 'The session has ended' };
const ENDED: Text = { lv: 'Ilgāku laiku neko nedarījāt, vai sesiju izbeidza citur. Pierakstieties vēlreiz: tad atvērsies šī pati lapa.', en: 'You did nothing for some time, or the session was ended elsewhere. Sign in again: then this very page opens.' };
const NOT_TAKEN: Text = {
  lv: 'Ilgāku laiku neko nedarījāt, vai sesiju izbeidza citur, tāpēc nosūtītais nav saglabāts. Tas nav zudis: pierakstieties jaunā cilnē ar to pašu kontu, atgriezieties šajā lapā un nosūtiet vēlreiz.',
  en: 'You did nothing for some time, or the session was ended elsewhere, so what you sent is not saved. It is not lost: sign in in a new tab with the same account, come back to this page and send it again.',
};
const NOT_TAKEN_BACK: Text = {
  lv: 'Ilgāku laiku neko nedarījāt, vai sesiju izbeidza citur, tāpēc nosūtītais nav saglabāts. Pierakstieties jaunā cilnē, tad šeit ar pārlūka pogu “Atpakaļ” atgriezieties pie formas un nosūtiet to vēlreiz; datnes būs jāizvēlas no jauna.',
  en: 'You did nothing for some time, or the session was ended elsewhere, so what you sent is not saved. Sign in in a new tab, then go back to the form here with the browser’s Back button and send it again; files have to be chosen anew.',
};
const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const SIGN_IN_BESIDE: Text = { lv: 'Pierakstīties jaunā cilnē', en: 'Sign in in a new tab' };
const SEND_AGAIN: Text = { lv: 'Nosūtīt vēlreiz', en: 'Send again' };
