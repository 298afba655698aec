import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { AddressBoard, MovedAddress } from '../../actions/keep-addresses.js';
import { W } from '../intake-words.js';

/** Old addresses, who still calls them, and the form that announces another move. */
export function AddressesPage({ view, board, attempt }: { view: View; board: AddressBoard; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(W.addresses)} width="work" breadcrumbs={[{ text: W.journals, href: '/intake/journals' }, { text: W.addresses }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(W.addresses)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <h2>{t(STILL)}</h2>
      <p class="hint">{t(fill(STILL_HINT, { days: board.days }))}</p>
      <DataTable
        lang={lang}
        caption={STILL}
        captionHidden
        rows={board.uses}
        rowKey={(one) => `${one.oldPath} ${one.code}`}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'journal', header: W.journal, rowHeader: true, cell: (one) => <a href={`/intake/journals/${one.code}`}>{one.journal}</a> },
          { key: 'path', header: OLD, cell: (one) => <code>{one.oldPath}</code> },
          { key: 'calls', header: OLD_CALLS, number: true, cell: (one) => number(one.calls, lang) },
          { key: 'new', header: NEW_CALLS, number: true, cell: (one) => number(one.newCalls, lang) },
          { key: 'last', header: LAST, cell: (one) => instant(one.lastAt) },
        ]}
      />
      <h2>{t(MOVED)}</h2>
      <MovedTable
        view={view}
        moved={board.moved}
        more={(one) => <a href={`/intake/addresses/${one.id}/end`}>{t(TELL_END)}</a>}
      />
      <h2>{t(ANNOUNCE)}</h2>
      <p>{t(ANNOUNCE_HINT)}</p>
      <Form csrf={view.csrf} action="/intake/addresses">
        <TextField {...field('oldPath')} label={OLD} hint={OLD_HINT} width="full" />
        <TextField {...field('newPath')} label={NEW} hint={NEW_HINT} width="full" />
        <DateField {...field('deprecatedFrom', view.today)} label={FROM} />
        <DateField {...field('answersUntil')} label={UNTIL} hint={UNTIL_HINT} optional />
        <Button>{t(ANNOUNCE)}</Button>
      </Form>
    </Page>
  );
}

/** Until when an old address answers: what is announced to everyone who uses it. */
export function EndOfAddressPage({ view, move, attempt }: { view: View; move: MovedAddress; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TELL_END)} breadcrumbs={[{ text: W.journals, href: '/intake/journals' }, { text: W.addresses, href: '/intake/addresses' }, { text: TELL_END }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TELL_END)}</h1>
      <Lead>{t(END_LEAD)}</Lead>
      <p>
        <code>{move.oldPath}</code>
      </p>
      <Form csrf={view.csrf}>
        <DateField {...field('answersUntil', move.answersUntil ?? '')} label={UNTIL} hint={UNTIL_HINT} optional />
        <Button>{t(TELL_END)}</Button>
      </Form>
    </Page>
  );
}

/** What the `Link` of every answer from an old address leads to: for whoever runs an e-journal. */
export const MovedPage = ({ view, moved }: { view: View; moved: readonly MovedAddress[] }): VNode => (
  <Page {...view.frame} title={view.t(MOVED)}>
    <h1>{view.t(MOVED)}</h1>
    <Lead>{view.t(MOVED_LEAD)}</Lead>
    <MovedTable view={view} moved={moved} />
  </Page>
);

const MovedTable = ({ view, moved, more }: { view: View; moved: readonly MovedAddress[]; more?: (one: MovedAddress) => VNode }): VNode => (
  <DataTable
    lang={view.lang}
    caption={MOVED}
    captionHidden
    rows={moved}
    rowKey={(one) => one.id}
    empty={{ title: NONE_MOVED }}
    columns={[
      { key: 'old', header: OLD, rowHeader: true, cell: (one) => <code>{one.oldPath}</code> },
      { key: 'new', header: NEW, cell: (one) => <code>{one.newPath}</code> },
      { key: 'from', header: FROM, cell: (one) => readableDay(one.deprecatedFrom) },
      { key: 'until', header: UNTIL, cell: (one) => lastDay(one.answersUntil, view) },
      ...(more ? [{ key: 'end', header: W.action, cell: more }] : []),
    ]}
  />
);

