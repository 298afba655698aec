import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const TEXTS = {
  reforms: { lv: 'Teritoriālās reformas', en: 'Territorial reforms' },
  lead: {
    lv: 'Reforma ir dati: diena, pēctecība un likums. Izmēģiniet to, cik reižu vajag; notikušo rinda ar rindu salīdzina ar pēdējo izmēģinājumu.',
    en: 'A reform is data: a day, successions and a law. Rehearse it as often as you like; what happens is compared row by row with the last rehearsal.',
  },
  newReform: { lv: 'Pierakstīt reformu', en: 'Record a reform' },
  name: { lv: 'Reforma', en: 'Reform' },
  effective: { lv: 'Stājas spēkā', en: 'Takes effect' },
  legalBasis: { lv: 'Tiesiskais pamats', en: 'Legal basis' },
  state: { lv: 'Stāvoklis', en: 'State' },
  madeUp: { lv: 'izdomāta', en: 'made up' },
  noReforms: { lv: 'Reformu vēl nav', en: 'No reforms yet' },
  rehearse: { lv: 'Izmēģināt', en: 'Rehearse' },
  prepare: { lv: 'Sagatavot un paziņot lietotājiem', en: 'Prepare and tell the users' },
  cancel: { lv: 'Atcelt reformu', en: 'Cancel the reform' },
  apply: { lv: 'Īstenot tagad', en: 'Apply now' },
  correct: { lv: 'Labot pēctecību', en: 'Correct a succession' },
  rehearsalAsked: { lv: 'Izmēģinājums sākts; kad tas būs pabeigts, izmaiņas varēs skatīt šajā lapā.', en: 'The rehearsal has begun; once it is done, its changes can be seen from this page.' },
  prepared: { lv: 'Reforma sagatavota; lietotājiem tiek sūtīti paziņojumi.', en: 'The reform is prepared; its users are being told.' },
  cancelled: { lv: 'Reforma atcelta.', en: 'The reform is cancelled.' },
  cancelTitle: { lv: 'Reformas atcelšana', en: 'Cancelling the reform' },
  cancelLead: {
    lv: 'Atceltu reformu nevar ne īstenot, ne atjaunot: ja tā tomēr vajadzīga, tā jāpieraksta no jauna. Iemesls paliek reformas vēsturē.',
    en: 'A cancelled reform can be neither applied nor brought back: if it is needed after all, it must be recorded anew. The reason stays in its history.',
  },
  cancelTold: { lv: 'Par reformu jau ir paziņots, tāpēc par atcelšanu paziņos šiem lietotājiem.', en: 'Users have been told of the reform, so these are told of its cancelling.' },
  cancelReason: { lv: 'Kāpēc reformu atceļ', en: 'Why the reform is cancelled' },
  cancelReasonHint: { lv: 'Piemēram, kurš lēmums to atceļ', en: 'For example, which decision cancels it' },
  prepareTitle: { lv: 'Reformas sagatavošana', en: 'Preparing the reform' },
  prepareLate: {
    lv: 'Reformas diena ir klāt vai pagājusi: tiklīdz reforma būs sagatavota, programma to minūtes laikā īstenos no {day} Pieprasīt tiesības iepriekš vairs nevarēs.',
    en: 'The day of the reform has come or passed: once it is prepared, the program applies it within a minute, as of {day} Rights can no longer be requested beforehand.',
  },
  prepareLead: {
    lv: 'Pēc sagatavošanas lietotāji, kuru tiesības {day} beigsies, saņem paziņojumu un var pieprasīt tiesības jaunajās pašvaldībās. Nosūtītu paziņojumu vairs nevar atsaukt.',
    en: 'Once it is prepared, the users whose rights end on {day} get a notice and may request rights at the new municipalities. A notice that was sent cannot be called back.',
  },
  toldUsers: { lv: 'Kam paziņos', en: 'Who is told' },
  toldTotal: { lv: 'Pavisam lietotāju: {n}.', en: 'Users in all: {n}.' },
  toldNobody: { lv: 'Nav lietotāju, kuru tiesības ar šo reformu beigtos, tāpēc paziņojumus nesūtīs.', en: 'There are no users whose rights end with this reform, so no notices are sent.' },
  doesNotFit: { lv: 'Tā, kā pierakstīta, reforma vairs nevar notikt', en: 'As it was recorded, the reform can no longer take place' },
  doesNotFitHint: { lv: 'Atceliet reformu un, ja tā vajadzīga, pierakstiet to no jauna.', en: 'Cancel the reform and, if it is needed, record it anew.' },
  misfits: { lv: 'neatbilst kartei', en: 'does not fit the map' },
  misfitting: { lv: 'Sagatavotas reformas, kas vairs neatbilst kartei', en: 'Prepared reforms that no longer fit the map' },
  ceasing: { lv: 'Pašvaldība, kas beidz pastāvēt', en: 'Municipality that ceases' },
  users: { lv: 'Lietotāji', en: 'Users' },
  history: { lv: 'Reformas vēsture', en: 'History of the reform' },
  why: { lv: 'Iemesls', en: 'Reason' },
  result: { lv: 'Rezultāts', en: 'Result' },
  seeChanges: { lv: 'Skatīt izmaiņas', en: 'See the changes' },
  seeNewest: { lv: 'Skatīt jaunākā izmēģinājuma izmaiņas ({n})', en: 'See the changes of the newest rehearsal ({n})' },
  seeHappened: { lv: 'Skatīt izmaiņas, kas notika', en: 'See the changes that happened' },
  eveAndDay: { lv: 'Pašvaldības {eve} un {day}', en: 'Municipalities on {eve} and on {day}' },
  applied: { lv: 'Reforma īstenota; starpība ar pēdējo izmēģinājumu ir 0.', en: 'The reform is applied; the difference from the last rehearsal is 0.' },
  appliedOtherwise: { lv: 'Reforma īstenota. Kopš pēdējā izmēģinājuma dati ir mainījušies; atšķirīgās rindas ir šajā lapā.', en: 'The reform is applied. The data has changed since the last rehearsal; the rows that differ are on this page.' },
  appliedUnrehearsed: { lv: 'Reforma īstenota. Izmēģināta tā nebija, tāpēc nav ar ko salīdzināt.', en: 'The reform is applied. It had not been rehearsed, so there is nothing to compare with.' },
  comparedWith: { lv: 'Salīdzināts rinda ar rindu ar pēdējo izmēģinājumu ({when}, {who}).', en: 'Compared row by row with the last rehearsal ({when}, {who}).' },
  sameRows: { lv: 'Notika tieši tas, kas izmēģināts: abu rindu kontrolsumma ir viena.', en: 'Exactly what was rehearsed has happened: the rows of both have one checksum.' },
  dataChanged: { lv: 'Kopš izmēģinājuma dati ir mainījušies, tāpēc dažas rindas atšķiras.', en: 'The data has changed since the rehearsal, so some rows differ.' },
  neverRehearsed: { lv: 'Reforma pirms īstenošanas nebija izmēģināta, tāpēc starpību nevar parādīt.', en: 'The reform had not been rehearsed before it was applied, so no difference can be shown.' },
  seeDifference: { lv: 'Skatīt, kas atšķiras ({n})', en: 'See what differs ({n})' },
  differences: { lv: 'Kas atšķiras no izmēģinātā', en: 'What differs from the rehearsal' },
  noDifferences: { lv: 'Nekas neatšķiras', en: 'Nothing differs' },
  noDifferencesHint: { lv: 'Notika tieši tas, kas tika izmēģināts.', en: 'Exactly what was rehearsed has happened.' },
  wasForeseen: { lv: 'Izmēģināts', en: 'Rehearsed' },
  hasHappened: { lv: 'Notika', en: 'Happened' },
  notThere: { lv: 'nebija', en: 'was not there' },
  reason: { lv: 'Kāpēc', en: 'Why' },
  role: { lv: 'Loma', en: 'Role' },
  place: { lv: 'Iestāde vai pašvaldība', en: 'Institution or municipality' },
  search: { lv: 'Persona, loma vai iestāde', en: 'Person, role or institution' },
  oldUnit: { lv: 'Pašvaldība līdz reformai', en: 'Municipality until the reform' },
  rightsByUnit: { lv: 'Tiesības pa pašvaldībām: cik beidzas, turpinās un sākas', en: 'Rights by municipality: how many end, go on and start' },
  corrected: { lv: 'Pēctecība labota; iepriekšējais pieraksts saglabāts. Ja kaut kas vēl jāizdara cilvēkam, tas nosaukts zem “Labojumi”.', en: 'The succession is corrected; what was believed before is kept. If a person must still do something, it is named under “Corrections”.' },
  drafted: { lv: 'Reforma pierakstīta. Tagad to var izmēģināt.', en: 'The reform is recorded. Now it can be rehearsed.' },
  decided: { lv: 'Lēmums pierakstīts.', en: 'The decision is recorded.' },
  rehearsals: { lv: 'Izmēģinājumi', en: 'Rehearsals' },
  noRehearsals: { lv: 'Šī reforma vēl nav izmēģināta', en: 'This reform has not been rehearsed yet' },
  noRehearsalsHint: { lv: 'Izmēģinājums neko nemaina: tas parāda, kas mainītos.', en: 'A rehearsal changes nothing: it shows what would change.' },
  askedAt: { lv: 'Prasīts', en: 'Asked' },
  askedBy: { lv: 'Kas', en: 'By' },
  took: { lv: 'Ilgums', en: 'Took' },
  changes: { lv: 'Izmaiņas', en: 'Changes' },
  happened: { lv: 'Kas notika', en: 'What happened' },
  foreseen: { lv: 'Paredzēts', en: 'Foreseen' },
  didHappen: { lv: 'Notika', en: 'Happened' },
  difference: { lv: 'Starpība', en: 'Difference' },
  appliedAt: { lv: 'Īstenota', en: 'Applied' },
  whatMerges: { lv: 'Kas ar ko apvienojas', en: 'What merges into what' },
  old: { lv: 'Līdz reformai', en: 'Until the reform' },
  new: { lv: 'Pēc reformas', en: 'After the reform' },
  tasks: { lv: 'Jāizlemj cilvēkam', en: 'A person must decide' },
  openTasks: { lv: 'Vēl jāizlemj: {n}.', en: 'Still to be decided: {n}.' },
  firstTasks: { lv: 'Vēl jāizlemj: {n}; šeit ir pirmie {shown}, un katrs lēmums atklāj nākamo.', en: 'Still to be decided: {n}; here are the first {shown}, and each decision brings up the next.' },
  noTasks: { lv: 'Viss izlemts no datiem', en: 'Everything was decided from data' },
  decide: { lv: 'Izlemt', en: 'Decide' },
  decision: { lv: 'Lēmums', en: 'Decision' },
  decisionHint: { lv: 'Kas izlemts un kur pierakstīts', en: 'What was decided and where it is recorded' },
  record: { lv: 'Pierakstīt', en: 'Record' },
  register: { lv: 'Reģistrs', en: 'Register' },
  what: { lv: 'Kas', en: 'What' },
  whom: { lv: 'Kam', en: 'Whom' },
  before: { lv: 'Pirms', en: 'Before' },
  after: { lv: 'Pēc', en: 'After' },
  effect: { lv: 'Notiek', en: 'Effect' },
  count: { lv: 'Skaits', en: 'Count' },
  all: { lv: 'Visi', en: 'All' },
  noChanges: { lv: 'Nav izmaiņu', en: 'No changes' },
  noChangesHint: { lv: 'Mainiet atlasi vai izmēģiniet reformu.', en: 'Change the filter, or rehearse the reform.' },
  titleLv: { lv: 'Nosaukums latviski', en: 'Title in Latvian' },
  titleEn: { lv: 'Nosaukums angliski', en: 'Title in English' },
  units: { lv: 'Jaunās vienības', en: 'New units' },
  unitsHint: { lv: 'Katrā rindā: ATVK kods; nosaukums; novads vai valstspilsēta; ISO kods. Piemērs: 0057000; Jūras novads; novads; LV-114', en: 'A line each: ATVK code; name; municipality or state city; ISO code. Example: 0057000; Jūras novads; municipality; LV-114' },
  successions: { lv: 'Pēctecība', en: 'Successions' },
  successionsHint: { lv: 'Katrā rindā: vecais kods > jaunais kods. Sadalītai vienībai pievienojiet daļas: 0048000 > 0057000: Inčukalna pagasts, Vangaži', en: 'A line each: old code > new code. For a split unit add its parts: 0048000 > 0057000: Inčukalna pagasts, Vangaži' },
  notNow: { lv: 'Neko nemainīt', en: 'Change nothing' },
  correctionReason: { lv: 'Labojuma iemesls', en: 'Reason of the correction' },
  corrections: { lv: 'Labojumi', en: 'Corrections' },
  believed: { lv: 'līdz šim uzskatīts', en: 'believed before' },
  now: { lv: 'pareizi', en: 'right' },
} as const satisfies Record<string, Text>;

