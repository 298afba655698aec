import type { VNode } from 'preact';
import { SignedFileChecks } from '#modules/checking/public.js';
import type { Text } from '#kernel/text.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { button, download, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type BasisDocument, checkBasisAgain, readBasisChecks, readBasisFile } from '../../actions/basis-document.js';
import { WORDS } from '../words.js';

const KINDS = [['request', '/access/requests'], ['grant', '/access/grants']] as const;

/** The document on which a request or a grant is based: the file, and what was found of its signatures. */
export const documentRoutes: readonly WebRoute[] = KINDS.flatMap(([of, path]) => [
  showPage({ path: `${path}/:id/document`, action: readBasisChecks, input: ({ id }) => ({ of, id }), render: (document, view, { id }) => <DocumentPage view={view} document={document} path={`${path}/${String(id)}`} asksWho={of === 'request'} /> }),
  button({ path: `${path}/:id/document/check`, action: checkBasisAgain, input: ({ id }) => ({ of, id }), done: (_, _view, { id }) => ({ to: `${path}/${String(id)}/document`, notice: CHECKED }) }),
  download({
    path: `${path}/:id/file`,
    action: readBasisFile,
    input: ({ id }) => ({ of, id }),
    // Whatever it claims to be, it is saved and not opened here: an attachment must not run as a page of ours.
    file: ({ name, content }) => ({ name, type: 'application/octet-stream', content }),
  }),
]);

function DocumentPage({ view, document, path, asksWho }: { view: View; document: BasisDocument; path: string; asksWho: boolean }): VNode {
  const { lang, t } = view;
  const { name, checks, state, decidedAt, decidedBy, decisionReason } = document;
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <p><a href={`${path}/file`}>{name}</a></p>
      <SummaryList
        lang={lang}
        items={[
          { key: asksWho ? APPLICANT : WORDS.user, value: `${document.userName} (${document.login})` },
          { key: WORDS.role, value: t({ lv: document.roleLv, en: document.roleEn }) },
          { key: WORDS.place, value: document.place ?? t(WORDS.country) },
          ...(state === null ? [] : [{ key: DECISION, value: [t(STATES[state]), ...(decidedAt ? [`${instant(decidedAt)}, ${decidedBy ?? ''}`] : []), decisionReason].filter((words) => words !== '').join('. ') }]),
        ]}
      />
      <SignedFileChecks lang={lang} checks={checks} asksWho={asksWho} />
      <PostButton action={`${path}/document/check`} csrf={view.csrf} variant="secondary">{t(checks.length > 0 ? AGAIN : CHECK)}</PostButton>
    </Page>
  );
}

const APPLICANT: Text = { lv: 'Pieprasītājs', en: 'Applicant' };
const DECISION: Text = { lv: 'Lēmums', en: 'Decision' };
const STATES: Readonly<Record<'submitted' | 'approved' | 'refused' | 'withdrawn', Text>> = {
  submitted: { lv: 'Gaida lēmumu', en: 'Waits for a decision' },
  approved: { lv: 'Apstiprināts', en: 'Approved' },
  refused: { lv: 'Noraidīts', en: 'Refused' },
  withdrawn: { lv: 'Atsaukts', en: 'Withdrawn' },
};
const TITLE: Text = { lv: 'Pamata dokumenta pārbaude', en: 'Check of the document' };
const AGAIN: Text = { lv: 'Pārbaudīt vēlreiz', en: 'Check again' };
const CHECK: Text = { lv: 'Pārbaudīt', en: 'Check' };
const CHECKED: Text = { lv: 'Dokuments ir pārbaudīts.', en: 'The document has been checked.' };
