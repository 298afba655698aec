import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import type { Children } from '#ui/words.js';
import type { View } from '#web/view.js';

/** A form that came after its session had ended. */
export interface LateForm {
  readonly path: string;
  /** It was opened in some session, even where its cookie is gone. */
  readonly hasToken: boolean;
  /** What was typed; null where it cannot be given back (files, or secrets of a sign-in). */
  readonly fields: readonly (readonly [name: string, value: string])[] | null;
}

const SECRETS = ['/sign-in', '/my/sign-in', '/set-password'];

/** @param body as the framework read it */
export function lateFormOf({ method, url: path, body }: { readonly method: string; readonly url: string; readonly body?: unknown }): LateForm | null {
  if (method !== 'POST') return null;
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const));
  const canBeGivenBack = fields.every(([, value]) => typeof value === 'string') && !SECRETS.some((secret) => path.startsWith(secret));
  return { path, hasToken: fields.some(([name, value]) => name === '_csrf' && value !== ''), fields: canBeGivenBack ? (fields as [string, string][]) : null };
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
      <GivenBack form={form}>
        <ButtonLink href="/sign-in" newTab>
          {t(SIGN_IN_BESIDE)}
        </ButtonLink>
        <Button variant="secondary">{t(SEND_AGAIN)}</Button>
      </GivenBack>
    </>
  );
}

/** Of a page of ours, but opened in a session that is over or by another account: who is signed in now may send it as their own. */
export const FormOfAnotherSession = ({ view, form }: { view: View; form: LateForm }): VNode => (
  <>
    <p>{view.t(fill(OF_ANOTHER, { name: view.actor.name }))}</p>
    <GivenBack form={{ ...form, fields: form.fields!.map(([name, value]) => [name, name === '_csrf' ? view.csrf : value]) }}>
      <Button>{view.t(SEND_AGAIN)}</Button>
    </GivenBack>
  </>
);

/** What was typed goes along unseen. */
const GivenBack = ({ form, children }: { form: LateForm; children: Children }): VNode => (
  <form class="form" method="post" action={form.path}>
    {form.fields!.map(([name, value], at) => (
      <input key={at} type="hidden" name={name} value={value} />
    ))}
    <ButtonRow>{children}</ButtonRow>
  </form>
);

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
const OF_ANOTHER: Text = {
  lv: 'Forma atvērta agrākā sesijā vai ar citu kontu, tāpēc vēl nav saglabāta. Tas, ko ierakstījāt, nav zudis. Tagad esat pierakstījies kā {name}: ja forma ir jūsu, nosūtiet to vēlreiz.',
  en: 'The form was opened in an earlier session or with another account, so it is not saved yet. What you typed is not lost. You are signed in as {name} now: if the form is yours, send it again.',
};
const SIGN_IN: Text = { lv: 'Pierakstīties', en: 'Sign in' };
const SIGN_IN_BESIDE: Text = { lv: 'Pierakstīties jaunā cilnē', en: 'Sign in in a new tab' };
const SEND_AGAIN: Text = { lv: 'Nosūtīt vēlreiz', en: 'Send again' };
