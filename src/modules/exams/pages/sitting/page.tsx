import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { number } from '#ui/format.js';
import { ButtonLink, ButtonRow, PrintButton } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { ShownSitting, Tab } from '../../actions/view-sittings.js';
import { examName, TERM_WORDS } from '../../domain/exam-words.js';
import { bringScans } from '../../permissions.js';
import { holds } from '../frame.js';
import { SCANS } from '../scans/words.js';
import { OTHERS } from '../sittings/words.js';
import { atSchool, ORGANISING, otherPath, ProtocolTag, registerPath, SITTINGS } from '../sittings/page.js';
import { W } from '../words.js';
import { columnsOf } from './columns.js';
import { SittingTabs, sittingPath, TAB_WORDS } from './tabs.js';

/** A sitting as the school sees it: its candidates from six sides, and what is still to be done. */
export function SittingPage({ view, shown }: { view: View; shown: ShownSitting }): VNode {
  const { t, lang, query } = view;
  const { sitting, list, entries, next, counts } = shown;
  const title = t(examName(sitting));
  const reason = query['reason'];
  const seen = query['after'] ? Number(query['seen'] ?? 0) || 0 : 0;
  const file = (format: string) => hrefWith({ path: sittingPath(sitting.id, '/export'), query }, { format, after: '', seen: '' });
  return (
    <Page {...view.frame} title={title} width="work" islands={['print-page']} breadcrumbs={[{ text: ORGANISING }, { text: W.sittings, href: SITTINGS }, { text: sitting.institution, href: atSchool(sitting.regNr, sitting.year) }, { text: title }]}>
      <h1>{title}</h1>
      <Lead>
        {`${sitting.institution}, ${t(yearName(sitting.year))} ${t(MG)}. ${t(TERM_WORDS[sitting.term])}: ${readableDay(sitting.heldOn)} ${sitting.startsAt}`}
      </Lead>
      <SittingTabs view={view} id={sitting.id} current={list.tab} countOf={(tab) => (tab === 'rooms' ? counts.takers - counts.unseated : counts[tab])} />
      <ToDo view={view} shown={shown} />
      {list.tab === 'rooms' && <Rooms view={view} shown={shown} />}
      <DataTable
        lang={lang}
        caption={TAB_WORDS[list.tab]}
        captionHidden
        rows={entries}
        rowKey={(entry) => entry.id}
        dense
        columns={columnsOf(view, { ...list, parts: sitting.parts, seen, entries, reason })}
        sort={{ by: list.sort, descending: list.descending, href: (by, descending) => hrefWith(view, { sort: by, order: descending ? 'desc' : '', after: '', seen: '' }) }}
        paging={pagingByKey(view, { shown: entries.length, total: list.tab === 'rooms' ? counts.takers : counts[list.tab], next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        empty={{ title: EMPTY[list.tab], hint: EMPTY_HINT[list.tab] }}
      />
    </Page>
  );
}

/** What can be done next, each only where it is due and the right is there. */
function ToDo({ view, shown: { sitting, counts, protocol, may, beside } }: { view: View; shown: ShownSitting }): VNode {
  const { t, lang } = view;
  const open = protocol === null;
  const day = view.today >= sitting.heldOn;
  const isForApproval = day && counts.takers > 0 && (protocol === null ? may.lead : protocol.state !== 'approved' && may.approve);
  return (
    <>
      <ButtonRow>
        {may.register && open && sitting.term === 'main' && <ButtonLink href={registerPath(sitting.regNr, sitting.eventId)} variant="secondary">{t(REGISTER)}</ButtonLink>}
        {may.register && open && sitting.term === 'main' && <ButtonLink href={otherPath(sitting.regNr, sitting.eventId)} variant="secondary">{t(OTHERS)}</ButtonLink>}
        {may.register && open && counts.unconfirmed > 0 && (
          <PostButton action={sittingPath(sitting.id, '/confirm')} csrf={view.csrf} variant="primary">{`${t(CONFIRM)} (${number(counts.unconfirmed, lang)})`}</PostButton>
        )}
        {may.lead && open && day && counts.takers > 0 && <ButtonLink href={sittingPath(sitting.id, '/attendance')} variant={counts.unmarked > 0 ? 'primary' : 'secondary'}>{t(MARK)}</ButtonLink>}
        <ButtonLink href={hrefWith({ path: sittingPath(sitting.id, '/protocol'), query: view.query['reason'] ? { reason: view.query['reason'] } : {} }, {})} variant="secondary">{t(isForApproval ? FOR_APPROVAL : W.protocol)}</ButtonLink>
        {day && holds(view, bringScans) && <ButtonLink href={sittingPath(sitting.id, '/scans')} variant="secondary">{t(SCANS)}</ButtonLink>}
        {day && sitting.kind === 'centralised exam' && beside.map(({ words, href }) => <ButtonLink key={href} href={hrefWith({ path: href, query: view.query['reason'] ? { reason: view.query['reason'] } : {} }, {})} variant="secondary">{t(words)}</ButtonLink>)}
        <PrintButton>{t(PRINT)}</PrintButton>
      </ButtonRow>
      {protocol && (
        <p>
          {t(W.protocol)}: <ProtocolTag view={view} state={protocol.state === 'approved' ? 'approved' : 'submitted'} />
        </p>
      )}
    </>
  );
}

/** The rooms of a sitting with their seats. */
function Rooms({ view, shown: { sitting, rooms, counts, may, protocol } }: { view: View; shown: ShownSitting }): VNode {
  const { t, lang } = view;
  const keep = may.lead && protocol === null;
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{t(ROOMS)}</h2>
      {counts.unseated > 0 && <p>{t({ lv: `Bez vietas: ${number(counts.unseated, 'lv')}.`, en: `Without a seat: ${number(counts.unseated, 'en')}.` })}</p>}
      <DataTable
        lang={lang}
        caption={ROOMS}
        captionHidden
        rows={rooms}
        rowKey={(room) => room.id}
        empty={{ title: NO_ROOMS, hint: NO_ROOMS_HINT }}
        columns={[
          { key: 'room', header: W.room, rowHeader: true, cell: (room) => room.name },
          { key: 'seats', header: SEATS, number: true, cell: (room) => number(room.seats, lang) },
          { key: 'taken', header: TAKEN, number: true, cell: (room) => number(room.taken, lang) },
          ...(keep ? [{ key: 'do', header: REMOVE, cell: (room: (typeof rooms)[number]) => <PostButton action={sittingPath(sitting.id, '/rooms/remove')} csrf={view.csrf} hidden={{ room: room.id }} variant="quiet">{t(REMOVE)}<span class="visually-hidden">{` ${room.name}`}</span></PostButton> }] : []),
        ]}
      />
      {keep && (
        <ButtonRow>
          <ButtonLink href={sittingPath(sitting.id, '/rooms/new')} variant="secondary">{t(ADD_ROOM)}</ButtonLink>
          {rooms.length > 0 && counts.takers > 0 && <PostButton action={sittingPath(sitting.id, '/rooms/seat')} csrf={view.csrf} variant="primary">{t(SEAT)}</PostButton>}
        </ButtonRow>
      )}
    </section>
  );
}

const MG: Text = { lv: 'mācību gads', en: 'school year' };
const EMPTY: Readonly<Record<Tab, Text>> = {
  registered: { lv: 'Neviens vēl nav reģistrēts', en: 'Nobody is registered yet' },
  applied: { lv: 'Pieteikumu nav', en: 'There are no applications' },
  exempt: { lv: 'Neviens nav atbrīvots', en: 'Nobody is exempt' },
  replaced: { lv: 'Nevienam nav starptautiska dokumenta', en: 'Nobody has an international document' },
  takers: { lv: 'Kārtotāju vēl nav', en: 'There are no candidates yet' },
  rooms: { lv: 'Kārtotāju vēl nav', en: 'There are no candidates yet' },
};
const CONFIRM_HINT: Text = { lv: 'Kārtotāji parādās, kad saraksts ir apstiprināts.', en: 'Candidates appear when the list has been confirmed.' };
const CARD_HINT: Text = { lv: 'To ieraksta kārtotāja kartītē, ko atver no uzvārda.', en: 'It is recorded on the card of a candidate, opened from the family name.' };
const EMPTY_HINT: Readonly<Record<Tab, Text>> = {
  registered: { lv: 'Nospiediet “Reģistrēt” un atzīmējiet izglītojamos.', en: 'Press “Register” and choose the pupils.' },
  applied: { lv: 'Pieteikumus iesniedz vidējās izglītības eksāmeniem; 9. klases izglītojamos reģistrē skola.', en: 'Applications are for exams of secondary education; pupils of grade 9 are registered by the school.' },
  exempt: CARD_HINT, replaced: CARD_HINT, takers: CONFIRM_HINT, rooms: CONFIRM_HINT,
};
const REGISTER: Text = { lv: 'Reģistrēt', en: 'Register' };
const CONFIRM: Text = { lv: 'Apstiprināt sarakstu', en: 'Confirm the list' };
const FOR_APPROVAL: Text = { lv: 'Dalības protokols apstiprināšanai', en: 'Participation protocol for approval' };
const PRINT: Text = { lv: 'Drukāt', en: 'Print' };
const MARK: Text = { lv: 'Atzīmēt dalību', en: 'Mark participation' };
const ROOMS: Text = { lv: 'Telpas', en: 'Rooms' };
const NO_ROOMS: Text = { lv: 'Telpu vēl nav', en: 'There are no rooms yet' };
const NO_ROOMS_HINT: Text = { lv: 'Pievienojiet telpas un tad sadaliet tajās kārtotājus.', en: 'Add rooms, then seat the candidates in them.' };
const SEATS: Text = { lv: 'Vietas', en: 'Seats' };
const TAKEN: Text = { lv: 'Aizņemtas', en: 'Taken' };
const REMOVE: Text = { lv: 'Noņemt', en: 'Remove' };
const ADD_ROOM: Text = { lv: 'Pievienot telpu', en: 'Add a room' };
const SEAT: Text = { lv: 'Sadalīt visus telpās', en: 'Seat everybody' };
