import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import type { SummaryItem } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import { type Card, stateOn } from '../../domain/card.js';
import { CORRECT } from '../correct/frame.js';
import { headName, WORDS } from '../words.js';
import { PlaceWords } from './histories.js';

interface Props {
  readonly view: View;
  readonly card: Card;
  readonly on: IsoDate;
  readonly mayRecord: boolean;
}

/** What the register said on the day; who may record finds beside each fact where its next change is recorded. */
export function summaryOf({ view, card, on, mayRecord }: Props): SummaryItem[] {
  const { t, lang } = view;
  const { institution } = card;
  const state = stateOn(card, on);
  const word = (which: 'kind' | 'type' | 'legalStatus' | 'subordination') => state.standing?.words[which][lang === 'lv' ? 0 : 1] ?? '–';
  const contacts = [institution.phone, institution.email, institution.website].filter(Boolean).join(', ');
  const offers = mayRecord && (institution.closedOn === null || institution.closedOn > view.today);
  const item = (key: Text, value: SummaryItem['value'], path?: string, text: Text = CHANGE): SummaryItem =>
    offers && path ? { key, value, action: { href: `/institutions/${institution.regNr}/${path}`, text, about: key } } : { key, value };
  const page = state.accreditation;
  return [
    item(NAME, state.name, 'rename'),
    item(WORDS.regNr, institution.regNr, 'founding', CORRECT),
    ...(institution.entNr || offers ? [item(WORDS.entNr, institution.entNr ?? t(NO_NUMBER), 'details')] : []),
    item(WORDS.kind, word('kind')),
    item(WORDS.type, word('type'), 'standing'),
    item(WORDS.legalStatus, word('legalStatus'), 'standing'),
    item(WORDS.subordination, word('subordination'), 'standing'),
    ...(state.isStateGymnasium ? [item(STATE_GYMNASIUM, t(HAS), 'gymnasium-title-end', WITHDRAW)] : offers ? [item(STATE_GYMNASIUM, t(HAS_NOT), 'gymnasium-title', GRANT)] : []),
    item(WORDS.actualFounder, state.actualFounder ? state.actualFounder.name : t(NO_FOUNDER), 'founder'),
    item(WORDS.head, state.head ? headName(view, state.head) : t(NO_HEAD), 'head', state.head ? CHANGE : RECORD),
    item(LEGAL_ADDRESS, state.legalAddress ? <PlaceWords view={view} place={state.legalAddress} /> : '–', 'address'),
    ...(state.actualAddress ? [item(ACTUAL_ADDRESS, <PlaceWords view={view} place={state.actualAddress} />, 'address')] : []),
    item(WORDS.foundedOn, readableDay(institution.foundedOn), 'founding', CORRECT),
    ...(page
      ? [item(WORDS.accreditation, t(fill(PAGE, { nr: page.pageNr, term: readablePeriod({ from: page.validFrom, to: page.validTo }, lang) })), 'accreditation', NEXT_TERM)]
      : offers
        ? [state.standing?.accredited === false ? item(WORDS.accreditation, t(NOT_ACCREDITED)) : item(WORDS.accreditation, t(NO_PAGE), 'accreditation', RECORD)]
        : []),
    ...(contacts || offers ? [item(WORDS.contacts, contacts || t(NO_CONTACTS), 'details')] : []),
  ];
}

/** What is recorded of an institution besides its facts: what is added to it, and how it ends. */
export const Changes = ({ view, institution: { regNr, closedOn } }: { view: View; institution: Card['institution'] }): VNode => {
  const over = closedOn !== null && closedOn <= view.today;
  return (
    <ButtonRow>
      {CHANGES.filter(({ path }) => path === 'succession' || (!over && !(path === 'close' && closedOn))).map(({ path, words }) => (
        <ButtonLink key={path} href={`/institutions/${regNr}/${path}`} variant="secondary">
          {view.t(words)}
        </ButtonLink>
      ))}
    </ButtonRow>
  );
};

const CHANGES: readonly { readonly path: string; readonly words: Text }[] = [
  { path: 'delivery-place', words: { lv: 'Pievienot īstenošanas vietu', en: 'Add a delivery place' } },
  { path: 'legal-founder', words: { lv: 'Pievienot dibinātāju', en: 'Add a founder' } },
  { path: 'succession', words: { lv: 'Ierakstīt pēcteci', en: 'Record a successor' } },
  { path: 'close', words: { lv: 'Slēgt iestādi', en: 'Close the institution' } },
];

const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
const RECORD: Text = { lv: 'Ierakstīt', en: 'Record' };
const NEXT_TERM: Text = { lv: 'Ierakstīt nākamo', en: 'Record the next one' };
const GRANT: Text = { lv: 'Piešķirt', en: 'Grant' };
const WITHDRAW: Text = { lv: 'Atņemt', en: 'Withdraw' };
const NAME: Text = { lv: 'Nosaukums šajā dienā', en: 'Name on the day' };
const STATE_GYMNASIUM: Text = { lv: 'Valsts ģimnāzijas statuss', en: 'Status of a state gymnasium' };
const HAS: Text = { lv: 'ir', en: 'yes' };
const HAS_NOT: Text = { lv: 'nav', en: 'no' };
const NO_FOUNDER: Text = { lv: 'nav ierakstīts', en: 'not recorded' };
const NO_NUMBER: Text = { lv: 'nav ierakstīts', en: 'not recorded' };
const NO_HEAD: Text = { lv: 'nav ierakstīts', en: 'not recorded' };
const NO_CONTACTS: Text = { lv: 'nav ierakstīta', en: 'not recorded' };
const NO_PAGE: Text = { lv: 'šajā dienā nav spēkā nevienas lapas', en: 'no page holds on the day' };
const NOT_ACCREDITED: Text = { lv: 'šāda tipa iestādei akreditācijas nav', en: 'an institution of this type has none' };
const LEGAL_ADDRESS: Text = { lv: 'Juridiskā adrese', en: 'Legal address' };
const ACTUAL_ADDRESS: Text = { lv: 'Faktiskā adrese', en: 'Actual address' };
const PAGE: Text = { lv: 'lapa {nr}, {term}', en: 'page {nr}, {term}' };
