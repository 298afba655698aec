import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import type { FieldState } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { Tabs } from '#ui/tabs.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { keepClassifiers } from '../../permissions.js';
import { WORDS } from './words.js';

const TABS = [
  { href: '/education/years', text: WORDS.years },
  { href: '/education/subjects', text: WORDS.subjects },
  { href: '/education/scales', text: WORDS.scales },
  { href: '/education/outcomes', text: WORDS.outcomes },
  { href: '/education/programmes', text: WORDS.programmes },
  { href: '/education/end-reasons', text: WORDS.endReasons },
] as const;

interface ClassifierPageProps {
  readonly view: View;
  /** One of the classifiers, by its address. */
  readonly tab: (typeof TABS)[number]['href'];
  /** Of a page within it. */
  readonly title?: string;
  readonly lead?: Text;
  readonly islands?: string[];
  readonly children: ComponentChildren;
}

/** A page of one classifier, with the way to the others. */
export function ClassifierPage({ view, tab, title, lead, islands = [], children }: ClassifierPageProps): VNode {
  const { t, lang } = view;
  const own = TABS.find(({ href }) => href === tab)!.text;
  const crumbs = title === undefined ? [{ text: own }] : [{ text: own, href: tab }, { text: title }];
  return (
    <Page {...view.frame} title={title ?? t(own)} width="work" breadcrumbs={crumbs} islands={islands}>
      <h1>{title ?? t(own)}</h1>
      {lead && <Lead>{t(lead)}</Lead>}
      <Tabs lang={lang} label={CLASSIFIERS} items={TABS.map((one) => ({ ...one, current: one.href === tab }))} />
      {children}
    </Page>
  );
}

interface FormFrameProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly title: Text | string;
  /** The page that the form belongs to. */
  readonly back: { readonly text: Text | string; readonly href: string };
  readonly lead?: Text;
  readonly save?: Text;
  readonly upload?: boolean;
  readonly danger?: boolean;
  readonly after?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What every form about classifiers has: what was wrong, the fields, one button. */
export function FormFrame({ view, attempt, title, back, lead, save = WORDS.save, upload = false, danger = false, after, children }: FormFrameProps): VNode {
  const words = typeof title === 'string' ? title : view.t(title);
  return (
    <Page {...view.frame} title={words} breadcrumbs={[back, { text: title }]}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{words}</h1>
      {lead && <Lead>{view.t(lead)}</Lead>}
      <Form csrf={view.csrf} upload={upload}>
        {children}
        <ButtonRow>
          <Button variant={danger ? 'danger' : 'primary'}>{view.t(save)}</Button>
        </ButtonRow>
      </Form>
      {after}
    </Page>
  );
}

type Field = (name: string, first?: string | readonly string[]) => FieldState;

/** On what a fact rests, and whether somebody has compared it with the act. */
export const BasisFields = ({ field, name, first = '', verified = false }: { field: Field; name: 'source' | 'legalBasis'; first?: string; verified?: boolean }): VNode => (
  <>
    <TextArea {...field(name, first)} label={WORDS.basis} hint={WORDS.basisHint} rows={2} maxLength={500} />
    <Checkboxes {...field('verified', verified ? 'yes' : '')} label={VERIFICATION} options={[{ value: 'yes', label: WORDS.verified }]} optional />
  </>
);

/** Where a fact comes from, and a warning where nobody has compared it with the act. */
export const Source = ({ view, source, verified }: { view: View; source?: string; verified: boolean }): VNode => (
  <>
    {source}
    {!verified && (
      <>
        {' '}
        <StatusTag tone="warning">{view.t(UNVERIFIED)}</StatusTag>
      </>
    )}
  </>
);

/** A link whose words are short, completed for those who only hear it. */
export const ShortLink = ({ href, text, about }: { href: string; text: string; about: string }): VNode => (
  <a href={href}>
    {text}
    <span class="visually-hidden">{` ${about}`}</span>
  </a>
);

export const mayKeep = (view: View): boolean => !isNowhere(scopeOf(view.actor, keepClassifiers));

const CLASSIFIERS: Text = { lv: 'Izglītības klasifikatori', en: 'Classifiers of education' };
const UNVERIFIED: Text = { lv: 'nav pārbaudīts', en: 'not verified' };
const VERIFICATION: Text = { lv: 'Pārbaude', en: 'Verification' };
