-- Children of the age of compulsory education who learn nowhere: extracts of the population register, whom the municipality inquires after, and what came of it.
create schema schoolage;

create table schoolage.parameter (
  id uuid primary key default uuidv7(),
  name text not null check (name ~ '^[a-z][a-z-]*$'),
  numbers integer[] not null constraint schoolage_parameter_has_its_numbers check (cardinality(numbers) between 1 and 6 and 0 <= all (numbers)),
  valid_from date not null,
  valid_to date,
  basis text not null constraint schoolage_parameter_names_its_basis check (basis <> ''),
  verified boolean,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  superseded_by uuid references schoolage.parameter,
  constraint schoolage_parameter_period_in_order check (valid_to > valid_from),
  constraint one_value_of_a_schoolage_parameter_at_a_time exclude using gist (name with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table schoolage.parameter is 'Ages, days and the smallest number shown that inquiries after children go by, each with the days on which it holds and its basis';
insert into schoolage.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('from-age', '{5}', '2009-07-01', 'MK 04.08.2009. noteikumi Nr. 871 (grozīti ar Nr. 542/2016): bērni no 5 gadu vecuma; jāsalīdzina ar aktu', false, now(), 'migration'),
  ('until-age', '{18}', '2009-07-01', 'MK 04.08.2009. noteikumi Nr. 871 (grozīti ar Nr. 542/2016): bērni līdz 18 gadu vecumam; jāsalīdzina ar aktu', false, now(), 'migration'),
  ('due-days', '{30}', '2009-07-01', 'Pieņemts: mēnesis no izraksta dienas; jāsalīdzina ar MK 04.08.2009. noteikumu Nr. 871 6. punktu', false, now(), 'migration'),
  ('recheck-months', '{12}', '2009-07-01', 'Pieņemts: izskaidrotu gadījumu pārbauda pēc gada; jāsalīdzina ar MK 04.08.2009. noteikumiem Nr. 871', false, now(), 'migration'),
  ('remind-before', '{5}', '2009-07-01', 'Sistēmas pārziņa izvēle; tiesību akts atgādinājumus nenosaka', false, now(), 'migration'),
  ('smallest-number', '{5}', '2009-07-01', 'Statistikas konfidencialitātes paraugs (ESSnet rokasgrāmata par statistisko izpaušanas kontroli)', false, now(), 'migration');

create table schoolage.status_kind (
  code text primary key check (code ~ '^[a-z][a-z-]*$'),
  turn smallint not null constraint one_status_in_a_turn unique,
  group_code text not null check (group_code in ('abroad', 'protection', 'residence', 'health', 'other-schooling', 'timing', 'dropped', 'unknown')),
  name_lv text not null,
  name_en text not null,
  definition_lv text not null,
  definition_en text not null,
  explains boolean not null,
  source text not null
);
comment on table schoolage.status_kind is 'Why a child learns nowhere (statuss un apakšstatuss), with a definition that all municipalities read alike; one that explains it closes the inquiry until its next check';
insert into schoolage.status_kind (turn, code, group_code, name_lv, name_en, definition_lv, definition_en, explains, source) values
  (1, 'left-country', 'abroad', 'Izbraucis no valsts vai mācās ārvalstīs', 'Left the country or learns abroad',
    'Ir ziņas no ģimenes, radiem vai ārvalsts iestādes, ka bērns dzīvo ārvalstī, lai gan ir deklarēts Latvijā.', 'Family, relatives or an authority abroad say that the child lives abroad, although declared in Latvia.', true, 'delfi.lv 54599284'),
  (2, 'adopted-abroad', 'abroad', 'Adoptēts uz ārvalstīm', 'Adopted to another country',
    'Adopciju apliecina tiesas nolēmums vai bāriņtiesas ziņas.', 'A court decision or the orphans’ court confirms the adoption.', true, 'delfi.lv 54599284'),
  (3, 'citizen-elsewhere', 'abroad', 'Citas valsts pilsonis, dzīvo pilsonības valstī', 'Citizen of another country, lives there',
    'Bērnam ir uzturēšanās atļauja Latvijā, bet viņš dzīvo savas pilsonības valstī.', 'The child has a residence permit in Latvia and lives in the country of citizenship.', true, 'delfi.lv 54599284'),
  (4, 'refugee', 'protection', 'Bēgļa vai alternatīvais statuss', 'Refugee or subsidiary protection',
    'Statuss piešķirts; pašvaldība vēl nav vienojusies ar ģimeni par izglītības iestādi.', 'The status has been granted; the municipality has not yet agreed with the family on an institution.', false, 'delfi.lv 55798244'),
  (5, 'temporary-protection', 'protection', 'Pagaidu aizsardzība', 'Temporary protection',
    'Pagaidu aizsardzība piešķirta; pašvaldība vēl nav vienojusies ar ģimeni par izglītības iestādi.', 'Temporary protection has been granted; the municipality has not yet agreed with the family on an institution.', false, 'delfi.lv 55798244'),
  (6, 'address-annulled', 'residence', 'Deklarētā dzīvesvieta anulēta', 'Declared address annulled',
    'Ziņas par deklarēto dzīvesvietu ir anulētas, un citas nav zināmas.', 'The declared address has been annulled and no other is known.', false, 'delfi.lv 48472831'),
  (7, 'moved', 'residence', 'Mainījis dzīvesvietu', 'Moved elsewhere in Latvia',
    'Ģimene dzīvo citā pašvaldībā, bet to vēl nav deklarējusi. Kad būs, nākamais izraksts gadījumu nodos turp.', 'The family lives in another municipality and has not declared it. Once it has, the next extract hands the inquiry over.', false, 'bnn.lv 366613'),
  (8, 'missing-person', 'residence', 'Bezvēsts prombūtnē', 'Missing person',
    'Bērns ir izsludināts meklēšanā.', 'A search for the child has been announced.', false, 'e-klase.lv 9958'),
  (9, 'long-illness', 'health', 'Ilgstoša slimība', 'Long illness',
    'Ārsta atzinums par ilgstošu slimošanu, kuras laikā mācīties nevar. Diagnozi neraksta.', 'A doctor’s statement on a long illness during which the child cannot learn. No diagnosis is written.', true, 'e-klase.lv 9958'),
  (10, 'disability', 'health', 'Invaliditāte', 'Disability',
    'Atzinums, ka veselības stāvokļa dēļ izglītības programmu apgūt nevar. Diagnozi neraksta.', 'A statement that for reasons of health no programme can be taken. No diagnosis is written.', true, 'e-klase.lv 9958'),
  (11, 'preschool-in-family', 'other-schooling', 'Pirmsskolas izglītība ģimenē', 'Preschool education in the family',
    'Vecāki pieteikuši, ka bērnu sagatavo skolai ģimenē, un pašvaldība sniedz konsultācijas.', 'The parents have announced that the child is prepared for school in the family, with the municipality’s advice.', true, 'bnn.lv'),
  (12, 'home-schooling', 'other-schooling', 'Izglītojas mājās', 'Learns at home',
    'Bērns mācās ģimenē, un iestāde, kas viņu vērtēs, vēl nav reģistrējusi piederību.', 'The child learns in the family, and the institution that will assess has not registered the membership yet.', true, 'delfi.lv 48472831'),
  (13, 'nanny', 'other-schooling', 'Pie bērnu uzraudzības pakalpojuma sniedzēja', 'With a childminder',
    'Piecgadnieku vai sešgadnieku pieskata reģistrēts pakalpojuma sniedzējs.', 'A registered childminder looks after the child of five or six.', true, 'baltijaszinas.lv 1202'),
  (14, 'arrived', 'other-schooling', 'Ieradies no citas valsts', 'Arrived from another country',
    'Bērns atgriezies vai ieradies nesen; iestādi vēl meklē.', 'The child came or came back lately; an institution is being sought.', false, 'bnn.lv'),
  (15, 'starts-next-year', 'timing', 'Sāks mācības nākamajā mācību gadā', 'Begins next school year',
    'Iestāde ir apstiprinājusi vietu no nākamā mācību gada.', 'An institution has confirmed a place from the next school year on.', true, 'bnn.lv'),
  (16, 'changed-institution', 'timing', 'Mainīta iestāde, mācības nav uzsāktas', 'Changed institution, has not begun',
    'No iepriekšējās iestādes atskaitīts, jaunajā vēl nav uzņemts.', 'Has left the former institution and has not been enrolled in the new one.', false, 'bnn.lv'),
  (17, 'expelled', 'dropped', 'Atskaitīts par neapmeklēšanu', 'Removed for not attending',
    'Iestāde bērnu atskaitījusi, jo viņš to neapmeklēja (arī pirmsskolā un tālmācībā).', 'The institution removed the child for not attending (preschool and distance learning too).', false, 'baltijaszinas.lv'),
  (18, 'finding-out', 'unknown', 'Pašvaldība noskaidro situāciju', 'The municipality is finding out',
    'Ir nosūtīts vismaz viens pieprasījums, un atbildi gaida.', 'At least one question has been sent, and its answer is awaited.', false, 'jauns.lv 290352'),
  (19, 'tried-in-vain', 'unknown', 'Darbības veiktas, noskaidrot nav izdevies', 'Everything was tried in vain',
    'Jautāts VSAA, dzimtsarakstu nodaļai un policijai; neviens neko nezina.', 'The social insurance agency, the registry office and the police were asked; nobody knows.', false, 'bnn.lv'),
  (20, 'no-information', 'unknown', 'Pašvaldībai nav informācijas', 'The municipality has no information',
    'Neviena darbība vēl nav veikta.', 'Nothing has been done yet.', false, 'jauns.lv 290352');

create table schoolage.extract (
  id uuid primary key default uuidv7(),
  as_of date not null,
  source text not null check (source in ('file', 'register')),
  file_name text not null default '',
  content_hash text not null default '',
  state text not null check (state in ('judging', 'proposed', 'applying', 'applied', 'withdrawn')),
  row_count integer not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  applied_at timestamptz,
  applied_by text,
  constraint applied_extract_says_when check ((state = 'applied') = (applied_at is not null))
);
comment on table schoolage.extract is 'Quarterly extracts of the population register (PMLP izraksts): the children of compulsory age declared in Latvia on a day; a proposal until it is applied';
create unique index one_extract_at_work on schoolage.extract ((true)) where state in ('judging', 'proposed', 'applying');
create index extract_by_day on schoolage.extract (as_of, id);

create table schoolage.extract_row (
  extract_id uuid not null constraint row_of_an_extract references schoolage.extract,
  line integer not null,
  code text,
  given text not null default '',
  family text not null default '',
  born text not null default '',
  unit text not null default '',
  born_on date,
  person_id uuid constraint row_of_a_person references persons.person,
  atvk text constraint row_in_a_known_unit references territories.unit_version,
  part text not null default '',
  faults text[] not null default '{}',
  verdict text check (verdict in ('learning', 'finished', 'missing', 'refused')),
  effect text check (effect in ('opens', 'reopens', 'moves', 'goes-on', 'stays-explained', 'closes')),
  primary key (extract_id, line),
  constraint refused_row_says_why check ((verdict = 'refused') = (faults <> '{}'))
);
comment on table schoolage.extract_row is 'Rows of an extract as they came, each with its answer: learns, has finished basic education, is missing, or was refused and why; and what it does to inquiries';
create unique index person_stands_in_an_extract_once on schoolage.extract_row (extract_id, person_id) where person_id is not null and verdict is distinct from 'refused';
create index row_by_verdict on schoolage.extract_row (extract_id, verdict, line);
create index row_of_person on schoolage.extract_row (person_id) where person_id is not null;

create table schoolage.inquiry (
  id uuid primary key default uuidv7(),
  person_id uuid not null constraint inquiry_after_a_person references persons.person constraint one_inquiry_after_a_child unique,
  last_extract_id uuid not null constraint inquiry_found_by_an_extract references schoolage.extract,
  opened_at timestamptz not null
);
comment on table schoolage.inquiry is 'Children whom an extract found without an institution (nereģistrēts bērns), one inquiry for each, opened anew where it must be';

create table schoolage.inquiry_state (
  id uuid primary key default uuidv7(),
  inquiry_id uuid not null constraint state_of_an_inquiry references schoolage.inquiry,
  state text not null check (state in ('open', 'closed')),
  closed_by text check (closed_by in ('membership', 'status', 'finished', 'age')),
  status_code text constraint state_has_a_known_status references schoolage.status_kind,
  comment text not null default '',
  atvk text not null constraint state_in_a_known_unit references territories.unit_version,
  part text not null default '',
  due_on date not null,
  next_check_on date,
  why text not null check (why in ('opened', 'reopened', 'moved', 'status', 'closed')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  constraint closed_inquiry_says_by_what check ((state = 'closed') = (closed_by is not null)),
  constraint explained_inquiry_has_its_status check (closed_by is distinct from 'status' or (status_code is not null and next_check_on is not null))
);
comment on table schoolage.inquiry_state is 'How an inquiry stood, from when until when: status, comment, declared place (as of its extract, never rewritten by a reform), due day and next check. What no longer holds stays';
create unique index one_state_of_an_inquiry on schoolage.inquiry_state (inquiry_id) where superseded_at is null;
create index state_of_inquiry on schoolage.inquiry_state (inquiry_id, recorded_at);
create index open_inquiry_by_due_day on schoolage.inquiry_state (due_on, inquiry_id) where superseded_at is null and state = 'open';

create table schoolage.step (
  id uuid primary key default uuidv7(),
  inquiry_id uuid not null constraint step_of_an_inquiry references schoolage.inquiry,
  taken_on date not null,
  kind text not null check (kind in ('letter', 'call', 'visit', 'request', 'meeting')),
  body text not null constraint step_names_whom check (body <> ''),
  answer text not null default '',
  answered_at timestamptz,
  answered_by text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint answer_says_when check ((answer <> '') = (answered_at is not null))
);
comment on table schoolage.step is 'What a municipality did to find a child (darbības): the day, how, whom it asked, and the answer once it came';
create index step_of_inquiry on schoolage.step (inquiry_id, taken_on);

create table schoolage.responsible (
  id uuid primary key default uuidv7(),
  unit_id integer not null constraint responsible_for_a_municipality references territories.unit,
  user_id uuid not null constraint responsible_is_a_user references access.app_user,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz
);
comment on table schoolage.responsible is 'Who looks after the inquiries of a municipality (atbildīgā persona), and who did before';
create unique index one_responsible_of_a_municipality on schoolage.responsible (unit_id) where superseded_at is null;
create index responsible_user on schoolage.responsible (user_id);

-- Who works with it; an administrator changes it in the program.
update access.role set permissions = permissions || more, changed_at = now(), changed_by = 'migration'
from (values
  ('municipality-education-specialist', array['schoolage.see', 'schoolage.keep']),
  ('municipality-head', array['schoolage.see']),
  ('education-administrator', array['schoolage.see', 'schoolage.take-extracts', 'schoolage.keep-parameters'])
) as added (role_code, more) where code = role_code;
