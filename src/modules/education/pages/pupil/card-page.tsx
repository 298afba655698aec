import type { VNode } from 'preact';
import { maskedCode } from '#modules/persons/public.js';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { same, type Text } from '#kernel/text.js';
import { PeriodChart, type PeriodRow } from '#ui/chart/period-chart.js';
import { Details } from '#ui/details.js';
import { instant } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { PupilCard } from '../../actions/pupils.js';
import { STUDY_FORMS, nameOf, W } from '../pupil-words.js';
import { Exemptions } from './exemptions.js';

type Membership = PupilCard['memberships'][number];

/** What the register holds of a learner: a picture of the years, and the same in words. */
export function PupilPage({ view, card }: { view: View; card: PupilCard }): VNode {
  const { lang, t, today } = view;
  const { person } = card;
  const title = nameOf(person);
  const live = card.memberships.filter((one) => one.supersededAt === null);
  const before = card.memberships.filter((one) => one.supersededAt !== null);
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.education, href: '/education' }, { text: W.pupils, href: '/education/pupils' }, { text: same(title) }]}>
      <h1>{title}</h1>
      {person.isProtected && <StatusTag tone="warning">{t(PROTECTED)}</StatusTag>}
      <SummaryList
        lang={lang}
        items={[
          ...(person.bornOn ? [{ key: W.bornOn, value: readableDay(person.bornOn) }] : []),
          ...(person.code ? [{ key: W.code, value: maskedCode(person.code) }] : []),
          ...card.numbers.map((one) => ({ key: NUMBER, value: `${one.number} (${one.institution})` })),
          ...(card.guardians === null ? [] : [{ key: GUARDIANS, value: card.guardians.length === 0 ? t(W.none) : card.guardians.map((one) => `${one.name ?? one.place} (${t(GUARDIAN_KINDS[one.kind] ?? GUARDIANS)})`).join(', ') }]),
        ]}
      />
      {live.length > 0 && <Picture view={view} card={card} live={live} />}
      <h2>{t(MEMBERSHIPS)}</h2>
      <Timeline lang={lang} on={today} entries={live.map((one) => ({ period: { from: one.validFrom, to: one.validTo }, title: one.institution, children: <MembershipDetails view={view} card={card} one={one} /> }))} />
      <Exemptions view={view} card={card} />
      {before.length > 0 && (
        <Details summary={`${t(BELIEVED)} (${before.length})`}>
          <ul>
            {before.map((one) => (
              <li key={one.id}>{`${one.institution}, ${readablePeriod({ from: one.validFrom, to: one.validTo }, lang)} – ${t(UNTIL)} ${instant(one.supersededAt!)}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}

function MembershipDetails({ view, card, one }: { view: View; card: PupilCard; one: Membership }): VNode {
  const { lang, t } = view;
  const { reason = '' } = view.query;
  const placements = card.placements.filter((place) => place.membershipId === one.id && place.supersededAt === null);
  const at = `/education/memberships/${one.id}`;
  const links: readonly [string, Text][] = one.validTo === null
    ? [['place', placements.length > 0 ? MOVE : PLACE], ['exempt', EXEMPT], ['end', END], ['correct', CORRECT], ['withdraw', WITHDRAW]]
    : [['reopen', REOPEN], ['exempt', EXEMPT], ['correct', CORRECT], ['withdraw', WITHDRAW]];
  return (
    <>
      <p>{`${one.programmeCode} ${lang === 'lv' ? one.programmeLv : one.programmeEn} · ${t(STUDY_FORMS.find((form) => form.value === one.form)!.label)}${one.isMain ? '' : ` · ${t(BESIDE)}`}`}</p>
      {placements.map((place) => (
        <p key={place.id} class="hint">
          {one.inScope ? <a href={`/education/classes/${place.classId}?on=${place.validFrom}`}>{place.title}</a> : place.title}
          {` · ${readablePeriod({ from: place.validFrom, to: place.validTo }, lang)}${place.repeats ? ` · ${t(REPEATS)}` : ''}`}
          {card.mayChange.has(one.id) && <>{' · '}<a href={`/education/placements/${place.id}/withdraw`}>{t(WITHDRAW)}<span class="visually-hidden">{` ${place.title}`}</span></a></>}
        </p>
      ))}
      {(card.beside.get(one.id) ?? []).map((link) => <p key={link.href}><a href={`${link.href}${reason && `?reason=${reason}`}`}>{t(link.words)}</a></p>)}
      {one.endReason && <p>{`${t(ENDED)}: ${lang === 'lv' ? one.endLv : one.endEn}${one.endComment ? ` – ${one.endComment}` : ''}`}</p>}
      {card.mayChange.has(one.id) && (
        <p class="hint">
          {links.map(([path, text], at2) => (
            <>
              {at2 > 0 && ' · '}
              <a href={`${at}/${path}`}>{t(text)}</a>
            </>
          ))}
        </p>
      )}
    </>
  );
}

/** Institutions one below the other on one axis of time, with the classes below them. */
function Picture({ view, card, live }: { view: View; card: PupilCard; live: readonly Membership[] }): VNode {
  const { lang, today } = view;
  const first = live.map((one) => one.validFrom).sort()[0]!;
  const last = [addDays(today, 120), ...live.flatMap((one) => one.validTo ?? [])].sort().at(-1)! as IsoDate;
  const schools = [...new Map(live.map((one) => [one.institutionId, one.institution])).entries()].reverse();
  const rows = schools.map(([id, name]): PeriodRow => ({ label: name, periods: live.filter((one) => one.institutionId === id).map((one) => ({ period: { from: one.validFrom, to: one.validTo }, label: lang === 'lv' ? one.programmeLv : one.programmeEn, tone: one.isMain ? ('series-1' as const) : ('faded' as const) })) }));
  const placements = card.placements.filter((place) => place.supersededAt === null);
  const classes: PeriodRow = { label: W.class, periods: placements.map((place) => ({ period: { from: place.validFrom, to: place.validTo }, label: place.title, tone: 'series-2' as const })) };
  return <PeriodChart lang={lang} title={PICTURE} from={first} to={last} marker={{ day: today, label: TODAY }} rows={placements.length > 0 ? [...rows, classes] : rows} />;
}

const GUARDIAN_KINDS: Readonly<Record<string, Text>> = {
  parent: { lv: 'vecāks', en: 'parent' },
  guardian: { lv: 'aizbildnis', en: 'guardian' },
  foster: { lv: 'audžuģimene', en: 'foster family' },
  care: { lv: 'ārpusģimenes aprūpe', en: 'out-of-family care' },
};
const PROTECTED: Text = { lv: 'Aizsargājama persona', en: 'Protected person' };
const NUMBER: Text = { lv: 'Iestādes piešķirts numurs', en: 'Number given by the institution' };
const GUARDIANS: Text = { lv: 'Likumiskie pārstāvji', en: 'Legal representatives' };
const MEMBERSHIPS: Text = { lv: 'Piederības', en: 'Memberships' };
const BELIEVED: Text = { lv: 'Kas reģistrā bija iepriekš', en: 'What the register said before' };
const UNTIL: Text = { lv: 'tā uzskatīja līdz', en: 'believed until' };
const PLACE: Text = { lv: 'Ieskaitīt klasē', en: 'Place in a class' };
const MOVE: Text = { lv: 'Mainīt klasi', en: 'Change class' };
const EXEMPT: Text = { lv: 'Atbrīvot no priekšmeta', en: 'Exempt from a subject' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const CORRECT: Text = { lv: 'Labot', en: 'Correct' };
const WITHDRAW: Text = { lv: 'Atsaukt kā kļūdainu', en: 'Take back as wrong' };
const REOPEN: Text = { lv: 'Atcelt izbeigšanu', en: 'Take the ending back' };
const BESIDE: Text = { lv: 'papildu piederība', en: 'beside the main one' };
const REPEATS: Text = { lv: 'mācās atkārtoti', en: 'repeats' };
const ENDED: Text = { lv: 'Izbeigta', en: 'Ended' };
const PICTURE: Text = { lv: 'Iestādes un klases laikā', en: 'Institutions and classes over time' };
const TODAY: Text = { lv: 'Šodien', en: 'Today' };
