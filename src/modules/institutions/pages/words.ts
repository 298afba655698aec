import { say, type Lang, type Text } from '#kernel/text.js';
import type { View } from '#web/view.js';
import type { CardHead } from '../domain/card.js';
import type { AddressKind, ClosureReason, FounderReason, FounderRole, FounderType, Programme, SuccessionKind } from '../domain/words.js';

/** Words that several pages of the register share. */
export const WORDS = {
  institutions: { lv: 'Izglītības iestādes', en: 'Education institutions' },
  regNr: { lv: 'Reģistrācijas numurs (10 cipari)', en: 'Registration number (10 digits)' },
  entNr: { lv: 'Uzņēmumu vai nodokļu maksātāju reģistra numurs (11 cipari)', en: 'Enterprise or taxpayer register number (11 digits)' },
  name: { lv: 'Nosaukums', en: 'Name' },
  kind: { lv: 'Veids', en: 'Kind' },
  type: { lv: 'Tips', en: 'Type' },
  legalStatus: { lv: 'Juridiskais statuss', en: 'Legal status' },
  subordination: { lv: 'Pakļautība', en: 'Subordination' },
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  part: { lv: 'Pagasts vai pilsēta', en: 'Parish or town' },
  street: { lv: 'Iela un māja', en: 'Street and house' },
  addressCode: { lv: 'Adreses kods adrešu reģistrā', en: 'Code in the address register' },
  head: { lv: 'Vadītājs', en: 'Head' },
  actualFounder: { lv: 'Faktiskais dibinātājs', en: 'Actual founder' },
  founderType: { lv: 'Dibinātājs ir', en: 'The founder is' },
  founderUnit: { lv: 'Dibinātāja pašvaldība', en: 'Founding municipality' },
  founderName: { lv: 'Dibinātāja nosaukums vai vārds un uzvārds', en: 'Founder’s name' },
  founderRegNr: { lv: 'Dibinātāja reģistrācijas numurs (11 cipari)', en: 'Founder’s registration number (11 digits)' },
  foundedOn: { lv: 'Dibināta', en: 'Founded' },
  foundedDay: { lv: 'Dibināšanas diena', en: 'Day of founding' },
  closedOn: { lv: 'Slēgta', en: 'Closed' },
  basis: { lv: 'Pamatojums', en: 'Basis' },
  basisHint: { lv: 'Piemēram, domes lēmums ar datumu un numuru', en: 'For example a council’s decision with its date and number' },
  contacts: { lv: 'Saziņa', en: 'Contacts' },
  accreditation: { lv: 'Akreditācija', en: 'Accreditation' },
  pageNr: { lv: 'Akreditācijas lapas numurs', en: 'Number of the accreditation page' },
  programme: { lv: 'Kādu izglītību tur īsteno', en: 'What education is given there' },
  placeName: { lv: 'Vietas nosaukums', en: 'Name of the place' },
  reason: { lv: 'Iemesls', en: 'Reason' },
  from: { lv: 'No kuras dienas', en: 'From which day' },
  to: { lv: 'Līdz (neieskaitot)', en: 'Until (not including)' },
  toHint: { lv: 'Pirmā diena, kad tas vairs nav spēkā; atstājiet tukšu, ja beigas nav zināmas', en: 'The first day on which it no longer holds; leave empty if the end is not known' },
  save: { lv: 'Ierakstīt', en: 'Record' },
  choose: { lv: 'Izvēlieties', en: 'Choose' },
} as const satisfies Record<string, Text>;

export const FOUNDER_TYPE_WORDS: Readonly<Record<FounderType, Text>> = {
  municipality: { lv: 'Pašvaldība', en: 'Municipality' },
  state: { lv: 'Valsts', en: 'State' },
  'legal person': { lv: 'Juridiska persona', en: 'Legal person' },
  'natural person': { lv: 'Fiziska persona', en: 'Natural person' },
};

export const FOUNDER_ROLE_WORDS: Readonly<Record<FounderRole, Text>> = {
  legal: { lv: 'Dibinātājs', en: 'Founder' },
  actual: { lv: 'Faktiskais dibinātājs', en: 'Actual founder' },
};

export const FOUNDER_REASON_WORDS: Readonly<Record<FounderReason, Text>> = {
  founded: { lv: 'dibināta', en: 'founded' },
  'territorial reform': { lv: 'teritoriālā reforma', en: 'territorial reform' },
  takeover: { lv: 'pārņemšana', en: 'takeover' },
  reorganised: { lv: 'reorganizācija', en: 'reorganisation' },
};

export const ADDRESS_KIND_WORDS: Readonly<Record<AddressKind, Text>> = {
  legal: { lv: 'Juridiskā adrese', en: 'Legal address' },
  actual: { lv: 'Faktiskā adrese', en: 'Actual address' },
};

export const PROGRAMME_WORDS: Readonly<Record<Programme, Text>> = {
  preschool: { lv: 'Pirmsskolas izglītība', en: 'Preschool education' },
  general: { lv: 'Vispārējā izglītība', en: 'General education' },
  vocational: { lv: 'Profesionālā izglītība', en: 'Vocational education' },
  'vocational-orientation': { lv: 'Profesionālās ievirzes izglītība', en: 'Vocational-orientation education' },
  higher: { lv: 'Augstākā izglītība', en: 'Higher education' },
  interest: { lv: 'Interešu izglītība', en: 'Interest education' },
  adult: { lv: 'Pieaugušo izglītība', en: 'Adult education' },
};

export const CLOSURE_REASON_WORDS: Readonly<Record<ClosureReason, Text>> = {
  liquidated: { lv: 'Likvidēta', en: 'Liquidated' },
  merged: { lv: 'Pievienota citai iestādei', en: 'Merged into another institution' },
  split: { lv: 'Sadalīta', en: 'Split' },
  reorganised: { lv: 'Reorganizēta', en: 'Reorganised' },
};

/** How a succession reads from either side. */
export const SUCCESSION_WORDS: Readonly<Record<SuccessionKind, Readonly<Record<'to' | 'from', Text>>>> = {
  merged: { to: { lv: 'Pievienota iestādei', en: 'Merged into' }, from: { lv: 'Tai pievienota', en: 'Took in' } },
  split: { to: { lv: 'Tās daļa pārgāja iestādei', en: 'Part went to' }, from: { lv: 'Izveidota no daļas iestādē', en: 'Made from part of' } },
  reorganised: { to: { lv: 'Reorganizēta par', en: 'Reorganised as' }, from: { lv: 'Izveidota, reorganizējot', en: 'Made by reorganising' } },
};

/** Why something ended, where the entry itself says so. */
export const END_BASIS_WORDS = {
  title: { lv: 'Atņemšanas pamatojums', en: 'Basis of the withdrawal' },
  head: { lv: 'Pilnvaru beigu pamatojums', en: 'Basis of the end of the term' },
} as const satisfies Record<string, Text>;

/** The name of a head, or why there is none to be shown. */
export const headName = ({ t }: View, { name }: Pick<CardHead, 'name'>): string => name ?? t(NAME_NOT_SHOWN);
const NAME_NOT_SHOWN: Text = { lv: 'vārds netiek rādīts', en: 'name not shown' };

export const optionsOf = <Code extends string>(words: Readonly<Record<Code, Text>>) => (Object.keys(words) as Code[]).map((value) => ({ value, label: words[value] }));

/** A classifier's name in the language of the page. */
export const named = ({ nameLv, nameEn }: { readonly nameLv: string; readonly nameEn: string }, lang: Lang): string => say({ lv: nameLv, en: nameEn }, lang);
