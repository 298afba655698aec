import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { OutsideWay } from '#modules/authentication/public.js';
import type { View } from '#web/view.js';
import { PortalPage } from '../frame.js';
import { FRONT } from '../paths.js';

/** The ways in, e-journals first; each is a form that works without script. */
export function WaysInPage({ view, to, journals, others }: { view: View; to: string; journals: readonly OutsideWay[]; others: readonly OutsideWay[] }): VNode {
  const { lang, t, csrf } = view;
  const list = (ways: readonly OutsideWay[], look: string) => (
    <ul class="ways">
      {ways.map(({ id, title }) => (
        <li key={id}>
          <form method="post" action={`/sign-in/outside/${id}`}>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="to" value={to} />
            <button class={look} type="submit">{t(title)}</button>
          </form>
        </li>
      ))}
    </ul>
  );
  return (
    <PortalPage view={view} lang={lang} title={TITLE} otherHref={view.frame.langHref}>
      <h1>{t(TITLE)}</h1>
      {journals.length > 0 && (
        <>
          <p class="lead">{t(BY_JOURNAL)}</p>
          {list(journals, 'button')}
        </>
      )}
      <h2>{t(journals.length > 0 ? OTHERS : BY_IDENTITY)}</h2>
      {others.length > 0 && list(others, 'button plain')}
      <p>
        <a href={`/sign-in?${new URLSearchParams({ to })}`}>{t(BY_ACCOUNT)}</a>
      </p>
      <p>
        <a href={FRONT[lang]}>{t(BACK)}</a>
      </p>
    </PortalPage>
  );
}

const TITLE: Text = { lv: 'Ieiet, lai redzētu savus rezultātus', en: 'Enter to see your results' };
const BY_JOURNAL: Text = { lv: 'Izvēlieties skolas e-žurnālu. Paroli prasīs e-žurnāls, ne šī lapa.', en: 'Choose your school’s e-journal. It asks for your password, not this page.' };
const OTHERS: Text = { lv: 'Citi veidi', en: 'Other ways' };
const BY_IDENTITY: Text = { lv: 'Ar elektronisko identifikāciju', en: 'By an electronic identity' };
const BY_ACCOUNT: Text = { lv: 'Ar Vienkopus kontu', en: 'By an account of Vienkopus' };
const BACK: Text = { lv: 'Uz pirmo lapu', en: 'To the first page' };
