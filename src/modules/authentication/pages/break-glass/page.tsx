import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { isTestDue } from '../../domain/break-glass-test.js';
import type { BreakGlass } from '../../actions/break-glass.js';

/** The last doors: who may open them, when they were tested, and what each opening was for. */
export function BreakGlassPage({ view, found: { accounts, uses }, attempt }: { view: View; found: BreakGlass; attempt: Attempt }): VNode {
  const { lang, t, csrf } = view;
  const field = fieldsOf({ lang, ...attempt });
  const open = uses.filter((use) => !use.reportedAt);
  // One at a time, the one just tried again or else the oldest: two forms of the same fields could not be told apart.
  const asked = open.find(({ id }) => id === attempt.values['id']) ?? open.at(-1);
  return (
    <Page {...view.frame} title={t(BREAK_GLASS)} width="work">
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(BREAK_GLASS)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {accounts.length === 1 && <Notice lang={lang} tone="warning" title={ONE_ONLY}><p>{t(ONE_ONLY_WHY)}</p></Notice>}
      <DataTable
        lang={lang}
        caption={BREAK_GLASS}
        captionHidden
        rows={accounts}
        rowKey={(account) => account.userId}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'login', header: LOGIN, rowHeader: true, cell: (account) => account.login },
          { key: 'reason', header: REASON, cell: (account) => account.reason },
          { key: 'keys', header: KEYS, number: true, cell: (account) => account.passkeys },
          { key: 'sealed', header: SEALED, cell: (account) => instant(account.sealedAt) },
          { key: 'tested', header: TESTED, cell: (account) => <Tested view={view} testedAt={account.testedAt} /> },
          {
            key: 'unseal',
            header: ACTION,
            cell: (account) => (
              <PostButton action="/break-glass/unseal" csrf={csrf} hidden={{ id: account.userId }} variant="quiet">
                {t(UNSEAL)}
              </PostButton>
            ),
          },
        ]}
      />
      <h2>{t(USES)}</h2>
      {asked && (
        <Form csrf={csrf} action="/break-glass/report">
          <HiddenFields values={{ id: asked.id }} />
          <TextField {...field('words')} label={{ lv: `${asked.login}, ${instant(asked.at)}: kam tas bija vajadzīgs`, en: `${asked.login}, ${instant(asked.at)}: what it was needed for` }} width="full" />
          <Checkboxes {...field('isTest')} label={KIND} options={[{ value: 'yes', label: IS_TEST }]} />
          <ButtonRow>
            <Button variant="secondary">{t(REPORT)}</Button>
          </ButtonRow>
        </Form>
      )}
      <DataTable
        lang={lang}
        caption={USES}
        captionHidden
        rows={uses}
        rowKey={(use) => use.id}
        empty={{ title: NO_USES }}
        columns={[
          { key: 'login', header: LOGIN, rowHeader: true, cell: (use) => use.login },
          { key: 'at', header: WHEN, cell: (use) => instant(use.at) },
          { key: 'network', header: NETWORK, cell: (use) => use.addressPrefix },
          { key: 'report', header: REPORTED, cell: (use) => (use.reportedAt ? [use.isTest ? t(TEST) : '', use.report].filter(Boolean).join(': ') : <StatusTag tone="warning">{t(NOT_REPORTED)}</StatusTag>) },
        ]}
      />
      <h2>{t(SEAL)}</h2>
      <Form csrf={csrf}>
        <TextField {...field('login')} label={LOGIN} hint={LOGIN_HINT} autoComplete="off" width="medium" />
        <TextField {...field('reason')} label={REASON} width="full" />
        <ButtonRow>
          <Button>{t(SEAL)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Tested({ view, testedAt }: { view: View; testedAt: Date | null }): VNode {
  return (
    <>
      {testedAt ? instant(testedAt) : view.t(NEVER)} {isTestDue(testedAt, view.clock.now()) && <StatusTag tone="warning">{view.t(TEST_DUE)}</StatusTag>}
    </>
  );
}

export const BREAK_GLASS: Text = { lv: 'Avārijas konti', en: 'Sealed accounts' };
const LEAD: Text = {
  lv: 'Konti dienai, kad visi citi ceļi ir ciet. Tos atver tikai ar drošības atslēgu; par katru lietošanu visi atbildīgie tūlīt saņem trauksmi, un reizi ceturksnī katru kontu pārbauda.',
  en: 'Accounts for the day all other ways are closed. Only a security key opens them; at each use everybody responsible is alarmed at once, and each account is tested every quarter.',
};
const LOGIN: Text = { lv: 'Lietotājvārds', en: 'User name' };
const LOGIN_HINT: Text = { lv: 'Kontam vajag vismaz divas piekļuves atslēgas', en: 'The account needs at least two passkeys' };
const REASON: Text = { lv: 'Iemesls', en: 'Reason' };
const KEYS: Text = { lv: 'Atslēgas', en: 'Keys' };
const SEALED: Text = { lv: 'Izveidots', en: 'Sealed' };
const TESTED: Text = { lv: 'Pārbaudīts', en: 'Tested' };
const NEVER: Text = { lv: 'vēl nav', en: 'not yet' };
const TEST_DUE: Text = { lv: 'jāpārbauda', en: 'test is due' };
const UNSEAL: Text = { lv: 'Padarīt par parastu', en: 'Unseal' };
const ACTION: Text = { lv: 'Darbība', en: 'Action' };
const NONE: Text = { lv: 'Avārijas kontu nav.', en: 'There are no sealed accounts.' };
const NONE_HINT: Text = { lv: 'Izveidojiet divus, pirms paroles tiek izslēgtas.', en: 'Make two before passwords end.' };
const ONE_ONLY: Text = { lv: 'Avārijas konts ir tikai viens', en: 'There is only one sealed account' };
const ONE_ONLY_WHY: Text = { lv: 'Izveidojiet otru: ja pirmā atslēgas nav pie rokas, paliek vēl viens ceļš.', en: 'Make a second one: if the keys of the first are not at hand, another way is left.' };
const USES: Text = { lv: 'Lietojumi', en: 'Uses' };
const NO_USES: Text = { lv: 'Nav bijis neviena.', en: 'There has been none.' };
const WHEN: Text = { lv: 'Kad', en: 'When' };
const NETWORK: Text = { lv: 'Tīkls', en: 'Network' };
const REPORTED: Text = { lv: 'Paskaidrojums', en: 'Report' };
const NOT_REPORTED: Text = { lv: 'vēl nav paskaidrots', en: 'not explained yet' };
const TEST: Text = { lv: 'pārbaude', en: 'test' };
const KIND: Text = { lv: 'Veids', en: 'Kind' };
const IS_TEST: Text = { lv: 'Tā bija ceturkšņa pārbaude', en: 'It was the quarterly test' };
const REPORT: Text = { lv: 'Pierakstīt', en: 'Write down' };
const SEAL: Text = { lv: 'Izveidot avārijas kontu', en: 'Seal an account' };
