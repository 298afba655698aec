import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { inOrderOf } from '#kernel/latvian-order.js';
import { fill, type Text } from '#kernel/text.js';
import type { CustomTools } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { OpenedElsewhere, type Whence } from '../../actions/sender.js';
import { PortalPage } from '../frame.js';
import { FRONT } from '../paths.js';

/** Why personal pages do not open here, by what that was decided, and the other ways to one's results. */
function ElsewherePage({ view, whence }: { view: View; whence: Whence }): VNode {
  const { lang, t } = view;
  const names = new Intl.DisplayNames([lang], { type: 'region' });
  const open = new Intl.ListFormat(lang, { type: 'conjunction' }).format(whence.openCountries.map((code) => names.of(code) ?? code).sort(inOrderOf(lang)));
  const here = whence.country ? fill(FROM, { country: names.of(whence.country) ?? whence.country }) : UNKNOWN;
  return (
    <PortalPage view={view} lang={lang} title={TITLE} otherHref={view.frame.langHref}>
      <h1>{t(TITLE)}</h1>
      <p class="lead">{open === '' ? t(NOWHERE) : t(fill(OPEN_IN, { countries: open }))}</p>
      <p>{t(here)}</p>
      <h2>{t(INSTEAD)}</h2>
      <ul>
        <li>{t(WHEN_BACK)}</li>
        <li>{t(VPN)}</li>
        <li>{t(SCHOOL)}</li>
        <li>{t(SERVICE)}</li>
      </ul>
      <p class="aside">{t(fill(TABLE, { day: readableDay(whence.tableOf) }))}</p>
      <p>
        <a href={FRONT[lang]}>{t(BACK)}</a>
      </p>
    </PortalPage>
  );
}

/** Answers a refusal for where the request came from; any other goes on. */
export function elsewhere(at: CustomTools, error: unknown): FastifyReply {
  if (!(error instanceof OpenedElsewhere)) throw error;
  return at.send(<ElsewherePage view={at.view} whence={error.whence} />, error.status);
}

const TITLE: Text = { lv: 'Šeit rezultātus atvērt nevar', en: 'Results cannot be opened here' };
const OPEN_IN: Text = { lv: 'Savus rezultātus šajā portālā var atvērt šajās valstīs: {countries}.', en: 'In this portal your results can be opened in these countries: {countries}.' };
const NOWHERE: Text = { lv: 'Pašlaik personiskās lapas ir slēgtas visiem.', en: 'Personal pages are closed to everybody at present.' };
const FROM: Text = { lv: 'Pēc jūsu tīkla adreses jūs esat šeit: {country}.', en: 'By your network address you are in: {country}.' };
const UNKNOWN: Text = { lv: 'Pēc jūsu tīkla adreses nevar noteikt, kurā valstī esat. Tā mēdz būt, ja lietojat VPN vai starpniekserveri.', en: 'Your network address does not tell in which country you are. This happens with a VPN or a proxy.' };
const INSTEAD: Text = { lv: 'Ko darīt', en: 'What to do' };
const WHEN_BACK: Text = { lv: 'Atvērt portālu, kad esat atpakaļ: rezultāti ir redzami vairākus mēnešus.', en: 'Open the portal when you are back: results are shown for several months.' };
const VPN: Text = { lv: 'Ja esat kādā no šīm valstīm, izslēgt VPN vai mēģināt citā tīklā, piemēram, mobilajā.', en: 'If you are in one of these countries, switch off your VPN or try another network, such as the mobile one.' };
const SCHOOL: Text = { lv: 'Jautāt savai skolai: tā redz rezultātus un var nosūtīt sertifikātu.', en: 'Ask your school: it sees the results and can send you the certificate.' };
const SERVICE: Text = { lv: 'Portālā Latvija.lv izmantot pakalpojumu “Izglītību apliecinošo dokumentu apskate un saņemšana”: tas atverams visās valstīs.', en: 'Use the service “Izglītību apliecinošo dokumentu apskate un saņemšana” on Latvija.lv: it opens in every country.' };
const TABLE: Text = { lv: 'Valsti nosaka pēc tīklu tabulas, kas ir spēkā uz {day} Tā var kļūdīties; ja esat Baltijas valstīs un lapa neatveras, ziņojiet skolai.', en: 'The country is told by a table of networks as of {day} It can be wrong; if you are in an open country and the page does not open, tell your school.' };
const BACK: Text = { lv: 'Uz pirmo lapu', en: 'To the first page' };
