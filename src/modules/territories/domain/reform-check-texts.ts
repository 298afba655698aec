import type { Text } from '#kernel/text.js';

/** What can be wrong with a reform, what it is, and what to do about it. */
export const FINDINGS = {
  'legal-basis-missing': {
    lv: 'Nav norādīts reformas tiesiskais pamats. Ierakstiet likumu vai lēmumu, uz kura pamata reforma notiek.',
    en: 'The legal basis of the reform is not named. Write the law or decision it rests on.',
  },
  'nothing-changes': {
    lv: 'Reformā nav nevienas pārņemšanas. Norādiet vismaz vienu pašvaldību, kas ar to mainās.',
    en: 'The reform has no succession. Name at least one municipality that changes with it.',
  },
  'other-day': {
    lv: '{unit}: norādītā diena {day} nav reformas spēkā stāšanās diena {effective}. Norādiet reformas dienu.',
    en: '{unit}: the day {day} is not the day the reform takes effect, {effective}. Give the day of the reform.',
  },
  'unknown-unit': {
    lv: 'Reformas priekšvakarā nav spēkā neviena pašvaldība ar ATVK kodu {atvk}. Pārbaudiet kodu.',
    en: 'No municipality with the ATVK code {atvk} is valid on the eve of the reform. Check the code.',
  },
  'unknown-successor': {
    lv: '{from}: norādītā pārņēmēja {to} reformas dienā nav. Pievienojiet to reformas jaunajām vienībām vai izlabojiet kodu.',
    en: '{from}: the successor {to} does not exist on the day of the reform. Add it to the new units of the reform or correct the code.',
  },
  'successor-keeps-its-code': {
    lv: 'Vienība {to} iegūst teritoriju ({from}), bet tās ATVK kods nemainās. Pievienojiet pārņēmējam jaunu kodu un norādiet, ka līdzšinējā vienība tajā pāriet pilnībā.',
    en: 'The unit {to} gains territory ({from}) but keeps its ATVK code. Add a new code for the successor and say that the present unit goes into it whole.',
  },
  'unit-without-successor': {
    lv: '{old}: nav norādīts pārņēmējs, lai gan tās ISO 3166-2 kodu {iso} pārņem jauna vienība {unit}. Norādiet, kam šī pašvaldība pāriet.',
    en: '{old}: no successor is named, although a new unit, {unit}, takes over its ISO 3166-2 code {iso}. Say where this municipality goes.',
  },
  'rest-without-successor': {
    lv: '{unit}: daļa pāriet vienībai {to}, bet pārējai teritorijai pārņēmējs nav norādīts. Norādiet to vai atzīmējiet, ka vienība pāriet pilnībā.',
    en: '{unit}: a part goes to {to}, but the rest of the territory has no successor. Name it, or say that the unit goes over whole.',
  },
  'new-unit-from-nowhere': {
    lv: '{unit}: nav norādīts, no kurām pašvaldībām šī jaunā vienība veidojas. Pievienojiet vismaz vienu pārņemšanu.',
    en: '{unit}: it is not said which municipalities this new unit is made of. Add at least one succession.',
  },
  'code-taken': {
    lv: '{unit}: ATVK kodu {atvk} jau lieto {other}. Katrai jaunai vienībai vajadzīgs savs, iepriekš nelietots kods.',
    en: '{unit}: the ATVK code {atvk} is already used by {other}. Each new unit needs a code of its own that was never used.',
  },
  'name-taken': {
    lv: '{unit}: tajā pašā dienā šāds nosaukums ir arī vienībai {other}. Dodiet nosaukumu, pēc kura abas var atšķirt.',
    en: '{unit}: {other} has the same name on the same day. Give a name by which the two can be told apart.',
  },
  'body-twice': {
    lv: '{unit}: to pašu ISO 3166-2 kodu {iso} reformā saņem arī {other}. Kods var palikt tikai vienai no tām.',
    en: '{unit}: {other} receives the same ISO 3166-2 code {iso} in this reform. Only one of them can have it.',
  },
  'body-elsewhere': {
    lv: '{unit}: ISO 3166-2 kods {iso} pieder vienībai {old}, kas šajā vienībā nepāriet. Izlabojiet kodu vai pārņemšanu.',
    en: '{unit}: the ISO 3166-2 code {iso} belongs to {old}, which does not go into this unit. Correct the code or the succession.',
  },
  'iso-used-before': {
    lv: '{unit}: ISO 3166-2 kods {iso} līdz {last} piederēja vienībai {other}, kuras vairs nav. Jaunai vienībai vajadzīgs savs, iepriekš nelietots kods.',
    en: '{unit}: the ISO 3166-2 code {iso} belonged until {last} to {other}, which is no more. A new unit needs a code of its own that was never used.',
  },
  'whole-and-part': {
    lv: '{unit}: vienlaikus norādīts, ka tā pāriet pilnībā un pa daļām. Atstājiet vai nu vienu pilnīgu pārņemšanu, vai tikai daļas.',
    en: '{unit}: it is said to go over whole and by parts at once. Keep either one whole succession or only parts.',
  },
  'whole-to-several': {
    lv: '{unit}: norādīts, ka tā pilnībā pāriet vairākām vienībām. Atstājiet vienu pārņēmēju vai sadaliet to pa pagastiem un pilsētām.',
    en: '{unit}: it is said to go whole to several units. Keep one successor, or split it by parishes and towns.',
  },
  'succession-twice': {
    lv: '{unit}: pāreja uz vienību {to} norādīta divreiz. Apvienojiet to vienā ierakstā.',
    en: '{unit}: its going to {to} is stated twice. Make it one entry.',
  },
  'part-twice': {
    lv: '{unit}: „{part}” norādīts divreiz. Katra daļa var pāriet tikai vienai vienībai.',
    en: '{unit}: “{part}” is named twice. Each part can go to one unit only.',
  },
  'parts-not-named': {
    lv: '{from}: nav nosaukti pagasti un pilsētas, kas pāriet vienībai {to}. Nosauciet tos.',
    en: '{from}: the parishes and towns that go to {to} are not named. Name them.',
  },
  'parts-of-a-whole': {
    lv: '{from}: vienībai {to} tā pāriet pilnībā, tāpēc daļas nav jānosauc. Izņemiet daļas vai atzīmējiet, ka pāriet tikai daļa.',
    en: '{from}: it goes to {to} whole, so no parts are named. Remove the parts, or say that only a part goes over.',
  },
  'circular-succession': {
    lv: 'Pārņemšana veido apli: {units}. Norādiet jaunu vienību, kurā šīs pašvaldības nonāk.',
    en: 'The successions form a circle: {units}. Name a new unit into which these municipalities go.',
  },
  'circle-across-days': {
    lv: '{unit}: pārņemšana laika gaitā veido apli: {units}. Kods, kas bija spēkā līdz {last}, nedrīkst atgriezties. Dodiet jaunajai vienībai jaunu ATVK kodu.',
    en: '{unit}: over time the successions form a circle: {units}. A code that was valid until {last} must not come back. Give the new unit a new ATVK code.',
  },
  'code-used-before': {
    lv: '{unit}: ATVK kods {atvk} līdz {last} jau piederēja vienībai {other}. Katrai jaunai vienībai vajadzīgs savs, iepriekš nelietots kods.',
    en: '{unit}: the ATVK code {atvk} belonged to {other} until {last}. Each new unit needs a code of its own that was never used.',
  },
  'later-edition': {
    lv: 'Reģistrā jau ir karte, kas ir spēkā no {day} Reformu ar agrāku vai to pašu dienu vairs nevar pierakstīt; izvēlieties vēlāku dienu.',
    en: 'The register already has a map in force from {day} A reform of that day or earlier can no longer be recorded; choose a later day.',
  },
  'succession-in-a-chain': {
    lv: '{from}: norādītais pārņēmējs {to} tajā pašā dienā beidz pastāvēt. Norādiet vienību, kurā teritorija nonāk galu galā.',
    en: '{from}: the successor {to} itself ends on the same day. Name the unit in which the territory ends up.',
  },
} as const satisfies Record<string, Text>;

export type FindingCode = keyof typeof FINDINGS;

/** Where it was entered: the new units, the law, the day, or (what is not named here) the successions. */
export const ENTERED_IN: Partial<Readonly<Record<FindingCode, 'units' | 'legalBasis' | 'effective'>>> = {
  'later-edition': 'effective',
  'legal-basis-missing': 'legalBasis',
  'code-taken': 'units',
  'code-used-before': 'units',
  'circle-across-days': 'units',
  'body-twice': 'units',
  'name-taken': 'units',
  'body-elsewhere': 'units',
  'iso-used-before': 'units',
  'new-unit-from-nowhere': 'units',
};
