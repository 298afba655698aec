import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { View } from '#web/view.js';
import { CERTIFICATE, DOWNLOAD, EXAM, TOTAL, YEAR } from '../own/page.js';
import { PortalPage } from '../frame.js';
import { FRONT, KEY, MINE, PACKET, PACKET_STATE, PACKET_WORKER, SIGN_IN } from '../paths.js';
import { W } from './words.js';

/** Where a packet is asked for, waits and opens. The page itself holds nothing of anybody; what does is kept by the device and shown by the script. */
export function PacketPage({ view, lang }: { view: View; lang: Lang }): VNode {
  const t = (text: Text) => text[lang];
  const { title, ...words } = { ...W, exam: EXAM, year: YEAR, total: TOTAL, certificate: CERTIFICATE, download: DOWNLOAD };
  const said = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, t(text)]));
  const ways = { state: PACKET_STATE, take: PACKET.lv, key: KEY, worker: PACKET_WORKER, scope: PACKET.lv, mine: MINE, signIn: `${SIGN_IN}?to=packet&lang=${lang}` };
  return (
    <PortalPage view={view} lang={lang} title={title} otherHref={PACKET[lang === 'lv' ? 'en' : 'lv']} script="packet">
      <h1>{t(title)}</h1>
      <div data-packets data-words={JSON.stringify(said)} data-ways={JSON.stringify(ways)}>
        <p data-plain>{t(PLAIN)}</p>
        <p data-message class="lead" hidden></p>
        <div data-kept></div>
        <div data-offers></div>
      </div>
      <h2>{t(HOW)}</h2>
      <ol>
        <li>{t(STEP_ASK)}</li>
        <li>{t(STEP_EVENING)}</li>
        <li>{t(STEP_NINE)}</li>
      </ol>
      <h2>{t(GOOD_TO_KNOW)}</h2>
      <ul>
        <li>{t(OWN_DEVICE)}</li>
        <li>{t(CLOCK)}</li>
        <li>{t(LATER)}</li>
        <li>{t(NO_NEED)}</li>
      </ul>
      <p>
        <a href={FRONT[lang]}>{t(FIRST_PAGE)}</a>
      </p>
    </PortalPage>
  );
}

const PLAIN: Text = { lv: 'Šai lapai vajag pārlūku, kurā darbojas skripti. Bez tiem rezultātus publicēšanas brīdī atver parastajā ceļā: pirmajā lapā izvēlieties “Skatīt savus rezultātus”.', en: 'This page needs a browser that runs scripts. Without them results open the ordinary way at the instant of publication: choose “See my results” on the first page.' };
const HOW: Text = { lv: 'Kā tas notiek', en: 'How it works' };
const STEP_ASK: Text = { lv: 'Vienreiz pieprasiet paciņu savā telefonā vai datorā.', en: 'Ask for the packet once on your own telephone or computer.' };
const STEP_EVENING: Text = { lv: 'Iepriekšējā vakarā atveriet šo lapu vēlreiz: ierīce saņem jūsu rezultātus aizzīmogotus. Atvērt tos vēl nevar neviens.', en: 'On the evening before open this page again: the device receives your results, sealed. Nobody can open them yet.' };
const STEP_NINE: Text = { lv: 'Publicēšanas brīdī lapa pati saņem mazu atslēgu, kas visiem ir viena, un rezultāti atveras. Rindā nav jāstāv; savienojumu vajag tikai uz mirkli.', en: 'At the instant of publication the page gets a small key by itself, the same for everybody, and the results open. There is no queue; a connection is needed for a moment only.' };
const GOOD_TO_KNOW: Text = { lv: 'Labi zināt', en: 'Good to know' };
const OWN_DEVICE: Text = { lv: 'Kas pēc publicēšanas lieto šo ierīci un pārlūku, var redzēt atvērtos rezultātus. Svešā vai kopīgā ierīcē paciņu nepieprasiet; no savas to var dzēst.', en: 'Whoever uses this device and browser after publication can see the opened results. Do not ask for a packet on a shared device; from your own it can be deleted.' };
const CLOCK: Text = { lv: 'Ierīces pulkstenim nav nozīmes: atslēgu dod serveris, un pirms laika tās nav nevienam.', en: 'The clock of the device does not matter: the server gives the key, and before time nobody has it.' };
const LATER: Text = { lv: 'Paciņā ir tas, kas bija zināms tās saņemšanas brīdī. Ja kas mainās vēlāk, spēkā ir tas, ko rāda “Skatīt savus rezultātus”.', en: 'A packet says what was known when it was received. If anything changes later, what “See my results” shows is what holds.' };
const NO_NEED: Text = { lv: 'Paciņa nav obligāta: parastais ceļš ir visiem un nekas tajā nemainās.', en: 'A packet is not needed: the ordinary way is there for everybody and stays as it is.' };
const FIRST_PAGE: Text = { lv: 'Uz pirmo lapu', en: 'To the first page' };
