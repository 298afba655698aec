import type { VNode } from 'preact';
import { same } from '#kernel/text.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { PupilMarks } from '../../actions/view-pupil.js';
import { nameOf, recordPath, W, withReason } from '../words.js';
import { MarksSheet } from './sheet.js';

/** What the viewer's institutions hold of one learner. */
export const PupilPage = ({ view, found }: { view: View; found: PupilMarks }): VNode => (
  <Page {...view.frame} title={nameOf(found.member)} width="work" breadcrumbs={[{ text: W.marks, href: '/marks' }, { text: same(nameOf(found.member)) }]}>
    <h1>{nameOf(found.member)}</h1>
    <MarksSheet view={view} found={found} link={(record) => withReason(recordPath(record), view.query)} />
  </Page>
);
