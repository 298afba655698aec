import type { Text } from '#kernel/text.js';

/** Codes of the register and what they are called, on pages, in files and in the log. */
export const GROUPS = ['abroad', 'protection', 'residence', 'health', 'other-schooling', 'timing', 'dropped', 'unknown'] as const;
export type Group = (typeof GROUPS)[number];
export const GROUP_WORDS: Readonly<Record<Group, Text>> = {
  abroad: { lv: 'Ārvalstīs', en: 'Abroad' },
  protection: { lv: 'Starptautiskā aizsardzība', en: 'International protection' },
  residence: { lv: 'Dzīvesvieta', en: 'Residence' },
  health: { lv: 'Veselība', en: 'Health' },
  'other-schooling': { lv: 'Cita mācīšanās', en: 'Other schooling' },
  timing: { lv: 'Mācību sākums', en: 'Beginning of studies' },
  dropped: { lv: 'Atskaitīts', en: 'Removed' },
  unknown: { lv: 'Nav zināms', en: 'Not known' },
};
export const NO_STATUS: Text = { lv: 'Statuss nav norādīts', en: 'No status given' };

export const ENDS = ['membership', 'status', 'finished', 'age'] as const;
export type End = (typeof ENDS)[number];
export const END_WORDS: Readonly<Record<End, Text>> = {
  membership: { lv: 'Mācās: reģistrēta piederība iestādei', en: 'Learns: membership of an institution registered' },
  status: { lv: 'Izskaidrots ar statusu', en: 'Explained by its status' },
  finished: { lv: 'Pamatizglītība ir iegūta', en: 'Basic education is finished' },
  age: { lv: 'Obligātās izglītības vecums ir beidzies', en: 'Compulsory school age is over' },
};

export const WHYS = ['opened', 'reopened', 'moved', 'status', 'closed'] as const;
export const WHY_WORDS: Readonly<Record<(typeof WHYS)[number], Text>> = {
  opened: { lv: 'Gadījums atvērts: izrakstā ir, piederības nav', en: 'Opened: stands in the extract and is a member nowhere' },
  reopened: { lv: 'Gadījums atvērts no jauna ar nākamo izrakstu', en: 'Opened anew by the next extract' },
  moved: { lv: 'Deklarēts citā pašvaldībā: gadījums nodots tai', en: 'Declared in another municipality: handed over to it' },
  status: { lv: 'Norādīts statuss', en: 'Status given' },
  closed: { lv: 'Gadījums slēgts', en: 'Closed' },
};

export const STEP_KINDS = ['letter', 'call', 'visit', 'request', 'meeting'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const STEP_WORDS: Readonly<Record<StepKind, Text>> = {
  request: { lv: 'Pieprasījums iestādei', en: 'Request to an authority' },
  letter: { lv: 'Vēstule ģimenei', en: 'Letter to the family' },
  call: { lv: 'Zvans', en: 'Call' },
  visit: { lv: 'Apmeklējums dzīvesvietā', en: 'Visit to the home' },
  meeting: { lv: 'Tikšanās', en: 'Meeting' },
};

export const FAULTS = ['no-code', 'bad-code', 'twice', 'no-family', 'bad-birth', 'no-unit', 'unknown-unit', 'outside-age', 'unknown-person', 'other-name', 'other-birth', 'dead'] as const;
export type Fault = (typeof FAULTS)[number];
export const FAULT_WORDS: Readonly<Record<Fault, Text>> = {
  'no-code': { lv: 'Personas kods: tukšs. Ierakstiet 11 ciparus', en: 'Personal code: empty. Write its 11 digits' },
  'bad-code': { lv: 'Personas kods: tāda nav. Gaidīts: 11 cipari, ar defisi vai bez', en: 'Personal code: there is none such. Expected: 11 digits, with or without a hyphen' },
  twice: { lv: 'Personas kods: šī persona izrakstā jau ir agrākā rindā. Atstājiet vienu', en: 'Personal code: this person stands in an earlier row. Leave one' },
  'no-family': { lv: 'Uzvārds: tukšs. Tas vajadzīgs, lai pārbaudītu kodu', en: 'Family name: empty. The code is checked by it' },
  'bad-birth': { lv: 'Dzimšanas datums: nav diena. Gaidīts: 21.11.2015. vai 2015-11-21', en: 'Date of birth: not a day. Expected: 21.11.2015. or 2015-11-21' },
  'no-unit': { lv: 'Pašvaldība: tukša. Ierakstiet nosaukumu vai ATVK kodu', en: 'Municipality: empty. Write its name or ATVK code' },
  'unknown-unit': { lv: 'Pašvaldība: izraksta dienā tādas nav. Gaidīts: nosaukums vai ATVK kods, kāds bija spēkā tajā dienā', en: 'Municipality: there was none such on the day of the extract. Expected: a name or ATVK code that held on that day' },
  'outside-age': { lv: 'Dzimšanas datums: izraksta dienā nav obligātās izglītības vecumā', en: 'Date of birth: not of compulsory school age on the day of the extract' },
  'unknown-person': { lv: 'Personas kods: personu reģistrā tādas personas nav. Vispirms reģistrējiet to tur', en: 'Personal code: nobody in the register of persons has it. Register them there first' },
  'other-name': { lv: 'Uzvārds: personai ar šo kodu tāda nav un nav bijis', en: 'Family name: the person with this code has none such, nor had' },
  'other-birth': { lv: 'Dzimšanas datums: personai ar šo kodu reģistrā ir cits', en: 'Date of birth: the register has another for the person with this code' },
  dead: { lv: 'Persona reģistrā ir atzīmēta kā mirusi', en: 'The register says that the person has died' },
};

export const VERDICTS = ['learning', 'finished', 'missing', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  learning: { lv: 'Mācās', en: 'Learns' },
  finished: { lv: 'Pamatizglītība iegūta', en: 'Basic education finished' },
  missing: { lv: 'Nav nevienā iestādē', en: 'In no institution' },
  refused: { lv: 'Noraidīta', en: 'Refused' },
};

export const EFFECTS = ['opens', 'reopens', 'moves', 'goes-on', 'stays-explained', 'closes'] as const;
export type Effect = (typeof EFFECTS)[number];
export const EFFECT_WORDS: Readonly<Record<Effect, Text>> = {
  opens: { lv: 'Atver gadījumu', en: 'Opens an inquiry' },
  reopens: { lv: 'Atver gadījumu no jauna', en: 'Opens the inquiry anew' },
  moves: { lv: 'Nodod gadījumu citai pašvaldībai', en: 'Hands the inquiry over to another municipality' },
  'goes-on': { lv: 'Gadījums turpinās', en: 'The inquiry goes on' },
  'stays-explained': { lv: 'Izskaidrots; nākamā pārbaude vēl nav pienākusi', en: 'Explained; its next check has not come yet' },
  closes: { lv: 'Slēdz gadījumu: mācās vai ieguvis pamatizglītību', en: 'Closes the inquiry: learns, or has finished basic education' },
};
