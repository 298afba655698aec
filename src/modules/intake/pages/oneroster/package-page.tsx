import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { bytes, instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { BatchCounts, ShownPackage } from '../../actions/oneroster/packages.js';
import type { Try } from '../../domain/oneroster/outlook.js';
import { TROUBLES, type Trouble } from '../../domain/oneroster/trouble.js';
import { FindingsTable, KindsTable, SHOWN_AT_ONCE } from '../check/findings-table.js';
import { WORDS } from '../check/words.js';
import { KIND_NAMES, W } from '../intake-words.js';
import { Differences } from './differences.js';
import { PackageTag } from './list-page.js';
import { O } from './words.js';

const REFRESH_SECONDS = 2;

/** One package: what was found in it, what it would do or did, and where it differs from the register. */
export function PackagePage({ view, shown }: { view: View; shown: ShownPackage }): VNode {
  const { lang, t } = view;
  const { found } = shown;
  const underWay = found.state === 'received' || found.state === 'sending';
  const title = `${t(O.package)} ${found.name}`;
  return (
    <Page {...view.frame} title={title} width="work" {...(underWay && { refreshSeconds: REFRESH_SECONDS })} breadcrumbs={[{ text: O.title, href: '/intake/oneroster' }, { text: { lv: found.name, en: found.name } }]}>
      <h1>{title}</h1>
      <Lead>{[found.school, bytes(found.size, lang), instant(found.receivedAt), found.journal ?? found.receiver, ...(found.program === '' ? [] : [found.program])].join(' · ')}</Lead>
      <p><PackageTag view={view} found={found} /></p>
      {underWay && <Notice lang={lang} title={UNDER_WAY} announced><p>{t(UNDER_WAY_MORE)}</p></Notice>}
      {found.state === 'refused' && <Notice lang={lang} tone="danger" title={UNFIT} announced><p>{t(found.failure === '' ? UNFIT_MORE : { lv: found.failure, en: found.failureEn })}</p></Notice>}
      {found.state === 'expired' && <Notice lang={lang} title={EXPIRED}><p>{t(EXPIRED_MORE)}</p></Notice>}
      {found.state === 'ready' && <Decision view={view} shown={shown} />}
      {found.outlook && <Outlook view={view} shown={shown} />}
      {found.report && found.report.findings.length > 0 && (
        <>
          <h2>{t(WORDS.findings)}</h2>
          <KindsTable view={view} counts={found.report.counts} />
          <FindingsTable view={view} findings={found.report.findings.slice(0, SHOWN_AT_ONCE)} />
        </>
      )}
    </Page>
  );
}

function Decision({ view, shown }: { view: View; shown: ShownPackage }): VNode {
  const { lang, t } = view;
  const { found } = shown;
  const { changes, waiting } = effectOf(shown);
  const { expiresOn } = shown;
  const [title, more] = changes > 0 ? [READY, READY_MORE] : waiting > 0 ? [ONLY_WAITING, ONLY_WAITING_MORE] : [NOTHING, NOTHING_MORE];
  return (
    <Notice lang={lang} {...((changes > 0 || waiting > 0) && { tone: 'warning' })} title={title}>
      <p>{t(more)}</p>
      {expiresOn && <p>{t(fill(EXPIRES, { day: readableDay(expiresOn) }))}</p>}
      <ButtonRow>
        {changes > 0 && <PostButton action={`/intake/oneroster/${found.id}/send`} csrf={view.csrf} variant="primary">{t(SEND)}</PostButton>}
        {changes === 0 && waiting > 0 && <PostButton action={`/intake/oneroster/${found.id}/send`} csrf={view.csrf} variant="secondary">{t(SEND_WAITING)}</PostButton>}
        <PostButton action={`/intake/oneroster/${found.id}/drop`} csrf={view.csrf} variant="quiet">{t(DROP)}</PostButton>
      </ButtonRow>
    </Notice>
  );
}

/** What sending does to the register or did, and how many rows it brings to the school's desk. */
function effectOf({ found, batches }: ShownPackage): { changes: number; waiting: number } {
  const counted = (found.outlook?.tries ?? []).flatMap((one) => batches.get(one.batchId) ?? []);
  const withdrawn = found.state === 'sent' ? found.withdrawn : (found.outlook?.withdrawn ?? 0);
  return { changes: counted.reduce((sum, { taken, corrected }) => sum + taken + corrected, withdrawn), waiting: counted.reduce((sum, one) => sum + one.waiting, 0) };
}

function Outlook({ view, shown }: { view: View; shown: ShownPackage }): VNode {
  const { lang, t } = view;
  const { found, batches } = shown;
  const { tries, troubles, withdrawn, differences } = found.outlook!;
  const counted = tries.map((one) => batches.get(one.batchId)).filter((one) => one !== undefined);
  const sum = (of: (batch: BatchCounts) => number) => number(counted.reduce((total, one) => total + of(one), 0), lang);
  return (
    <>
      <h2>{t(found.state === 'sent' ? DONE : WOULD)}</h2>
      {found.state === 'sent' && effectOf(shown).changes === 0 && <p>{t(NOTHING_DONE)}</p>}
      <StatTiles
        lang={lang}
        tiles={[
          { value: sum((one) => one.taken), label: NEW },
          { value: sum((one) => one.corrected), label: CORRECTED },
          { value: sum((one) => one.unchanged), label: UNCHANGED },
          { value: number(found.state === 'sent' ? found.withdrawn : withdrawn, lang), label: WITHDRAWN },
          { value: sum((one) => one.waiting), label: W.waiting },
          { value: sum((one) => one.refused), label: W.refused },
        ]}
      />
      <TriesTable view={view} tries={tries} batches={batches} />
      {found.batchIds.length > 0 && (
        <p>
          {t(BATCHES)}{' '}
          {found.batchIds.map((id, at) => (
            <>
              {at > 0 && ', '}
              <a key={id} href={`/intake/batches/${id}`}>{`${t(BATCH)} ${at + 1}`}</a>
            </>
          ))}
        </p>
      )}
      {troubles.length > 0 && <TroublesTable view={view} troubles={troubles} />}
      <Differences view={view} differences={differences} names={shown.names} regNr={found.regNr} />
    </>
  );
}

const TriesTable = ({ view, tries, batches }: { view: View; tries: readonly Try[]; batches: ShownPackage['batches'] }): VNode => (
  <DataTable
    lang={view.lang}
    caption={CONTENT}
    captionHidden
    rows={tries}
    rowKey={(one) => one.batchId}
    empty={{ title: NO_MARKS, hint: NO_MARKS_HINT }}
    columns={[
      { key: 'kind', header: CONTENT, rowHeader: true, cell: (one) => <a href={`/intake/batches/${one.batchId}`}>{view.t(KIND_NAMES[one.kind])}</a> },
      { key: 'year', header: O.year, cell: (one) => view.t(yearName(one.year)) },
      { key: 'rows', header: O.rows, number: true, cell: (one) => number(one.rows, view.lang) },
      { key: 'taken', header: W.taken, number: true, cell: (one) => number(takenOf(batches.get(one.batchId)), view.lang) },
      { key: 'waiting', header: W.waiting, number: true, cell: (one) => number(batches.get(one.batchId)?.waiting ?? 0, view.lang) },
      { key: 'refused', header: W.refused, number: true, cell: (one) => number(batches.get(one.batchId)?.refused ?? 0, view.lang) },
    ]}
  />
);

const takenOf = (batch: BatchCounts | undefined): number => (batch ? batch.taken + batch.corrected + batch.unchanged : 0);

const TroublesTable = ({ view, troubles }: { view: View; troubles: readonly Trouble[] }): VNode => (
  <>
    <h3>{view.t(LEFT_OUT)}</h3>
    <DataTable
      lang={view.lang}
      caption={LEFT_OUT}
      captionHidden
      rows={troubles}
      rowKey={(one) => one.code}
      columns={[
        { key: 'what', header: O.what, rowHeader: true, cell: ({ code }) => view.t(TROUBLES[code].what) },
        { key: 'count', header: O.count, number: true, cell: ({ count }) => number(count, view.lang) },
        { key: 'where', header: WORDS.place, cell: ({ places, count }) => `${places.slice(0, 5).map(({ file, row }) => `${file}, ${view.t(WORDS.row).toLowerCase()} ${row}`).join('; ')}${count > 5 ? ' …' : ''}` },
        { key: 'todo', header: O.todo, cell: ({ code }) => view.t(TROUBLES[code].todo) },
      ]}
    />
  </>
);

const UNDER_WAY: Text = { lv: 'Pakete tiek apstrādāta', en: 'The package is being worked on' };
const UNDER_WAY_MORE: Text = { lv: 'Lapa atjaunojas pati. Varat to aizvērt un atgriezties vēlāk.', en: 'The page shows itself anew. You may close it and come back later.' };
const UNFIT: Text = { lv: 'Paketi nevar pieņemt', en: 'The package cannot be taken' };
const UNFIT_MORE: Text = { lv: 'Novērsiet kļūdas e-žurnālā vai nododiet sarakstu tā uzturētājam un iesniedziet paketi vēlreiz.', en: 'Remove the errors in the e-journal, or hand the list to whoever runs it, and bring the package again.' };
const READY: Text = { lv: 'Izlemiet, vai paketi nodot reģistram', en: 'Decide whether the package goes into the register' };
const READY_MORE: Text = { lv: 'Zemāk redzams, kas notiktu. Kas gaida vai ir atteikts, vērtējumos nenonāk, kamēr to nesakārto.', en: 'Below is what would happen. What waits or is refused becomes no mark until it is put right.' };
const NOTHING: Text = { lv: 'Nav ko nodot: reģistrs nemainītos', en: 'Nothing to send: the register would not change' };
const NOTHING_MORE: Text = { lv: 'Neviens vērtējums nav jauns vai labojams. Kas nav pieņemts, redzams zemāk.', en: 'No mark is new or to be corrected. What is refused is shown below.' };
const ONLY_WAITING: Text = { lv: 'Pagaidām nav ko pieņemt: rindas gaida nosaukumu saskaņošanu', en: 'Nothing can be taken yet: rows wait for names to be matched' };
const ONLY_WAITING_MORE: Text = { lv: 'Nododot rindas nonāks pie e-žurnālu nosaukumiem. Tās pieņems, kad nosaukumi būs saskaņoti.', en: 'Sent on, the rows come to the names of e-journals. They are taken once the names are matched.' };
const SEND_WAITING: Text = { lv: 'Nodot saskaņošanai', en: 'Send for matching' };
const NOTHING_DONE: Text = { lv: 'Pakete reģistrā neko nemainīja.', en: 'The package changed nothing in the register.' };
const EXPIRES: Text = { lv: 'Ja līdz {day} neizlemsiet, paketes arhīvu izdzēsīs.', en: 'If you do not decide before {day}, the archive of the package is deleted.' };
const EXPIRED: Text = { lv: 'Pakete nav apstiprināta laikā, un tās arhīvs ir izdzēsts', en: 'The package was not confirmed in time, and its archive has been deleted' };
const EXPIRED_MORE: Text = { lv: 'Reģistrā no tās nekas nav nonācis. Ja tā vēl vajadzīga, iesniedziet to vēlreiz.', en: 'Nothing of it entered the register. If it is still needed, bring it again.' };
const SEND: Text = { lv: 'Nodot reģistram', en: 'Send into the register' };
const DROP: Text = { lv: 'Atmest paketi', en: 'Drop the package' };
const WOULD: Text = { lv: 'Ko pakete mainītu', en: 'What the package would change' };
const DONE: Text = { lv: 'Ko pakete mainīja', en: 'What the package changed' };
const NEW: Text = { lv: 'Jauni', en: 'New' };
const CORRECTED: Text = { lv: 'Laboti', en: 'Corrected' };
const UNCHANGED: Text = { lv: 'Bez pārmaiņām', en: 'Unchanged' };
const WITHDRAWN: Text = { lv: 'Atsaukti', en: 'Taken back' };
const CONTENT: Text = { lv: 'Saturs', en: 'Content' };
const NO_MARKS: Text = { lv: 'Paketē nav neviena perioda vērtējuma', en: 'The package holds no mark of a period' };
const NO_MARKS_HINT: Text = { lv: 'Skatiet zemāk, kādēļ rindas nav ņemtas.', en: 'See below why rows were left out.' };
const LEFT_OUT: Text = { lv: 'Kas nav ņemts un kādēļ', en: 'What was left out, and why' };
const BATCHES: Text = { lv: 'Datu paketes, kas no tās tapušas:', en: 'Batches made of it:' };
const BATCH: Text = { lv: 'pakete', en: 'batch' };
