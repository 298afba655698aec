import { InvalidInput, type Refusal } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { ButtonLink } from '#ui/form/button.js';
import { Page } from '#ui/page.js';
import { documentOf } from '#web/add-web-route.js';
import { hrefWith, type View } from '#web/view.js';
import { EndedSession, FormOfAnotherSession, type LateForm, SESSION_ENDED } from './ended-session.js';
import { FIELD_NAMES } from './error-page-fields.js';

/** About the request that was refused. */
interface Occasion {
  readonly requestId: string;
  /** The form that it brought, if it did. */
  readonly lateForm: LateForm | null;
  /** A session stood behind it once. */
  readonly hadSession: boolean;
  /** The page of ours on which it was sent; null where that is not known. */
  readonly openedAt: string | null;
}

/** What a person sees when something was refused or went wrong: what, and what to do. */
export function errorPage(view: View, refusal: Refusal | null, { requestId, lateForm, hadSession, openedAt }: Occasion): string {
  // A form with a token was opened in some session, even where its cookie is gone.
  const hasEnded = refusal?.status === 401 && (hadSession || (lateForm?.hasToken ?? false));
  const isOfAnotherSession = refusal?.code === 'form-of-another-session';
  const isLateForm = isOfAnotherSession || refusal?.code === 'forged-request';
  const here = hrefWith(view, {});
  const refusedButton = refusal instanceof InvalidInput && refusal.fields.length > 0 && refusal.fields.every(({ field }) => field === '');
  // A rule of one field is the whole refusal: it is said once, with the field.
  const saysTheSame = refusal instanceof InvalidInput && refusal.fields.length === 1 && refusal.fields[0]!.message.lv === refusal.text.lv;
  const title = view.t(hasEnded ? SESSION_ENDED : isLateForm ? FORM_NOT_TAKEN : refusal ? TITLES[refusedButton ? 409 : refusal.status] ?? TITLES[400]! : FAULT.title);
  return documentOf(
    <Page {...view.frame} title={title}>
      <h1>{title}</h1>
      {isOfAnotherSession && lateForm?.fields && <FormOfAnotherSession view={view} form={lateForm} />}
      {!refusedButton && !saysTheSame && !hasEnded && !(isOfAnotherSession && lateForm?.fields) && <p>{view.t(refusal ? refusal.text : FAULT.text)}</p>}
      {refusal instanceof InvalidInput && refusal.fields.length > 0 && (
        <ul>
          {refusal.fields.map(({ field, message }) => (
            <li key={field}>{nameOf(field) === '' ? view.t(message) : `${view.t(FIELD_NAMES[nameOf(field)] ?? partOfAddress(nameOf(field)))}: ${view.t(message)}`}</li>
          ))}
        </ul>
      )}
      {!refusal && <p>{view.t({ lv: `Pieprasījuma numurs: ${requestId}`, en: `Request number: ${requestId}` })}</p>}
      {isLateForm && openedAt !== null && <ButtonLink href={openedAt}>{view.t(OPEN_ANEW)}</ButtonLink>}
      {hasEnded && <EndedSession view={view} form={lateForm} signInHref={`/sign-in?${new URLSearchParams({ to: here }).toString()}`} />}
      {refusal?.status === 401 && !hasEnded && (
        <ButtonLink href={`/sign-in?${new URLSearchParams({ to: here }).toString()}`}>{view.t({ lv: 'Pierakstīties', en: 'Sign in' })}</ButtonLink>
      )}
      <p>
        <a href="/">{view.t({ lv: 'Uz sākumlapu', en: 'To the start page' })}</a>
      </p>
    </Page>,
  );
}

/** Of a list it is the list that has a name: `scopes.0` is one of `scopes`. */
const nameOf = (field: string): string => field.split('.')[0]!;

const partOfAddress = (name: string): Text => ({ lv: `Adreses daļa “${name}”`, en: `Part of the address “${name}”` });

const FORM_NOT_TAKEN: Text = { lv: 'Forma nav pieņemta', en: 'The form was not taken' };
const OPEN_ANEW: Text = { lv: 'Atvērt lapu vēlreiz', en: 'Open the page again' };

const TITLES: Readonly<Record<number, { lv: string; en: string }>> = {
  400: { lv: 'Pieprasījumu nevar izpildīt', en: 'The request cannot be carried out' },
  401: { lv: 'Jāpierakstās', en: 'Sign in' },
  403: { lv: 'Nav tiesību', en: 'No right' },
  404: { lv: 'Nav atrasts', en: 'Not found' },
  409: { lv: 'Nevar izpildīt', en: 'This cannot be done' },
  422: { lv: 'Pārbaudiet ievadīto', en: 'Check what you entered' },
  429: { lv: 'Pārāk daudz pieprasījumu', en: 'Too many requests' },
  503: { lv: 'Pašlaik nav pieejams', en: 'Not available just now' },
};

const FAULT = {
  title: { lv: 'Programmas kļūda', en: 'A fault of the program' },
  text: { lv: 'Mēs par to uzzinājām. Mēģiniet vēlreiz; ievadītais nav zudis, ja atgriezīsieties iepriekšējā lapā.', en: 'We have been told. Try again; what you typed is still there if you go back one page.' },
};
