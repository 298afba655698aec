import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { dayInRiga } from '#kernel/clock.js';
import { fill, type Text } from '#kernel/text.js';
import type { OwnCertificate } from '#modules/certificates/public.js';
import type { OwnResult } from '#modules/exams/public.js';
import { counted, instant } from '#ui/format.js';
import type { View } from '#web/view.js';
import { sessionOf, shownRow } from '../../actions/packet-of.js';
import type { OwnResults } from '../../actions/read-own-results.js';
import type { ShownRow } from '../../domain/shown-row.js';
import { PortalPage } from '../frame.js';
import { CERTIFICATE as CERTIFICATE_PATH, FRONT } from '../paths.js';
import { MONTHS } from '../words.js';

/** One's own results: a table that becomes cards on a telephone; the roles keep it a table for screen readers, which forget it by then. */
export function OwnResultsPage({ view, own }: { view: View; own: OwnResults }): VNode {
  const { lang, t } = view;
  const { results, certificates, contestUntil, coming, months, since } = own;
  return (
    <PortalPage view={view} lang={lang} title={TITLE} otherHref={view.frame.langHref} name={view.actor.name}>
      <h1>{t(TITLE)}</h1>
      {results.length === 0 ? (
        <>
          <p class="lead">{t(NONE)}</p>
          <p>{t(fill(NONE_WHY, { months: counted(months, MONTHS, lang) }))}</p>
        </>
      ) : (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{t(EXAM)}</th>
              <th role="columnheader" scope="col">{t(YEAR)}</th>
              <th role="columnheader" scope="col">{t(TOTAL)}</th>
              <th role="columnheader" scope="col">{t(CERTIFICATE)}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">{results.map((one) => <ResultRow key={one.entryId} view={view} one={one} certificate={certificates.get(one.entryId)} contestUntil={contestUntil.get(one.entryId)} />)}</tbody>
        </table>
      )}
      {coming.length > 0 && (
        <>
          <h2>{t(COMING)}</h2>
          <ul>{coming.map((one) => <li key={one.id}>{t(sessionOf(one))}: <strong>{instant(one.visibleFrom)}</strong> {t(BY_RIGA)}</li>)}</ul>
          <p>{t(COME_BACK)}</p>
        </>
      )}
      {contestUntil.size > 0 && (
        <>
          <h2>{t(DISAGREE)}</h2>
          <p>{t(APPEAL)}</p>
          {!view.restricted && (
            <p>
              <a href="/my/exam-appeals">{t(LODGE)}</a>
            </p>
          )}
        </>
      )}
      <p class="aside">{t(fill(SHOWN, { months: counted(months, MONTHS, lang), day: readableDay(dayInRiga(since)) }))}</p>
      {!view.restricted && (
        <p class="aside">
          <a href="/my/exam-results">{t(EARLIER)}</a>
        </p>
      )}
      <p class="aside">{t(LOGGED)}</p>
      <p>
        <a href={FRONT[lang]}>{t(FIRST_PAGE)}</a>
      </p>
    </PortalPage>
  );
}

function ResultRow({ view, one, certificate, contestUntil }: { view: View; one: OwnResult; certificate: OwnCertificate | undefined; contestUntil: IsoDate | undefined }): VNode {
  const { t } = view;
  const row = shownRow(one, certificate, contestUntil);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {t(row.exam)}
        <p class="aside">{t(row.when)}</p>
      </th>
      <td role="cell" data-name={t(YEAR)}>{row.year}</td>
      <td role="cell" data-name={t(TOTAL)}>
        {row.total && (
          <>
            <span class="big total">{t(row.total)}</span>
            <ul class="parts">{row.parts.map(({ name, share }) => <li key={name.lv}>{t(name)}: {t(share)}</li>)}</ul>
          </>
        )}
        {row.said && <p>{t(row.said)}</p>}
        {row.asides.map((words) => <p key={words.lv} class="aside">{t(words)}</p>)}
      </td>
      <td role="cell" data-name={t(CERTIFICATE)}>{row.certificate && certificate ? <Certificate view={view} row={row.certificate} of={certificate} exam={t(row.exam)} /> : t(row.noCertificate)}</td>
    </tr>
  );
}

