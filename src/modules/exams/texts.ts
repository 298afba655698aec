import type { Text } from '#kernel/text.js';
import type { ConstraintTexts } from '#platform/db/constraint-errors.js';

export const NO_SUCH_EXAM: Text = { lv: 'Šāda pārbaudījuma šajā mācību gadā nav.', en: 'There is no such exam in this school year.' };
export const NO_SUCH_SESSION: Text = { lv: 'Šajā mācību gadā šādas sesijas nav.', en: 'There is no such session in this school year.' };
export const NO_SUCH_EVENT: Text = { lv: 'Šādas pārbaudījuma norises nav.', en: 'There is no such event of an exam.' };
export const NO_SUCH_SITTING: Text = { lv: 'Šādas norises jūsu iestādēs nav.', en: 'There is no such sitting in your institutions.' };
export const NO_SUCH_ENTRY: Text = { lv: 'Šāda kārtotāja jūsu iestāžu norisēs nav.', en: 'There is no such candidate in the sittings of your institutions.' };
export const NO_SUCH_FACT: Text = { lv: 'Šāda ieraksta nav, vai tas jau ir atsaukts.', en: 'There is no such record, or it has been taken back.' };
export const NO_EXAMS: Text = { lv: 'Neviena mācību gada pārbaudījumi vēl nav ielādēti.', en: 'No exams of any school year have been loaded yet.' };
export const YEAR_PREPARED: Text = { lv: 'Šis mācību gads jau ir sagatavots.', en: 'This school year has been prepared already.' };
export const WEIGHTS_MAKE_A_HUNDRED: Text = { lv: 'Daļu svariem kopā jābūt 100, tagad ir {n}.', en: 'The weights of the parts must add up to 100; now they make {n}.' };
export const NO_POINTS: Text = { lv: 'Rakstiet punktus, piemēram, 60 vai 12,5.', en: 'Write points, as in 60 or 12.5.' };
export const DAYS_OUT_OF_ORDER: Text = { lv: 'Dienai jābūt ne agrāk par iepriekšējo: pieteikšanās, izvēles maiņa, pirmā un pēdējā sesijas diena.', en: 'The day must not be before the earlier one: applications, change of choice, first and last day of the session.' };
export const ANNOUNCED_BEFORE: Text = { lv: 'Rezultātus paziņo pēc sesijas sākuma.', en: 'Results are announced after the session has begun.' };
export const NOT_IN_SESSION: Text = { lv: 'Pamattermiņam jābūt sesijas laikā, {from}–{to}', en: 'The main term must lie within the session, {from}–{to}' };
export const MAIN_TERM_FIRST: Text = { lv: 'Papildtermiņš ir pēc pamattermiņa. Vispirms norādiet pamattermiņa dienu, tad vēlāku dienu papildtermiņam.', en: 'The extra term follows the main one. First set the day of the main term, then a later one for the extra term.' };
export const HAS_PROTOCOLS: Text = { lv: 'Dalības protokoli jau ir iesniegti, tāpēc norises dienu vairs nevar mainīt.', en: 'Participation protocols have been handed in, so the day of the event can no longer be changed.' };

