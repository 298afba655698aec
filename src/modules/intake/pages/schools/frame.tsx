import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import { same, type Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Page } from '#ui/page.js';
import { Tabs } from '#ui/tabs.js';
import type { Children } from '#ui/words.js';
import type { View } from '#web/view.js';
import type { TabbedSchool } from '../../actions/school-or-own.js';
import { W } from '../intake-words.js';

export type SchoolSide = 'school' | 'troubles' | 'subjects' | 'classes' | 'rights' | 'moved' | 'outcomes';

interface SchoolFrameProps {
  readonly view: View;
  readonly school: TabbedSchool;
  readonly side: SchoolSide;
  readonly title: Text;
  readonly errors?: readonly FieldError[];
  readonly refreshSeconds?: number;
  readonly children: Children;
}

/** A page about what arrives for one institution: which it is, and the ways to the others about it. */
export const SchoolFrame = ({ view, school, side, title, errors = [], refreshSeconds, children }: SchoolFrameProps): VNode => (
  <Page
    {...view.frame}
    title={view.t(title)}
    width="work"
    {...(refreshSeconds !== undefined && { refreshSeconds })}
    breadcrumbs={[{ text: W.schools, href: '/intake/schools' }, { text: same(school.name), ...(side !== 'school' && { href: `/intake/schools/${school.regNr}` }) }, ...(side === 'school' ? [] : [{ text: title }])]}
  >
    <ErrorSummary lang={view.lang} errors={errors} />
    <h1>{view.t(title)}</h1>
    <p class="hint">{school.name}</p>
    <Tabs
      lang={view.lang}
      label={SIDES}
      items={[
        { href: `/intake/schools/${school.regNr}`, text: W.journals, current: side === 'school' },
        { href: `/intake/batches?regNr=${school.regNr}`, text: W.batches },
        { href: `/intake/troubles?regNr=${school.regNr}`, text: W.troubles, count: school.tabs.troubles, current: side !== 'school' && side !== 'subjects' && side !== 'classes' },
        { href: `/intake/mapping?regNr=${school.regNr}`, text: W.mapping, count: school.tabs.subjectNames + school.tabs.classNames, current: side === 'subjects' || side === 'classes' },
      ]}
    />
    {children}
  </Page>
);

const SIDES: Text = { lv: 'Iestādes e-žurnālu sadaļas', en: 'Sides of the institution’s e-journals' };
