import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { Sheets } from '#ui/sheets.js';
import { DataTable } from '#ui/table/data-table.js';
import { custom, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { openContestedPage, openOwnPage, type OwnWorks, viewContestedWork, viewOwnWork, viewOwnWorks } from '../../actions/see-scans.js';
import { examTitle, TERM_WORDS } from '../../domain/exam-words.js';
import { APPEALS, APPEALS_PATH } from '../appeals/page.js';
import { W } from '../words.js';
import { sendScan } from './pictures.js';

const CONTESTED = `${APPEALS_PATH}/:id/works/:part`;
export const contestedPath = (appealId: string, part: number, more = ''): string => `${APPEALS_PATH}/${appealId}/works/${part}${more}`;
export const OWN_WORKS_PATH = '/my/exam-works';
export const OWN_WORKS: Text = { lv: 'Mani pārbaudījumu darbi', en: 'My works of exams' };
/** Why the commission of an appeal looks; who sits in it needs to say no more. */
const DECIDING = 'exam-appeal';

interface Shown {
  readonly candidateCode: string;
  readonly part: number;
  readonly partLv: string;
  readonly partEn: string;
}

export const partOf = ({ part, partLv, partEn }: Pick<Shown, 'part' | 'partLv' | 'partEn'>): Text => ({ lv: `${part}. ${partLv}`, en: `${part}. ${partEn}` });
const titleOf = ({ candidateCode, part }: Shown): Text => ({ lv: `Darbs ${candidateCode}-${part}`, en: `Work ${candidateCode}-${part}` });

/** One's own works, and those of one's children. */
function OwnWorksPage({ view, own: { areShown, works } }: { view: View; own: OwnWorks }): VNode {
  const { t, lang } = view;
  return (
    <Page {...view.frame} title={t(OWN_WORKS)} width="work" breadcrumbs={[{ text: OWN_WORKS }]}>
      <h1>{t(OWN_WORKS)}</h1>
      <DataTable
        lang={lang}
        caption={OWN_WORKS}
        captionHidden
        rows={works}
        rowKey={(one) => one.workId}
        empty={areShown ? { title: NONE, hint: NONE_HINT } : { title: NOT_SHOWN, hint: NOT_SHOWN_HINT }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => <a href={`${OWN_WORKS_PATH}/${one.workId}`}>{t(examTitle(one))}<span class="visually-hidden">{`, ${t(partOf(one))}`}</span></a> },
          { key: 'part', header: W.part, cell: (one) => t(partOf(one)) },
          { key: 'term', header: TERM, cell: (one) => t(TERM_WORDS[one.term]) },
          { key: 'code', header: W.candidateCode, cell: (one) => one.candidateCode },
          { key: 'pages', header: PAGES, number: true, cell: (one) => String(one.scanPages) },
        ]}
      />
    </Page>
  );
}

export const seenWorkRoutes: readonly WebRoute[] = [
  custom({
    method: 'GET',
    path: CONTESTED,
    async handle(_request, _reply, { view, raw, perform, send }) {
      const work = await perform(viewContestedWork, raw, DECIDING);
      const title = view.t(titleOf(work));
      return send(
        <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.exams }, { text: APPEALS }, { text: title }]}>
          <h1>{title}</h1>
          <Lead>{`${view.t(examTitle(work))} – ${view.t(partOf(work))}`}</Lead>
          <Sheets lang={view.lang} label={title} pages={work.scanPages} hrefOf={(page) => contestedPath(work.appealId, work.part, `/pages/${page}`)} />
        </Page>,
      );
    },
  }),
  custom({
    method: 'GET',
    path: `${CONTESTED}/pages/:page`,
    handle: async (_request, reply, { raw, perform }) => sendScan(reply, (await perform(openContestedPage, raw, DECIDING)).scan, 'inline'),
  }),
  showPage({ path: OWN_WORKS_PATH, action: viewOwnWorks, render: (own, view) => <OwnWorksPage view={view} own={own} /> }),
  showPage({
    path: `${OWN_WORKS_PATH}/:id`,
    action: viewOwnWork,
    render: (work, view) => {
      const title = view.t(examTitle(work));
      return (
        <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: OWN_WORKS, href: OWN_WORKS_PATH }, { text: title }]}>
          <h1>{title}</h1>
          <Lead>{`${view.t(partOf(work))}. ${view.t(W.candidateCode)} ${work.candidateCode}`}</Lead>
          <p>
            <a href={`${OWN_WORKS_PATH}/${work.workId}/file`}>{view.t(KEEP)}</a>
          </p>
          <Sheets lang={view.lang} label={`${title}, ${view.t(partOf(work))}`} pages={work.scanPages} hrefOf={(page) => `${OWN_WORKS_PATH}/${work.workId}/pages/${page}`} />
        </Page>
      );
    },
  }),
  custom({ method: 'GET', path: `${OWN_WORKS_PATH}/:id/pages/:page`, handle: async (_request, reply, { raw, perform }) => sendScan(reply, (await perform(openOwnPage, raw)).scan, 'inline') }),
  custom({ method: 'GET', path: `${OWN_WORKS_PATH}/:id/file`, handle: async (_request, reply, { raw, perform }) => sendScan(reply, (await perform(openOwnPage, { ...raw, page: 0 })).scan, 'attachment') }),
];

const TERM: Text = { lv: 'Termiņš', en: 'Term' };
const PAGES: Text = { lv: 'Lapas', en: 'Pages' };
const NONE: Text = { lv: 'Darbu nav', en: 'There are no works' };
const NONE_HINT: Text = { lv: 'Darbs parādās, kad rezultāti ir paziņoti, ja tas ir skenēts.', en: 'A work appears when its results are published, where it was scanned.' };
const NOT_SHOWN: Text = { lv: 'Darbus kārtotājiem nerāda', en: 'Works are not shown to candidates' };
const NOT_SHOWN_HINT: Text = { lv: 'To nosaka aģentūra; kā iepazīties ar savu darbu, jautājiet tai.', en: 'The agency sets this; ask it how to see your work.' };
const KEEP: Text = { lv: 'Lejupielādēt darbu', en: 'Download the work' };