export const MAIN_TERM_ONLY: Text = { lv: 'Papildtermiņā kārtotāju nosūta no pamattermiņa, atzīmējot papildtermiņu viņa kartītē.', en: 'A candidate is sent to the extra term from the main one, by the extra term on their card.' };
export const CHOOSE_PUPILS: Text = { lv: 'Atzīmējiet vismaz vienu izglītojamo.', en: 'Choose at least one pupil.' };
export const REGISTER_BY: Text = { lv: 'Reģistrēt varēja līdz {day} Vēlāk kārtotāju pievieno aģentūra: sazinieties ar pārbaudījumu vadītāju.', en: 'Registration was open until {day} Later the agency adds a candidate: write to the exam manager.' };
export const APPLY_BY: Text = { lv: 'Pieteikties varēja līdz {day} Vēlāku pieteikumu reģistrē aģentūra.', en: 'Applications were taken until {day} A later one is registered by the agency.' };
export const APPLIED_LATER: Text = { lv: 'Norādiet pieteikuma dienu, ne vēlāku par šodienu.', en: 'Give the day of the application, today at the latest.' };
export const NOT_THEIR_PUPIL: Text = { lv: 'Kāds no atzīmētajiem šajā klasē vairs nemācās vai jau ir reģistrēts. Atveriet sarakstu vēlreiz.', en: 'Somebody chosen is not in this grade any more, or is registered already. Open the list again.' };
export const IS_THEIR_PUPIL: Text = { lv: 'Šis cilvēks šogad mācās {grade}. klasē. Viņu reģistrē viņa skola kā izglītojamo.', en: 'This person is a pupil of grade {grade} this year. Their school registers them as a pupil.' };
export const NO_EXTERNS_HERE: Text = { lv: 'Eksternu reģistrē skola, kurā šogad ir {grade}. klase, vai aģentūra.', en: 'An extern is entered by a school that has a grade {grade} this year, or by the agency.' };
export const NO_GRADUATES_HERE: Text = { lv: 'Iepriekšējo gadu absolventu reģistrē augstskola, kas eksāmenu rīko kopā ar aģentūru, vai pati aģentūra.', en: 'A graduate of an earlier year is entered by a university that holds the exam together with the agency, or by the agency.' };
export const GRADUATES_OF_SECONDARY: Text = { lv: 'Iepriekšējo gadu absolventi kārto vidējās izglītības eksāmenus. 9. klases eksāmenam reģistrējiet eksternu.', en: 'Graduates of earlier years take exams of secondary education. For an exam of grade 9 enter an extern.' };
export const NOBODY_TO_CONFIRM: Text = { lv: 'Visi sarakstā jau ir apstiprināti.', en: 'Everybody on the list has been confirmed.' };
export const ALREADY_OFF: Text = { lv: 'Kārtotājs no saraksta jau ir svītrots.', en: 'The candidate has been taken off the list already.' };
export const HAS_FOLLOWING: Text = { lv: 'Kārtotājs ir nosūtīts uz papildtermiņu. Vispirms atsauciet papildtermiņu.', en: 'The candidate has been sent to the extra term. Take that back first.' };
export const CONFIRM_FIRST: Text = { lv: 'Vispirms apstipriniet kārtotāju sarakstu.', en: 'First confirm the list of candidates.' };
export const NO_EXTRA_TERM: Text = { lv: 'Šim pārbaudījumam papildtermiņa diena vēl nav noteikta. To nosaka pārbaudījumu vadītājs.', en: 'This exam has no day of the extra term yet. The exam manager sets it.' };
export const NOT_FROM_EXTRA: Text = { lv: 'Kārtotājs jau ir papildtermiņā.', en: 'The candidate is in the extra term already.' };
export const UNKNOWN_GROUND: Text = { lv: 'Izvēlieties pamatu no saraksta.', en: 'Choose a ground from the list.' };
export const NO_SUCH_PART: Text = { lv: 'Šādas daļas pārbaudījumā nav.', en: 'The exam has no such part.' };
export const ENDS_BEFORE: Text = { lv: 'Dokumenta derīgumam jābeidzas pēc tā dienas.', en: 'The document must end after its own day.' };
export const LEVEL_NEEDED: Text = { lv: 'Norādiet līmeni, ko dokuments apliecina.', en: 'Give the level that the document proves.' };
export const NOT_BEFORE_THE_DAY: Text = { lv: 'Dalību atzīmē no pārbaudījuma dienas, {day}', en: 'Participation is marked from the day of the exam on, {day}' };
export const NOT_A_TAKER: Text = { lv: 'Kāds no atzīmētajiem šo daļu vairs nekārto. Atveriet lapu vēlreiz.', en: 'Somebody marked does not take this part any more. Open the page again.' };
export const MARK_EVERYBODY: Text = { lv: 'Dalība vēl nav atzīmēta {n} kārtotājiem. Atzīmējiet visus un tad iesniedziet protokolu.', en: 'Participation of {n} candidates is not marked yet. Mark everybody, then hand in the protocol.' };
export const CONFIRM_BEFORE_PROTOCOL: Text = { lv: 'Sarakstā ir {n} neapstiprināti kārtotāji. Apstipriniet vai svītrojiet viņus.', en: 'There are {n} unconfirmed candidates on the list. Confirm them or take them off.' };
export const NO_PROTOCOL: Text = { lv: 'Neviens protokols negaida atbildi.', en: 'No protocol waits for an answer.' };
export const TOO_FEW_SEATS: Text = { lv: 'Vietu telpās nepietiek. Pievienojiet telpu.', en: 'There are too few seats in the rooms. Add a room.' };
export const NO_SUCH_ROOM: Text = { lv: 'Šādas telpas norisē nav.', en: 'The sitting has no such room.' };

