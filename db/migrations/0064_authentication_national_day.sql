-- The day from which two factors are needed in the whole country, wherever a municipality has set no earlier one.
create table authentication.national_day (
  id uuid primary key default uuidv7(),
  second_factor_from date not null,
  basis text not null constraint national_day_names_its_basis check (basis <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz
);
comment on table authentication.national_day is 'From which day everybody signs in by two factors (valstī noteiktā diena): a municipality may ask for it earlier, never later. What was set before stays';
create unique index one_national_day on authentication.national_day ((true)) where superseded_at is null;
insert into authentication.national_day (second_factor_from, basis, recorded_at, recorded_by) values (
  '2027-09-01',
  'OWASP ASVS 5.0, 6.3.3; Ministru kabineta 25.06.2025. noteikumi Nr. 397 “Minimālās kiberdrošības prasības”. Dienu apstiprina vadošā iestāde ar rīkojumu',
  now(), 'migration');
