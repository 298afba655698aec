import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import type { View } from '#web/view.js';
import type { PersonCard } from '../../actions/person-card.js';
import type { May } from '../../actions/rights.js';
import { WORDS } from '../words.js';

/** What can be recorded of a person by the one who looks; nothing without a right. */
export function RecordLinks({ view, card, may }: { view: View; card: PersonCard; may: May }): VNode | null {
  if (!may.record && !may.protect) return null;
  return (
    <section>
      <h2>{view.t(WORDS.save)}</h2>
      <ButtonRow>
        {linksFor(card, may).map(([segment, text]) => (
          <ButtonLink key={segment} href={`/persons/${card.person.id}/${segment}`} variant="secondary">
            {view.t(text)}
          </ButtonLink>
        ))}
      </ButtonRow>
    </section>
  );
}

type Link = readonly [segment: string, text: Text];

function linksFor({ death, protections }: PersonCard, { record, protect }: May): readonly Link[] {
  const protection: Link = protections.some((one) => one.validTo === null) ? ['protection/end', END_PROTECTION] : ['protection', WORDS.protection];
  return [...(record ? FACTS : []), ...(record && !death ? [DEATH] : []), ...(protect ? [protection] : [])];
}

const HOME: Text = { lv: 'Jauna dzīvesvieta', en: 'New address' };
const NAME: Text = { lv: 'Vārda vai uzvārda maiņa', en: 'Change of name' };
const CODE: Text = { lv: 'Jauns personas kods', en: 'New personal code' };
const GUARDIAN: Text = { lv: 'Bērna pārstāvība', en: 'Who acts for the child' };
const END_PROTECTION: Text = { lv: 'Datu aizsardzības beigas', en: 'End of the protection of data' };
const DEATH: Link = ['death', WORDS.death];
const FACTS: readonly Link[] = [['address', HOME], ['name', NAME], ['code', CODE], ['guardianship', GUARDIAN]];
