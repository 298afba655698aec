import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { SuggestionRow, Suggestions } from '../../actions/directory-suggestions.js';
import { WORDS } from './words.js';

/** What the groups of directories speak for; each right waits for an administrator's word. */
export function SuggestionsPage({ view, found }: { view: View; found: Suggestions }): VNode {
  const { lang, t } = view;
  const title = found.name ? `${t(WORDS.suggestions)}: ${t(found.name)}` : t(WORDS.suggestions);
  const action = found.unitId === null ? SUGGESTIONS_PATH : `/sign-in-programme/${found.unitId}/suggestions`;
  const columns: Column<SuggestionRow>[] = [
    { key: 'user', header: USER, rowHeader: true, cell: (one) => `${one.userName} (${one.login})` },
    { key: 'what', header: WHAT, cell: (one) => <StatusTag tone={one.kind === 'give' ? 'info' : 'warning'}>{t(KINDS[one.kind])}</StatusTag> },
    { key: 'role', header: ROLE, cell: (one) => t({ lv: one.roleLv, en: one.roleEn }) },
    ...(found.unitId === null ? [{ key: 'unit', header: PLACE, cell: (one: SuggestionRow) => one.unitName }] : []),
    { key: 'groups', header: GROUPS, cell: (one) => `${one.connectionTitle}: ${one.groups.join(', ')}` },
  ];
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: WORDS.suggestions }]}>
      <h1>{title}</h1>
      <Lead>{t(LEAD)}</Lead>
      <h2>{t(OPEN)}</h2>
      <DataTable
        lang={lang}
        caption={OPEN}
        captionHidden
        rows={found.open}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          ...columns,
          { key: 'seen', header: SEEN, cell: (one) => instant(one.firstSeenAt) },
          {
            key: 'decide',
            header: DECIDE,
            cell: (one) => (
              <ButtonRow>
                <PostButton action={`${action}/confirm`} csrf={view.csrf} hidden={{ id: one.id }}>
                  {t(CONFIRM[one.kind])}
                </PostButton>
                <PostButton action={`${action}/decline`} csrf={view.csrf} hidden={{ id: one.id }} variant="quiet">
                  {t(DECLINE[one.kind])}
                </PostButton>
              </ButtonRow>
            ),
          },
        ]}
      />
      {found.decided.length > 0 && (
        <>
          <h2>{t(DECIDED)}</h2>
          <DataTable
            lang={lang}
            caption={DECIDED}
            captionHidden
            rows={found.decided}
            rowKey={(one) => one.id}
            columns={[
              ...columns,
              { key: 'state', header: WORDS.state, cell: (one) => t(one.state === 'declined' ? DECLINED : CONFIRMED) },
              { key: 'at', header: AT, cell: (one) => (one.decidedAt ? instant(one.decidedAt) : '') },
              { key: 'by', header: WORDS.by, cell: (one) => one.decidedBy ?? '' },
            ]}
          />
        </>
      )}
    </Page>
  );
}

/** Of all municipalities that the administrator looks after. */
export const SUGGESTIONS_PATH = '/sign-in-programme/suggestions';

const LEAD: Text = {
  lv: 'Ko par darbiniekiem saka pašvaldības domēna grupas. Tiesības rodas vai beidzas tikai tad, kad to apstiprināt.',
  en: 'What groups of the municipality’s domain say of its people. A right comes or ends only when you confirm it.',
};
const OPEN: Text = { lv: 'Gaida lēmumu', en: 'Waiting for a decision' };
const DECIDED: Text = { lv: 'Izlemtie', en: 'Decided' };
const NONE: Text = { lv: 'Neviens ieteikums negaida.', en: 'No suggestion waits.' };
const NONE_HINT: Text = { lv: 'Tie rodas, kad kāds pierakstās ar domēna kontu, kura grupai norādīta loma.', en: 'They come when somebody signs in by a domain account whose group has a role set for it.' };
const USER: Text = { lv: 'Lietotājs', en: 'User' };
const WHAT: Text = { lv: 'Ieteikums', en: 'Suggestion' };
const ROLE: Text = { lv: 'Loma', en: 'Role' };
const PLACE: Text = { lv: 'Pašvaldība', en: 'Municipality' };
const GROUPS: Text = { lv: 'Domēna grupas', en: 'Groups of the domain' };
const SEEN: Text = { lv: 'Pirmoreiz pamanīts', en: 'First seen' };
const DECIDE: Text = { lv: 'Lēmums', en: 'Decision' };
const AT: Text = { lv: 'Kad', en: 'When' };
const CONFIRMED: Text = { lv: 'apstiprināts', en: 'confirmed' };
const DECLINED: Text = { lv: 'noraidīts', en: 'declined' };
const KINDS: Readonly<Record<SuggestionRow['kind'], Text>> = { give: { lv: 'piešķirt', en: 'give' }, end: { lv: 'izbeigt: grupā vairs nav', en: 'end: no longer in the group' } };
const CONFIRM: Readonly<Record<SuggestionRow['kind'], Text>> = { give: { lv: 'Piešķirt tiesības', en: 'Give the right' }, end: { lv: 'Izbeigt tiesības', en: 'End the right' } };
const DECLINE: Readonly<Record<SuggestionRow['kind'], Text>> = { give: { lv: 'Noraidīt', en: 'Decline' }, end: { lv: 'Atstāt tiesības', en: 'Keep the right' } };
