import type { ComponentChildren, VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import type { FieldState } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { W } from './words.js';

interface Crumb {
  readonly text: Text | string;
  readonly href: string;
}

interface FormFrameProps {
  readonly view: View;
  readonly attempt: Attempt;
  readonly title: Text | string;
  /** The pages that the form belongs to, the nearest last. */
  readonly back: readonly Crumb[];
  readonly lead?: Text | string | undefined;
  readonly save?: Text | undefined;
  readonly danger?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** What every form about exams has: what was wrong, the fields, one button. */
export function FormFrame({ view, attempt, title, back, lead, save = W.save, danger = false, wide = false, children }: FormFrameProps): VNode {
  const words = (one: Text | string) => (typeof one === 'string' ? one : view.t(one));
  return (
    <Page {...view.frame} title={words(title)} {...(wide && { width: 'work' as const })} breadcrumbs={[...back, { text: title }]}>
      <ErrorSummary lang={view.lang} errors={attempt.errors} />
      <h1>{words(title)}</h1>
      {lead && <Lead>{words(lead)}</Lead>}
      <Form csrf={view.csrf}>
        {children}
        <ButtonRow>
          <Button variant={danger ? 'danger' : 'primary'}>{view.t(save)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

type Field = (name: string, first?: string | readonly string[]) => FieldState;

/** On what a fact rests, and whether somebody has compared it with the act. */
export const BasisFields = ({ field, first = '', verified = false }: { field: Field; first?: string; verified?: boolean }): VNode => (
  <>
    <TextArea {...field('legalBasis', first)} label={W.basis} hint={W.basisHint} rows={2} maxLength={500} />
    <Checkboxes {...field('verified', verified ? 'yes' : '')} label={W.verification} options={[{ value: 'yes', label: W.verified }]} optional />
  </>
);

/** Where a fact comes from, and a warning where nobody has compared it with the act. */
export const Source = ({ view, source, verified }: { view: View; source: string; verified: boolean }): VNode => (
  <>
    <span lang="lv">{source}</span>
    {!verified && (
      <>
        {' '}
        <StatusTag tone="warning">{view.t(W.unverified)}</StatusTag>
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

export const holds = (view: View, permission: Permission): boolean => !isNowhere(scopeOf(view.actor, permission));

/** Instead of a button that would be refused: who else can confirm what one has set or handed in. */
export const WhoElse = ({ view: { t }, others }: { view: View; others: readonly string[] }): VNode => <p>{t(others.length > 0 ? fill(CONFIRMED_BY, { names: others.join(', ') }) : NOBODY_ELSE)}</p>;

const CONFIRMED_BY: Text = { lv: 'To apstiprina kāds cits. To var izdarīt: {names}.', en: 'Somebody else confirms it. These can: {names}.' };
const NOBODY_ELSE: Text = { lv: 'To apstiprina kāds cits, bet nevienam citam šobrīd nav šādu tiesību. Lūdziet tās piešķirt tiesību administratoram.', en: 'Somebody else confirms it, but nobody else has the right now. Ask the rights administrator to give it.' };
