import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { approximateIn } from '#modules/territories/public.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { Tone } from '#ui/chart/tone.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { hrefWith, type View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { MunicipalityProgress, Programme } from '../../actions/read-programme.js';
import { type Stage, STAGES } from '../../domain/policy.js';
import { exceptedOf, inOrder, lockedOutOf, needsHelpSoon, readyOf, usersOf } from '../../domain/progress.js';
import { NATIONAL_DAY_PATH } from './national-day.js';
import { PROVIDERS_PATH } from './providers.js';
import { STAGE_NAMES, WORDS } from './words.js';

/** How far the country has come: a map by stage, and the same as a matrix. */
export function NationalPage({ view, programme: { municipalities, all, words, sort, map, nationalDay, day, everywhere }, leadsAll }: { view: View; programme: Programme; leadsAll: boolean }): VNode {
  const { lang, t } = view;
  const byAtvk = new Map(all.map((one) => [one.atvk, one]));
  // Those who belong to no municipality are a row of the matrix, and no municipality.
  const ofMunicipalities = all.filter((one) => one.unitId !== null);
  const sum = (count: (one: MunicipalityProgress) => number) => all.reduce((total, one) => total + count(one), 0);
  return (
    <Page {...view.frame} title={t(WORDS.title)} width="work">
      <h1>{t(WORDS.title)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>
        {t({ lv: `Visā valstī otrs līdzeklis vajadzīgs no ${readableDay(nationalDay)}; pašvaldība var noteikt agrāku dienu.`, en: `In the whole country a second factor is needed from ${readableDay(nationalDay)}; a municipality may set an earlier day.` })}{' '}
        <a href={NATIONAL_DAY_PATH}>{t(leadsAll ? CHANGE_DAY : SEE_DAY)}</a>
        {leadsAll && (
          <>
            {' · '}
            <a href={PROVIDERS_PATH}>{t(WHO_NEEDS)}</a>
          </>
        )}
      </p>
      <HelpSoon view={view} all={all} />
      <p class="hint">{t({ lv: `Skaitļi ir par ${readableDay(day)} un skaita cilvēkus; tehniskie lietotāji nav skaitīti.`, en: `The numbers are for ${readableDay(day)} and count people; technical users are not counted.` })}</p>
      <StatTiles
        lang={lang}
        tiles={[
          { value: String(ofMunicipalities.filter((one) => one.stage === 'password-off').length), label: ENDED, detail: { lv: `no ${ofMunicipalities.length}`, en: `of ${ofMunicipalities.length}` } },
          { value: String(sum(usersOf)), label: WORDS.users },
          { value: percent(sum(readyOf), sum(usersOf), lang), label: READY },
          { value: String(sum(exceptedOf)), label: EXCEPTED },
          { value: String(sum(lockedOutOf)), label: LOCKED },
        ]}
      />
      <MapSvg
        lang={lang}
        title={MAP}
        viewBox={map.viewBox}
        {...approximateIn(map)}
        areas={map.units.map((unit) => {
          const one = byAtvk.get(unit.atvk);
          return {
            id: unit.atvk,
            path: unit.d,
            title: one ? `${t(one.name)}: ${t(STAGE_NAMES[one.stage])}, ${t(READY)} ${percent(readyOf(one), usersOf(one), lang)}` : `${unit.name} (${t(NOT_YOURS)})`,
            href: one ? addressOf(one) : undefined,
            tone: one ? TONES[one.stage] : 'faded',
          };
        })}
        legend={[...STAGES.map((stage) => ({ tone: TONES[stage], label: STAGE_NAMES[stage] })), ...(everywhere ? [] : [{ tone: 'faded' as const, label: NOT_YOURS }])]}
      />
      {all.length > 1 && (
        <FilterForm lang={lang} {...(words && { clearHref: '/sign-in-programme' })} hidden={{ sort }}>
          <TextField {...fieldsOf({ lang, values: view.query, errors: [] })('words')} label={WORDS.municipality} width="medium" optional />
        </FilterForm>
      )}
      <DataTable
        lang={lang}
        caption={MATRIX}
        empty={{ title: NOT_FOUND }}
        {...(all.length > 1 && { sort: { by: sort.replace(/^-/, ''), descending: sort.startsWith('-'), href: (by, descending) => hrefWith({ path: '/sign-in-programme', query: view.query }, { sort: descending ? `-${by}` : by }) } })}
        rows={municipalities}
        rowKey={(one) => unitInAddress(one.unitId)}
        dense
        columns={[
          { key: 'name', header: WORDS.municipality, rowHeader: true, sort: true, cell: (one) => <a href={addressOf(one)}>{t(one.name)}</a> },
          { key: 'stage', header: WORDS.stage, cell: (one) => t(STAGE_NAMES[one.stage]) },
          ...DATED.map(([stage, header]) => ({ key: stage, header, cell: (one: MunicipalityProgress) => mark(view, one, stage) })),
          { key: 'end', header: WORDS.passwordsEndOn, sort: true, cell: (one) => mark(view, one, 'password-off') },
          { key: 'users', header: WORDS.users, number: true, sort: true, cell: (one) => usersOf(one) },
          { key: 'ready', header: READY, number: true, sort: true, cell: (one) => percent(readyOf(one), usersOf(one), lang) },
          { key: 'excepted', header: EXCEPTED, number: true, sort: true, cell: exceptedOf },
          { key: 'locked', header: OUT, number: true, sort: true, cell: lockedOutOf },
        ]}
      />
    </Page>
  );
}

/** What whoever leads the change looks for first: where the end of passwords is near and somebody would be out. */
function HelpSoon({ view: { lang, t, today }, all }: { view: View; all: readonly MunicipalityProgress[] }): VNode | null {
  const soon = all.filter((one) => needsHelpSoon(one, today)).sort(inOrder('end', false));
  if (soon.length === 0) return null;
  return (
    <Notice lang={lang} tone="warning" title={HELP_SOON}>
      <ul>
        {soon.map((one) => (
          <li key={unitInAddress(one.unitId)}>
            <a href={`${addressOf(one)}?on=${one.policy.passwordsEndOn! < today ? today : one.policy.passwordsEndOn!}`}>{t(one.name)}</a>
            {`: ${readableDay(one.policy.passwordsEndOn!)} – ${t(OUT).toLowerCase()} ${lockedOutOf(one)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A reached stage is ticked; a stage to come shows its day. */
function mark({ t }: View, { stage: reached, policy, twoFactorsFrom }: MunicipalityProgress, stage: DatedStage) {
  if (STAGES.indexOf(reached) >= STAGES.indexOf(stage)) return <span title={t(REACHED)}>✓<span class="visually-hidden">{t(REACHED)}</span></span>;
  const day = { 'required-for-administrators': policy.administratorsFrom && policy.administratorsFrom < twoFactorsFrom ? policy.administratorsFrom : twoFactorsFrom, required: twoFactorsFrom, 'password-off': policy.passwordsEndOn }[stage];
  return day ? readableDay(day) : '–';
}

type DatedStage = Exclude<Stage, 'optional' | 'encouraged'>;
/** The stages that come on a day; the first two need none, and the last is sorted by. */
const DATED: readonly (readonly [DatedStage, Text])[] = [
  ['required-for-administrators', { lv: 'Administratoriem obligāts no', en: 'Required for administrators from' }],
  ['required', { lv: 'Visiem obligāts no', en: 'Required for everybody from' }],
];

const addressOf = ({ unitId }: MunicipalityProgress) => `/sign-in-programme/${unitInAddress(unitId)}`;
/** Where there is nobody, nobody is ready either. */
const percent = (part: number, whole: number, lang: Lang) => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)}${lang === 'lv' ? ' ' : ''}%`);

const TONES: Readonly<Record<Stage, Tone>> = { optional: 'series-6', encouraged: 'series-2', 'required-for-administrators': 'series-5', required: 'series-4', 'password-off': 'series-1' };

const LEAD: Text = {
  lv: 'Pašvaldība pēc pašvaldības pāriet no parolēm uz līdzekļiem, kurus nevar izkrāpt. Paroles izslēdz tikai tad, kad bez tām var pierakstīties visi.',
  en: 'Municipality by municipality, passwords give way to means that cannot be tricked out of anybody. Passwords end only when everybody can sign in without them.',
};
const CHANGE_DAY: Text = { lv: 'Mainīt dienu valstij', en: 'Change the day for the country' };
const SEE_DAY: Text = { lv: 'Uz kāda pamata', en: 'On what basis' };
const ENDED: Text = { lv: 'Paroles izslēgtas', en: 'Passwords off' };
const READY: Text = { lv: 'Gatavi', en: 'Ready' };
const EXCEPTED: Text = { lv: 'Izņēmumi', en: 'Excepted' };
const LOCKED: Text = { lv: 'Bez paroles nevarētu pierakstīties', en: 'Unable to sign in without a password' };
const OUT: Text = { lv: 'Bez paroles ārā', en: 'Out without a password' };
const HELP_SOON: Text = { lv: 'Kam vispirms jāpalīdz: paroles drīz beidzas, un kāds paliktu ārā', en: 'Help here first: passwords end soon, and somebody would be out' };
const WHO_NEEDS: Text = { lv: 'Kam vajadzīgs kurš valsts sniedzējs', en: 'Who needs which provider of the country' };
const NOT_YOURS: Text = { lv: 'cita pašvaldība', en: 'another municipality' };
const NOT_FOUND: Text = { lv: 'Šādas pašvaldības nav.', en: 'There is no such municipality.' };
const MAP: Text = { lv: 'Cik tālu ir pašvaldības', en: 'How far municipalities have come' };
const MATRIX: Text = { lv: 'Pašvaldības un posmi', en: 'Municipalities and stages' };
const REACHED: Text = { lv: 'sasniegts', en: 'reached' };
