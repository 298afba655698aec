-- Who may ask for numbers of exam results without names, and below which number they are hidden.
insert into exams.parameter (name, numbers, valid_from, basis, verified, recorded_at, recorded_by) values
  ('smallest-number', '{5}', '2022-09-01', 'Pieņemts tāpat kā izglītojamo skaita pārskatos: slēpj skaitļus, kas mazāki par 5; jāsaskaņo ar datu aizsardzības speciālistu', false, now(), 'migration');

update access.role set permissions = permissions || array['exams.see-statistics'], changed_at = now(), changed_by = 'migration'
  where code in ('education-administrator', 'municipality-education-specialist', 'institution-head', 'school-exam-superuser', 'exam-manager', 'exam-head') and not permissions @> array['exams.see-statistics'];