export const STATES = {
  draft: { lv: 'melnraksts', en: 'draft' },
  prepared: { lv: 'sagatavota', en: 'prepared' },
  applied: { lv: 'īstenota', en: 'applied' },
  cancelled: { lv: 'atcelta', en: 'cancelled' },
} as const satisfies Record<string, Text>;

export const STEPS = {
  prepared: { lv: 'Sagatavota, lietotājiem paziņots', en: 'Prepared, its users told' },
  cancelled: { lv: 'Atcelta', en: 'Cancelled' },
} as const satisfies Record<string, Text>;

export const REHEARSAL_STATES = {
  waiting: { lv: 'gaida', en: 'waiting' },
  running: { lv: 'notiek', en: 'running' },
  done: { lv: 'pabeigts', en: 'done' },
  failed: { lv: 'neizdevās', en: 'failed' },
} as const satisfies Record<string, Text>;

export const EFFECTS = {
  changes: { lv: 'mainās', en: 'changes' },
  ends: { lv: 'beidzas', en: 'ends' },
  continues: { lv: 'turpinās', en: 'continues' },
  starts: { lv: 'sākas', en: 'starts' },
  'needs-person': { lv: 'jāizlemj cilvēkam', en: 'a person must decide' },
} as const satisfies Record<string, Text>;