export const NO_SCORING: Text = { lv: 'Nav ierakstīts, kā šo pārbaudījumu vērtē. Ierakstiet daļas, punktus un svarus mācību gada pārbaudījumos.', en: 'It is not recorded how this exam is counted. Record its parts, points and weights among the exams of the school year.' };
export const NOT_PUBLISHED: Text = { lv: 'Rezultāti vēl nav paziņoti.', en: 'The results are not published yet.' };
export const NOT_TAKEN: Text = { lv: 'Kārtotājs nav piedalījies nevienā daļā, tāpēc rezultāta nav. Neierašanās nav nulle punktu.', en: 'The candidate took no part, and so there is no result. Absent is not zero points.' };
export const TOO_MANY_POINTS: Text = { lv: 'Šajā daļā var iegūt ne vairāk kā {n} punktus.', en: 'This part has at most {n} points.' };
export const KEY_TAKEN: Text = { lv: 'Ar šo atslēgu jau saņemts cits saturs. Sūtiet jaunu saturu ar jaunu atslēgu.', en: 'Other content has come under this key already. Send new content under a new key.' };
export const CHOOSE_EXAM: Text = { lv: 'Izvēlieties pārbaudījumu.', en: 'Choose the exam.' };
export const CHOOSE_POINTS_FILE: Text = { lv: 'Izvēlieties punktu datni (.xlsx vai .csv).', en: 'Choose the file of points (.xlsx or .csv).' };
export const NO_POINTS_IN_FILE: Text = { lv: 'Pirmajā rindā jābūt kolonnām “Kārtotāja kods” un “1. daļa”, “2. daļa” …, un zem tām vismaz vienai rindai.', en: 'The first row must have the columns “Candidate code” and “Part 1”, “Part 2” …, with at least one row below.' };
export const UNREADABLE_POINTS: Text = { lv: 'Datni nevar izlasīt. Saglabājiet to kā Excel (.xlsx) bez paroles vai kā CSV UTF-8 kodējumā.', en: 'The file cannot be read. Save it as Excel (.xlsx) without a password, or as CSV in UTF-8.' };
export const NO_SUCH_IMPORT: Text = { lv: 'Šādas punktu ielādes nav.', en: 'There is no such import of points.' };
export const NO_SUCH_APPEAL: Text = { lv: 'Šādas apelācijas jūsu iestādēs nav.', en: 'There is no such appeal in your institutions.' };
export const NOTHING_TO_CONTEST: Text = { lv: 'Apstrīdēt var paziņotu rezultātu. Šim kārtotājam tāda nav.', en: 'A published result can be contested. This candidate has none.' };
export const HEARD_ALREADY: Text = { lv: 'Apelācija par šo rezultātu jau ir izlemta; lēmums ir redzams pie apelācijām. No jauna apstrīdēt var tikai citu rezultāta versiju.', en: 'An appeal about this result has been decided; the decision stands with the appeals. Only another version of the result can be contested anew.' };
export const APPEAL_TOO_LATE: Text = { lv: 'Apelāciju varēja iesniegt no {from} līdz {day}', en: 'Appeals were taken from {from} until {day}' };
export const NOT_YOURS_TO_CONTEST: Text = { lv: 'Apelāciju iesniedz pats pilngadīgs izglītojamais vai nepilngadīgā likumiskais pārstāvis.', en: 'An appeal is lodged by the pupil who is of age, or by the lawful representative of a minor.' };
export const ALREADY_DECIDED: Text = { lv: 'Šī apelācija jau ir izlemta vai atsaukta.', en: 'This appeal has been decided or withdrawn already.' };
export const NO_SUCH_USER: Text = { lv: 'Nav aktīva lietotāja ar šādu lietotājvārdu.', en: 'There is no active user of this login.' };
export const DECIDES_NO_APPEALS: Text = { lv: 'Šim cilvēkam šobrīd nav tiesību izlemt apelācijas. Izvēlieties citu aģentūras darbinieku no saraksta.', en: 'This person has no right to decide appeals now. Choose another of the agency’s staff from the list.' };
export const POINTS_SAY_OTHERWISE: Text = { lv: 'Punkti un lēmums nesakrīt: ierakstiet punktus, kas atbilst lēmumam.', en: 'Points and decision do not agree: write the points that the decision gives.' };
export const DECIDED_BEFORE: Text = { lv: 'Lēmuma diena nevar būt pirms iesniegšanas un pēc šodienas.', en: 'The day of the decision cannot be before the appeal or after today.' };
export const NOT_APPOINTED: Text = { lv: 'Jūs neesat iecelts par šī pārbaudījuma vērtētāju.', en: 'You are not appointed as an assessor of this exam.' };
export const NO_MORE_WORKS: Text = { lv: 'Šobrīd jūs negaida neviens šī pārbaudījuma darbs. Kad kāds gaidīs, par to pavēstīs jūsu sākumlapa.', en: 'No work of this exam waits for you now. When one does, your start page will tell you.' };
export const NO_SUCH_WORK: Text = { lv: 'Šāda darba jūsu rokās nav: tas jau ir novērtēts vai atdots.', en: 'You do not have this work in hand: it has been assessed or let go.' };
export const NO_EXAMS_OF_YEAR: Text = { lv: 'Šajā mācību gadā pārbaudījumu nav. Izvēlieties citu mācību gadu.', en: 'There are no exams in this school year. Choose another one.' };
export const SELECTED_LATER: Text = { lv: 'Atlases datums nevar būt vēlāks par šodienu.', en: 'The day of selection cannot be later than today.' };
export const OTHER_KIND_OF_EXAM: Text = { lv: 'Šī norise ir cita veida pārbaudījums. Izvēlieties norisi no izvēlētā veida vai veidu “Visi”.', en: 'This event is an exam of another kind. Choose an event of the chosen kind, or all kinds.' };
export const ENDS_BEFORE_IT_BEGINS: Text = { lv: 'Beigas nevar būt pirms sākuma.', en: 'The end cannot be before the beginning.' };
export const NO_SUCH_PLACE: Text = { lv: 'Šādas iestādes nav starp tām, kuru kārtotājus drīkstat redzēt. Izvēlieties iestādi no saraksta.', en: 'This institution is not among those whose candidates you may see. Choose one from the list.' };
export const NO_SUCH_PUBLICATION: Text = { lv: 'Šādas rezultātu paziņošanas nav, vai tā jau ir aizstāta.', en: 'There is no such publication of results, or another has taken its place.' };
export const LIES_BEHIND: Text = { lv: 'Paziņošanas brīdim jābūt nākotnē; to, kas jau ir redzams, vairs nevar paslēpt.', en: 'The instant of publication must lie ahead; what can be seen already cannot be hidden any more.' };
export const NOT_ONES_OWN: Text = { lv: 'Paziņošanas brīdi apstiprina cits cilvēks, nevis tas, kurš to noteica.', en: 'The instant of publication is confirmed by somebody else than who set it.' };
export const SAY_WHY_UNSEALED: Text = {
  lv: 'Neapzīmogoti sertifikāti: {n}. Apzīmogojiet tos vispirms vai norādiet, kāpēc rezultātus paziņo bez tiem.',
  en: 'Certificates not sealed: {n}. Seal them first, or say why results are published without them.',
};

