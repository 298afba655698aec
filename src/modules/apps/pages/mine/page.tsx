import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { OwnProgramRow } from '../../actions/my-programs.js';
import type { ClientScope } from '../../domain/client.js';
import { SCOPE_NAMES, WORDS } from '../words.js';

/** What one agreed to, and the way to take it back. */
export const MyProgramsPage = ({ view, programs }: { view: View; programs: readonly OwnProgramRow[] }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.mine)} width="work">
    <h1>{view.t(WORDS.mine)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={WORDS.mine}
      captionHidden
      rows={programs}
      rowKey={(program) => program.id}
      empty={{ title: NONE, hint: NONE_HINT }}
      columns={[
        { key: 'title', header: PROGRAM, rowHeader: true, cell: (program) => view.t({ lv: program.titleLv, en: program.titleEn }) },
        { key: 'data', header: DATA, cell: (program) => program.scopes.flatMap((scope) => (scope in SCOPE_NAMES ? [view.t(SCOPE_NAMES[scope as ClientScope])] : [])).join(', ') || '–' },
        { key: 'given', header: GIVEN, cell: (program) => (program.givenAt ? instant(program.givenAt) : '–') },
        { key: 'until', header: UNTIL, cell: (program) => (program.tokensUntil ? instant(program.tokensUntil) : view.t(WITH_SESSION)) },
        {
          key: 'back',
          header: TAKE_BACK,
          cell: (program) => (
            <PostButton action="/my/programs/take-back" csrf={view.csrf} hidden={{ id: program.id }} variant="quiet">
              {view.t(TAKE_BACK)}
            </PostButton>
          ),
        },
      ]}
    />
  </Page>
);

const LEAD: Text = {
  lv: 'Lietotnes, kurām atļāvāt savus datus vai kuras var atgriezties jūsu vārdā. Ja atsaucat, lietotne vairs netiek klāt un nākamreiz jautās no jauna.',
  en: 'Programs that you let have your data, or that can come back in your name. Once taken back, the program gets in no more and asks anew next time.',
};
const NONE: Text = { lv: 'Tādu lietotņu nav.', en: 'There are no such programs.' };
const NONE_HINT: Text = { lv: 'Te parādīsies lietotnes, kurām atļausiet savus datus.', en: 'Programs that you let have your data will stand here.' };
const PROGRAM: Text = { lv: 'Lietotne', en: 'Program' };
const DATA: Text = { lv: 'Dati', en: 'Data' };
const GIVEN: Text = { lv: 'Atļauts', en: 'Agreed' };
const UNTIL: Text = { lv: 'Var atgriezties līdz', en: 'Can come back until' };
const WITH_SESSION: Text = { lv: 'tikai, kamēr esat pierakstījies', en: 'only while you are signed in' };
const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
