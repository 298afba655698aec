import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import type { OfficialCard } from '../../actions/view-card.js';
import { Histories, nameOf, Summary } from '../card-sections.js';
import { BelievedRows } from '../believed.js';
import { RecordLinks } from '../record/links.js';
import { SEX_WORDS, WORDS } from '../words.js';
import { AsOfDay } from './as-of-day.js';

export const CardPage = ({ view, card }: { view: View; card: OfficialCard }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.card)} width="work" breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, { text: WORDS.card }]}>
    <h1>{nameOf(card)}</h1>
    {card.person.isProtected && <StatusTag tone="warning">{view.t(WORDS.protected)}</StatusTag>}
    <Summary view={view} card={card} mayRecord={card.may.record} />
    <BelievedRows view={view} rows={card.before.births} when={(row) => readableDay(row.bornOn)}>{(row) => view.t(SEX_WORDS[row.sex])}</BelievedRows>
    {card.seen.on < view.today && <AsOfDay view={view} card={card} />}
    <RecordLinks view={view} card={card} may={card.may} />
    <Histories view={view} card={card} official={card} on={card.seen.on} />
  </Page>
);