const lastDay = (until: IsoDate | null, { t }: View): string => (until === null ? t(NO_END) : readableDay(addDays(until, -1)));

const LEAD: Text = { lv: 'Kad adrese mainās, vecā turpina atbildēt tāpat un katrā atbildē pasaka, kur ir jaunā. Te redzams, kurš vēl nav pārkārtojies.', en: 'When an address moves, the old one goes on answering the same and says in every answer where the new one is. Here it is seen who has not changed yet.' };
const STILL: Text = { lv: 'Kas vēl lieto vecās adreses', en: 'Who still uses old addresses' };
const STILL_HINT: Text = { lv: 'Pēdējās {days} dienas.', en: 'The last {days} days.' };
const NOBODY: Text = { lv: 'Vecās adreses neviens vairs nelieto.', en: 'Nobody uses the old addresses any more.' };
const NOBODY_HINT: Text = { lv: 'Tagad var izziņot vecās adreses beigas.', en: 'The end of the old address can be announced now.' };
const OLD: Text = { lv: 'Vecā adrese', en: 'Old address' };
const NEW: Text = { lv: 'Jaunā adrese', en: 'New address' };
const OLD_CALLS: Text = { lv: 'Reizes uz veco', en: 'Times to the old' };
const NEW_CALLS: Text = { lv: 'Reizes uz jauno', en: 'Times to the new' };
const LAST: Text = { lv: 'Pēdējā reize uz veco', en: 'Last time to the old' };
const MOVED: Text = { lv: 'Pārceltās adreses', en: 'Addresses that moved' };
const MOVED_LEAD: Text = { lv: 'E-žurnālu uzturētājiem: nomainiet veco adresi pret jauno. Līguma saturs nemainās.', en: 'For vendors of e-journals: put the new address in place of the old. Nothing else of the contract changes.' };
const NONE_MOVED: Text = { lv: 'Neviena adrese nav pārcelta.', en: 'No address has moved.' };
const FROM: Text = { lv: 'Novecojusi no', en: 'Old from' };
const UNTIL: Text = { lv: 'Atbild līdz', en: 'Answers until' };
const UNTIL_HINT: Text = { lv: 'Pirmā diena, kad vairs neatbild; tukšs: bez beigām. Vismaz 90 dienas uz priekšu.', en: 'The first day without an answer; empty: no end. At least 90 days ahead.' };
const NO_END: Text = { lv: 'beigas nav izziņotas', en: 'no end announced' };
const TELL_END: Text = { lv: 'Izziņot beigas', en: 'Announce the end' };
const END_LEAD: Text = { lv: 'Dienu redz galvenē “Sunset” katrā atbildē, un visas tehniskās kontaktpersonas saņem e-pastu.', en: 'The day stands in the header “Sunset” of every answer, and all technical contacts get a letter.' };
const ANNOUNCE: Text = { lv: 'Izziņot pārcelšanu', en: 'Announce a move' };
const ANNOUNCE_HINT: Text = { lv: 'Vecā adrese uzreiz sāk vest uz jauno, un visas tehniskās kontaktpersonas saņem e-pastu.', en: 'The old address leads to the new one at once, and all technical contacts get a letter.' };
const OLD_HINT: Text = { lv: 'Ceļš, kas pārceļas ar visu, kas zem tā, piemēram, /api/v1/intake', en: 'The path that moves with all below it, as in /api/v1/intake' };
const NEW_HINT: Text = { lv: 'Ceļš, kas atbild tagad, piemēram, /api/intake', en: 'The path that answers now, as in /api/intake' };
