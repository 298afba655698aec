import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { MapSvg } from '#ui/chart/map-svg.js';
import type { Tone } from '#ui/chart/tone.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { MunicipalityProgress, Programme } from '../../actions/read-programme.js';
import { type Stage, STAGES } from '../../domain/policy.js';
import { READINESS, wouldBeLockedOut } from '../../domain/readiness.js';
import { STAGE_NAMES, WORDS } from './words.js';

/** How far the country has come: a map by stage, and the same as a matrix. */
export function NationalPage({ view, programme: { municipalities, map } }: { view: View; programme: Programme }): VNode {
  const { lang, t } = view;
  const byAtvk = new Map(municipalities.map((one) => [one.atvk, one]));
  const sum = (count: (one: MunicipalityProgress) => number) => municipalities.reduce((total, one) => total + count(one), 0);
  return (
    <Page {...view.frame} title={t(WORDS.title)} width="work">
      <h1>{t(WORDS.title)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <StatTiles
        lang={lang}
        tiles={[
          { value: String(municipalities.filter((one) => one.stage === 'password-off').length), label: ENDED, detail: { lv: `no ${municipalities.length}`, en: `of ${municipalities.length}` } },
          { value: String(sum(usersOf)), label: WORDS.users },
          { value: `${percent(sum(readyOf), sum(usersOf))} %`, label: READY },
          { value: String(sum(lockedOutOf)), label: LOCKED },
        ]}
      />
      <MapSvg
        lang={lang}
        title={MAP}
        viewBox={map.viewBox}
        areas={map.units.map((unit) => {
          const one = byAtvk.get(unit.atvk);
          return {
            id: unit.atvk,
            path: unit.d,
            title: one ? `${t(one.name)}: ${t(STAGE_NAMES[one.stage])}, ${t(READY)} ${percent(readyOf(one), usersOf(one))} %` : unit.atvk,
            href: one ? addressOf(one) : undefined,
            tone: one ? TONES[one.stage] : 'faded',
          };
        })}
        legend={STAGES.map((stage) => ({ tone: TONES[stage], label: STAGE_NAMES[stage] }))}
      />
      <DataTable
        lang={lang}
        caption={MATRIX}
        rows={municipalities}
        rowKey={(one) => unitInAddress(one.unitId)}
        columns={[
          { key: 'name', header: WORDS.municipality, rowHeader: true, cell: (one) => <a href={addressOf(one)}>{t(one.name)}</a> },
          ...STAGES.map((stage) => ({ key: stage, header: STAGE_NAMES[stage], cell: (one: MunicipalityProgress) => mark(view, one, stage) })),
          { key: 'users', header: WORDS.users, number: true, cell: (one) => usersOf(one) },
          { key: 'ready', header: READY, number: true, cell: (one) => `${percent(readyOf(one), usersOf(one))} %` },
          { key: 'locked', header: LOCKED, number: true, cell: lockedOutOf },
        ]}
      />
    </Page>
  );
}

/** A reached stage is ticked; a stage to come shows its day. */
function mark({ t }: View, { stage: reached, policy }: MunicipalityProgress, stage: Stage) {
  if (STAGES.indexOf(reached) >= STAGES.indexOf(stage)) return <span title={t(REACHED)}>✓<span class="visually-hidden">{t(REACHED)}</span></span>;
  const day = { 'required-for-administrators': policy.administratorsFrom, required: policy.secondFactorFrom, 'password-off': policy.passwordsEndOn, optional: null, encouraged: null }[stage];
  return day ? readableDay(day) : '–';
}

const addressOf = ({ unitId }: MunicipalityProgress) => `/sign-in-programme/${unitInAddress(unitId)}`;
const usersOf = ({ counts }: MunicipalityProgress) => READINESS.reduce((sum, one) => sum + counts[one], 0);
const lockedOutOf = ({ counts }: MunicipalityProgress) => READINESS.filter(wouldBeLockedOut).reduce((sum, one) => sum + counts[one], 0);
const readyOf = (one: MunicipalityProgress) => usersOf(one) - lockedOutOf(one);
const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.floor((100 * part) / whole));

const TONES: Readonly<Record<Stage, Tone>> = { optional: 'faded', encouraged: 'series-2', 'required-for-administrators': 'series-5', required: 'series-4', 'password-off': 'series-1' };

const LEAD: Text = {
  lv: 'Pašvaldība pēc pašvaldības pāriet no parolēm uz līdzekļiem, kurus nevar izkrāpt. Paroles izslēdz tikai tad, kad neviens nepaliek aiz durvīm.',
  en: 'Municipality by municipality, passwords give way to means that cannot be tricked out of anybody. Passwords end only when nobody is left outside.',
};
const ENDED: Text = { lv: 'Paroles izslēgtas', en: 'Passwords off' };
const READY: Text = { lv: 'Gatavi', en: 'Ready' };
const LOCKED: Text = { lv: 'Paliktu aiz durvīm', en: 'Would be locked out' };
const MAP: Text = { lv: 'Cik tālu ir pašvaldības', en: 'How far municipalities have come' };
const MATRIX: Text = { lv: 'Pašvaldības un posmi', en: 'Municipalities and stages' };
const REACHED: Text = { lv: 'sasniegts', en: 'reached' };