function Certificate({ view: { t, csrf }, row, of, exam }: { view: View; row: NonNullable<ShownRow['certificate']>; of: OwnCertificate; exam: string }): VNode {
  return (
    <>
      <p>{row.number}</p>
      <p class="aside">{t(row.issued)}</p>
      <form method="post" action={CERTIFICATE_PATH}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="id" value={of.id} />
        <button class="button plain" type="submit">{t(DOWNLOAD)}<span class="unseen">: {exam}</span></button>
      </form>
    </>
  );
}

const TITLE: Text = { lv: 'Mani pārbaudījumu rezultāti', en: 'My exam results' };
export const EXAM: Text = { lv: 'Eksāmens', en: 'Exam' };
export const YEAR: Text = { lv: 'Mācību gads', en: 'School year' };
export const TOTAL: Text = { lv: 'Kopvērtējums', en: 'Total' };
export const CERTIFICATE: Text = { lv: 'Sertifikāts', en: 'Certificate' };
export const DOWNLOAD: Text = { lv: 'Lejupielādēt', en: 'Download' };
const NONE: Text = { lv: 'Publicētu rezultātu jums pašlaik nav.', en: 'There are no published results of yours at present.' };
const NONE_WHY: Text = { lv: 'Šeit redzami tikai pēdējos {months} publicēti rezultāti. Ja jūsu eksāmenam jābūt publicētam, jautājiet skolai; ja publicēšana vēl gaidāma, tās laiks ir pirmajā lapā.', en: 'Only results published within the last {months} are shown here. If your exam should have been published, ask your school; if publication is still to come, its time is on the first page.' };
const COMING: Text = { lv: 'Drīz publicēs', en: 'To be published' };
const BY_RIGA: Text = { lv: '(Rīgas laiks)', en: '(Riga time)' };
const COME_BACK: Text = { lv: 'Agrāk rezultātu šeit nav nevienam. Šajā brīdī vai pēc tā atveriet šo lapu vēlreiz.', en: 'Nobody has results here earlier. Open this page again at that instant or after it.' };
const DISAGREE: Text = { lv: 'Ja vērtējumam nepiekrītat', en: 'If you disagree with the result' };
const LODGE: Text = { lv: 'Iesniegt apelāciju šeit', en: 'Lodge an appeal here' };
const APPEAL: Text = { lv: 'Apelāciju iesniedz līdz dienai, kas norādīta pie rezultāta: pilngadīgs skolēns pats, nepilngadīga skolēna vietā likumiskais pārstāvis, portālā Latvija.lv, ar e-adresi, ar elektroniski parakstītu e-pastu aģentūrai vai papīra formā. Rezultāts pēc apelācijas var palikt, pieaugt vai samazināties.', en: 'An appeal is handed in until the day that stands beside the result: by an adult pupil, for a minor by the legal representative, on Latvija.lv, by e-address, by signed e-mail to the agency or on paper. After an appeal the result may stay, rise or fall.' };
const SHOWN: Text = { lv: 'Šeit redzami rezultāti, kas publicēti pēdējos {months} (no {day}).', en: 'Shown are results published within the last {months} (since {day}).' };
const EARLIER: Text = { lv: 'Agrāki rezultāti un visi sertifikāti', en: 'Earlier results and all certificates' };
const LOGGED: Text = { lv: 'Katra šīs lapas atvēršana ir ierakstīta žurnālā: to redzat sadaļā “Kas skatījies manus datus”.', en: 'Each opening of this page is logged: you see it under “Who looked at my data”.' };
const FIRST_PAGE: Text = { lv: 'Uz pirmo lapu', en: 'To the first page' };