export const CHOOSE_SCANS: Text = { lv: 'Izvēlieties skenējumu datnes vai ZIP arhīvu ar tām.', en: 'Choose files of scans, or a ZIP archive of them.' };
export const UNFIT_ZIP: Text = { lv: 'ZIP arhīvu nevar izlasīt: tas ir bojāts, sadalīts vai aizsargāts ar paroli. Izveidojiet to no jauna vai izvēlieties pašas datnes.', en: 'The ZIP archive cannot be read: it is damaged, split or protected by a password. Make it anew, or choose the files themselves.' };
export const UNFIT_ZIP_NAMES: Text = { lv: 'ZIP arhīvā ir datne, kuras nosaukums ved citur vai atkārtojas. Nosauciet datnes ar darbu kodiem un izveidojiet arhīvu no jauna.', en: 'A name in the ZIP archive leads elsewhere or stands twice. Name the files by the codes of works and make the archive anew.' };
export const UNFIT_ZIP_SIZE: Text = { lv: 'ZIP arhīvā ir vairāk par 1000 datnēm vai 100 MB. Sadaliet to vairākos.', en: 'The ZIP archive has more than 1000 files or 100 MB. Divide it into several.' };
export const NO_SCAN: Text = { lv: 'Šim darbam skenējuma nav, vai tā glabāšanas laiks ir beidzies.', en: 'There is no scan of this work, or the time of its keeping is over.' };
export const NO_SUCH_CONTESTED_WORK: Text = { lv: 'Šāda apstrīdēta darba nav, vai jūs neesat šīs apelācijas komisijā.', en: 'There is no such contested work, or you do not sit in the commission of this appeal.' };
export const NO_SUCH_OWN_WORK: Text = { lv: 'Šāda jūsu vai jūsu bērna darba nav, vai to vēl nerāda.', en: 'There is no such work of yours or your child’s, or it is not shown yet.' };
export const NO_SUCH_PAGE: Text = { lv: 'Šādas lapas darbā nav.', en: 'The work has no such page.' };