/** What the register did to a row between the rehearsal and the reform. */
export const TRACES = {
  recorded: { lv: 'Ieraksts reģistrā parādījās {when}', en: 'Recorded in its register on {when}' },
  ended: { lv: 'Izbeigts reģistrā {when}', en: 'Ended in its register on {when}' },
  corrected: { lv: 'Labots reģistrā {when}', en: 'Corrected in its register on {when}' },
  decided: { lv: 'Izlemts {when}', en: 'Decided on {when}' },
} as const satisfies Record<string, Text>;

/** The same where the register keeps no such moment. */
export const UNTRACED = {
  added: { lv: 'Kopš izmēģinājuma nācis klāt', en: 'Came in since the rehearsal' },
  gone: { lv: 'Kopš izmēģinājuma vairs neattiecas', en: 'No longer concerned since the rehearsal' },
  count: { lv: 'Kopš izmēģinājuma mainījies skaits', en: 'The number has changed since the rehearsal' },
  changed: { lv: 'Kopš izmēģinājuma dati mainīti', en: 'Its data was changed since the rehearsal' },
} as const satisfies Record<string, Text>;

export const CONSTRAINTS: ConstraintTexts = {
  a_cancellation_says_why: { lv: 'Norādiet, kāpēc reformu atceļ.', en: 'Say why the reform is cancelled.' },
  one_succession_between_two_units: { lv: 'Šī pēctecība jau ir pierakstīta.', en: 'This succession has been recorded already.' },
  task_chooses_a_known_municipality: { lv: 'Šādas pašvaldības nav; izvēlieties to no saraksta.', en: 'There is no such municipality; choose it from the list.' },
  parts_are_named_when_a_unit_is_split: { lv: 'Sadalītai vienībai jānosauc tās daļas.', en: 'A split unit needs its parts named.' },
  reform_names_its_legal_basis: { lv: 'Norādiet reformas tiesisko pamatu.', en: 'Name the legal basis of the reform.' },
};

export const NO_LONGER_FITS: Text = { lv: 'Sagatavotā reforma vairs nevar notikt tā, kā pierakstīta', en: 'A prepared reform can no longer take place as it was recorded' };
export const NO_LONGER_FITS_MORE: Text = {
  lv: 'Izlemiet, vai atcelt šo reformu un pierakstīt no jauna, vai labot to, kas mainījis karti. Kamēr tas nav izdarīts, reforma savā dienā neīstenosies.',
  en: 'Decide whether to cancel this reform and record it anew, or to put right what has changed the map. Until then the reform does not take place on its day.',
};
export const FITS_AGAIN: Text = { lv: 'Sagatavotā reforma atkal atbilst kartei', en: 'A prepared reform fits the map again' };
export const FITS_AGAIN_MORE: Text = { lv: 'reforma savā dienā īstenosies tā, kā pierakstīta. Izmēģiniet to vēlreiz, lai redzētu, kas tagad mainīsies.', en: 'the reform takes place on its day as it was recorded. Rehearse it again to see what would change now.' };
