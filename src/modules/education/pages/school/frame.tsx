import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Page } from '#ui/page.js';
import { Tabs } from '#ui/tabs.js';
import type { Children } from '#ui/words.js';
import type { View } from '#web/view.js';
import { W } from '../pupil-words.js';

export interface SchoolFrameProps {
  readonly view: View;
  readonly school: { readonly regNr: string; readonly name: string };
  readonly title: Text;
  readonly side?: 'classes' | 'candidates' | 'transfers' | 'teachers' | 'exemptions' | 'year-end' | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  /** Hides what the actor cannot open. */
  readonly keeps?: boolean | undefined;
  readonly children: Children;
}

/** A page about one institution: where it is, its sides, and what stands on it. */
export function SchoolFrame({ view, school, title, side, errors = [], keeps = true, children }: SchoolFrameProps): VNode {
  const at = `/education/institutions/${school.regNr}`;
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(school.name), href: at }, ...(side === 'classes' ? [] : [{ text: title }])];
  return (
    <Page {...view.frame} title={view.t(title)} width="work" breadcrumbs={side === 'classes' ? [crumbs[0]!, { text: same(school.name) }] : crumbs}>
      <ErrorSummary lang={view.lang} errors={errors} />
      <h1>{view.t(title)}</h1>
      {side && (
        <Tabs
          lang={view.lang}
          label={SIDES}
          items={[
            { href: at, text: W.classes, current: side === 'classes' },
            { href: `${at}/teachers`, text: W.teachers, current: side === 'teachers' },
            ...(keeps ? [{ href: `${at}/candidates`, text: W.candidates, current: side === 'candidates' }, { href: `${at}/transfers`, text: W.transfers, current: side === 'transfers' }, { href: `${at}/exemptions`, text: W.exemptions, current: side === 'exemptions' }, { href: `${at}/year-end`, text: W.yearEnd, current: side === 'year-end' }] : []),
          ]}
        />
      )}
      {children}
    </Page>
  );
}

const SIDES: Text = { lv: 'Iestādes sadaļas', en: 'Sides of the institution' };