/** What a broken rule of the database means, by the constraint's name. */
export const NOT_IN_REGISTER: Text = { lv: 'Personu reģistrā jūs neatrod, tāpēc nav zināms, kuri rezultāti ir jūsu.', en: 'The register of persons does not know you, so it is not known which results are yours.' };
export const NOT_YOUR_CHILD: Text = { lv: 'Šīs personas rezultātus jūs redzēt nevarat: jūs šodien viņu nepārstāvat.', en: 'You cannot see this person’s results: you do not act for them today.' };

export const EXAMS_CONSTRAINTS = {
  parts_weigh_a_hundred: { lv: 'Daļu svariem kopā jābūt 100.', en: 'The weights of the parts must add up to 100.' },
  one_scoring_of_an_exam: { lv: 'Kāds tikko mainīja šī pārbaudījuma vērtēšanu. Atveriet to vēlreiz.', en: 'Somebody has just changed how this exam is counted. Open it again.' },
  one_threshold_of_a_level: { lv: 'Kāds tikko mainīja šo slieksni. Atveriet to vēlreiz.', en: 'Somebody has just changed this threshold. Open it again.' },
  one_exam_of_a_code_in_a_year: YEAR_PREPARED,
  session_days_in_order: DAYS_OUT_OF_ORDER,
  one_entry_for_an_event: { lv: 'Šis cilvēks šajā norisē jau ir reģistrēts; viņu var reģistrēt tikai vienā iestādē.', en: 'This person is already registered for this event; only one institution can register them.' },
  one_person_on_a_seat: { lv: 'Šajā vietā jau kāds sēž. Izvēlieties citu.', en: 'Somebody already sits there. Choose another seat.' },
  one_room_of_a_name: { lv: 'Šāda telpa norisē jau ir.', en: 'The sitting has such a room already.' },
  one_fact_of_a_kind: { lv: 'Šāds ieraksts kārtotājam jau ir. Vispirms atsauciet to, ja vajag citu.', en: 'The candidate has such a record already. Take it back first if another is needed.' },
  one_support_on_a_ground: { lv: 'Šāds atbalsta pasākums kārtotājam jau ir.', en: 'The candidate has this support measure already.' },
  nobody_exempt_is_present: {
    lv: 'Kārtotājs no šīs daļas ir atbrīvots vai to aizstāj starptautisks dokuments, tāpēc nevar būt piedalījies. Atsauciet vienu no abiem.',
    en: 'The candidate is exempt from this part, or an international document replaces it, and so cannot have taken it. Take one of the two back.',
  },
  protocol_keeps_participation: {
    lv: 'Dalības protokols jau ir iesniegts, tāpēc dalību un kārtotāju sarakstu vairs nevar mainīt. Vadītājs to var atdot labošanai.',
    en: 'The participation protocol has been handed in, so participation and the list can no longer change. The head can give it back to be corrected.',
  },
  one_protocol_at_a_time: { lv: 'Protokols jau ir iesniegts.', en: 'The protocol has been handed in already.' },
  nobody_approves_their_own: { lv: 'Protokolu apstiprina cits cilvēks, nevis tas, kurš to iesniedza.', en: 'A protocol is approved by somebody else than who handed it in.' },
  nobody_absent_has_a_result: { lv: 'Kārtotājs nav piedalījies vai ir izraidīts, tāpēc rezultāta nav. Neierašanās nav nulle punktu.', en: 'The candidate took no part, or was expelled, and so has no result. Absent is not zero points.' },
  one_import_under_a_key: KEY_TAKEN,
  one_appeal_at_a_time: { lv: 'Par šo rezultātu apelācija jau ir iesniegta un vēl nav izlemta.', en: 'An appeal about this result has been lodged and is not decided yet.' },
  nobody_judges_their_own_assessment: { lv: 'Šis cilvēks ir vērtējis apstrīdēto darbu, tāpēc komisijā nedrīkst būt.', en: 'This person assessed the contested work, and so cannot sit in the commission.' },
  only_assessors_of_the_exam: { lv: 'Šis cilvēks nav iecelts par šī pārbaudījuma vērtētāju.', en: 'This person is not appointed as an assessor of this exam.' },
  commission_is_whole: { lv: 'Komisija ir par mazu: pievienojiet aģentūras darbiniekus un šī pārbaudījuma vērtētājus, cik prasa spēkā esošie skaitļi.', en: 'The commission is too small: add staff of the agency and assessors of this exam, as many as the numbers in force ask for.' },
  nobody_assesses_a_work_twice: { lv: 'Šo darbu jūs jau esat vērtējis; otro vērtējumu dod cits vērtētājs.', en: 'You have assessed this work already; the second assessment is given by another.' },
  one_assessment_in_a_round: { lv: 'Šo darbu tikko paņēma cits vērtētājs. Ņemiet nākamo.', en: 'Another assessor has just taken this work. Take the next one.' },
  one_scan_of_a_work: { lv: 'Kāds tikko ielādēja šī darba skenējumu. Atveriet lapu vēlreiz.', en: 'Somebody has just brought in a scan of this work. Open the page again.' },
  versions_stay: { lv: 'Ierakstītu rezultātu nepārraksta; labojot rodas jauna versija.', en: 'A recorded result is not rewritten; a correction makes a new version.' },
  one_result_of_an_entry: { lv: 'Kāds tikko mainīja šo rezultātu. Atveriet to vēlreiz.', en: 'Somebody has just changed this result. Open it again.' },
  one_work_of_a_part: { lv: 'Šai daļai darbs jau ir.', en: 'There is a work of this part already.' },
  nobody_confirms_their_own_publication: NOT_ONES_OWN,
  nothing_is_published_backwards: LIES_BEHIND,
  what_is_published_stays: LIES_BEHIND,
  one_publication_of_a_term: { lv: 'Kāds tikko apstiprināja citu paziņošanas brīdi. Atveriet lapu vēlreiz.', en: 'Somebody has just confirmed another instant. Open the page again.' },
  one_proposal_of_a_term: { lv: 'Kāds tikko noteica citu paziņošanas brīdi. Atveriet lapu vēlreiz.', en: 'Somebody has just set another instant. Open the page again.' },
  extra_term_refers_to_the_first: { lv: 'Papildtermiņam vajag tā paša cilvēka un pārbaudījuma pirmo pieteikumu.', en: 'The extra term needs the first entry of the same person and exam.' },
} as const satisfies ConstraintTexts;
