import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { scopeOf } from '#platform/actions/permission.js';
import { isNowhere } from '#platform/actions/actor.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import type { View } from '#web/view.js';
import type { PersonCard } from '../../actions/person-card.js';
import { recordPersonsPermission } from '../../permissions.js';
import { CardSections, nameOf } from '../card-sections.js';
import { WORDS } from '../words.js';

export function CardPage({ view, card }: { view: View; card: PersonCard }): VNode {
  const { t } = view;
  const { person } = card;
  return (
    <Page {...view.frame} title={t(CARD)} width="work" breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, { text: CARD }]}>
      <h1>{nameOf(card)}</h1>
      {person.isProtected && <StatusTag tone="warning">{t(WORDS.protected)}</StatusTag>}
      {!isNowhere(scopeOf(view.actor, recordPersonsPermission)) && (
        <ButtonRow>
          <ButtonLink href={`/persons/${person.id}/address`} variant="secondary">{t(DECLARE)}</ButtonLink>
          <ButtonLink href={`/persons/${person.id}/name`} variant="secondary">{t(RENAME)}</ButtonLink>
          <ButtonLink href={`/persons/${person.id}/guardianship`} variant="secondary">{t(GUARD)}</ButtonLink>
        </ButtonRow>
      )}
      <CardSections view={view} card={card} />
    </Page>
  );
}

const CARD: Text = { lv: 'Personas kartīte', en: 'Person’s card' };
const DECLARE: Text = { lv: 'Ierakstīt dzīvesvietu', en: 'Record an address' };
const RENAME: Text = { lv: 'Ierakstīt vārda maiņu', en: 'Record a change of name' };
const GUARD: Text = { lv: 'Ierakstīt aizgādību', en: 'Record guardianship' };
