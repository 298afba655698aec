import type { VNode } from 'preact';
import { PostButton } from '#ui/form/post-button.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { TabbedSchool } from '../../actions/school-or-own.js';
import { M } from './words.js';

export const DeskTabs = ({ view, school: { regNr, tabs }, current }: { view: View; school: TabbedSchool; current: 'subjects' | 'classes' }): VNode => (
  <Tabs
    lang={view.lang}
    label={M.sides}
    items={[
      { href: `/intake/mapping?regNr=${regNr}`, text: M.subjects, count: tabs.subjectNames, current: current === 'subjects' },
      { href: `/intake/mapping/classes?regNr=${regNr}`, text: M.classes, count: tabs.classNames, current: current === 'classes' },
    ]}
  />
);

/** What waits is looked at again, for whoever mended something in the register. */
export const RetryButton = ({ view, regNr }: { view: View; regNr: string }): VNode => (
  <>
    <PostButton action="/intake/mapping/retry" csrf={view.csrf} hidden={{ regNr }}>{view.t(M.retry)}</PostButton>
    <p class="hint">{view.t(M.retryHint)}</p>
  </>
);
