import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { MunicipalWay, MunicipalWays } from '../../actions/municipal-ways.js';
import { WORDS } from './words.js';

export type MunicipalPurpose = 'sign-in' | 'again' | 'link';

export interface MunicipalityPageProps {
  readonly view: View;
  readonly municipality: MunicipalWays;
  /** There are other municipalities to choose. */
  readonly others: boolean;
  readonly purpose: MunicipalPurpose;
  readonly to: string;
  readonly login: string;
  readonly wrong: { readonly connection: string; readonly message: Text } | undefined;
}

/** The ways in of one municipality, each in a form of its own; all work without script. */
export function MunicipalityPage(props: MunicipalityPageProps): VNode {
  const { view, municipality, others, purpose, to, wrong } = props;
  const { lang, t } = view;
  const title = `${t(TITLES[purpose])}: ${municipality.name}`;
  return (
    <Page {...view.frame} title={title}>
      <ErrorSummary lang={lang} errors={wrong ? [{ field: fieldOf('login', municipality, wrong.connection), message: wrong.message }] : []} />
      <h1>{title}</h1>
      <Lead>{t(LEADS[purpose])}</Lead>
      {municipality.ways.map((way) => (
        <section key={way.id} aria-labelledby={`way-${way.id}`}>
          <h2 id={`way-${way.id}`}>{way.title}</h2>
          <Way {...props} way={way} />
        </section>
      ))}
      {others && (
        <p>
          <a href={`/sign-in/municipal?${new URLSearchParams({ purpose, to, other: 'yes' })}`}>{t(OTHER)}</a>
        </p>
      )}
      <p>
        <a href={purpose === 'link' ? '/my/sign-in' : '/sign-in'}>{t(purpose === 'link' ? BACK : WORDS.otherwise)}</a>
      </p>
    </Page>
  );
}

function Way({ view, municipality, way, purpose, to, login, wrong }: MunicipalityPageProps & { way: MunicipalWay }): VNode {
  const { lang, csrf, t } = view;
  const at = `/sign-in/municipal/${municipality.unitId}/${way.id}`;
  const mine = wrong?.connection === way.id ? wrong : undefined;
  const name = (field: string) => fieldOf(field, municipality, way.id);
  const field = fieldsOf({ lang, values: mine ? { [name('login')]: login } : {}, errors: mine ? [{ field: name('login'), message: mine.message }] : [] });
  return (
    <>
      {way.ticket && purpose === 'sign-in' && (
        <ButtonRow>
          <ButtonLink href={`${at}/ticket?${new URLSearchParams({ to })}`}>{t(BY_TICKET)}</ButtonLink>
        </ButtonRow>
      )}
      {way.ticket && purpose === 'link' && (
        <PostButton action={`${at}/ticket`} csrf={csrf} hidden={{ purpose, to }}>
          {t(BY_TICKET)}
        </PostButton>
      )}
      {way.ticket && <p class="hint">{t(TICKET_HINT)}</p>}
      {way.password && (
        <Form csrf={csrf} action={`${at}/password`}>
          <HiddenFields values={{ purpose, to }} />
          <TextField {...field(name('login'))} label={LOGIN} hint={LOGIN_HINT} autoComplete="username" width="medium" />
          <TextField {...field(name('password'))} label={PASSWORD} hint={PASSWORD_HINT} type="password" autoComplete="current-password" width="medium" />
          <ButtonRow>
            <Button variant={way.ticket ? 'secondary' : 'primary'}>{t(GO[purpose])}</Button>
          </ButtonRow>
        </Form>
      )}
      {way.provider && (
        <PostButton action={`/sign-in/outside/${way.provider}`} csrf={csrf} hidden={{ purpose, to }} variant="primary">
          {t(BY_PROVIDER)}
        </PostButton>
      )}
      {!way.ticket && !way.password && !way.provider && <p>{t(purpose === 'again' ? NOT_AGAIN : NOT_HERE)}</p>}
    </>
  );
}

/** Fields of the first way have plain names; of further ones they carry a number, since a page has each field once. */
function fieldOf(field: string, { ways }: MunicipalWays, id: string): string {
  const at = ways.findIndex((way) => way.id === id);
  return at > 0 ? `${field}-${at + 1}` : field;
}

const TITLES: Readonly<Record<MunicipalPurpose, Text>> = { 'sign-in': WORDS.title, again: { lv: 'Apstiprināt ar pašvaldības kontu', en: 'Confirm by a municipal account' }, link: WORDS.link };
const LEADS: Readonly<Record<MunicipalPurpose, Text>> = {
  'sign-in': { lv: 'Pierakstieties ar to pašu kontu, ar kuru strādājat pašvaldības tīklā.', en: 'Sign in by the account you use in the network of the municipality.' },
  again: { lv: 'Apstipriniet, ka tas esat jūs. Pēc tam turpināsiet no turienes, kur bijāt.', en: 'Confirm that it is you. Then you go on from where you were.' },
  link: { lv: 'Pierādiet, ka pašvaldības konts ir jūsu. Pēc tam varēsiet pierakstīties ar to.', en: 'Prove that the municipal account is yours. From then on you can sign in by it.' },
};
const GO: Readonly<Record<MunicipalPurpose, Text>> = { 'sign-in': { lv: 'Pierakstīties', en: 'Sign in' }, again: { lv: 'Apstiprināt', en: 'Confirm' }, link: { lv: 'Saistīt', en: 'Link' } };
const OTHER: Text = { lv: 'Cita pašvaldība', en: 'Another municipality' };
const BACK: Text = { lv: 'Atpakaļ uz maniem pierakstīšanās līdzekļiem', en: 'Back to my means of sign-in' };
const BY_TICKET: Text = { lv: 'Ar Windows, bez paroles', en: 'By Windows, without a password' };
const TICKET_HINT: Text = { lv: 'Darbojas darba datorā, kas ir pašvaldības domēnā.', en: 'Works on a computer that is in the domain of the municipality.' };
const LOGIN: Text = { lv: 'Domēna lietotājvārds', en: 'User name in the domain' };
const LOGIN_HINT: Text = { lv: 'Tāds pats kā darba datorā, piemēram, janis.berzins', en: 'The same as on your work computer, such as janis.berzins' };
const PASSWORD: Text = { lv: 'Domēna parole', en: 'Password in the domain' };
const PASSWORD_HINT: Text = { lv: 'To pārbauda pašvaldības domēns; šeit tā netiek glabāta.', en: 'The domain of the municipality checks it; it is not kept here.' };
const BY_PROVIDER: Text = { lv: 'Turpināt pašvaldības lapā', en: 'Go on at the page of the municipality' };
const NOT_AGAIN: Text = { lv: 'Ar šo kontu apstiprināt nevar. Izejiet un pierakstieties no jauna.', en: 'This account cannot confirm it. Sign out and sign in again.' };
const NOT_HERE: Text = { lv: 'Šis veids pašlaik nav pieejams.', en: 'This way is not available now.' };
