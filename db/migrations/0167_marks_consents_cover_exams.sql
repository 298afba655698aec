-- A consent to hand marks to a university covers results of state exams and their certificates only where it says so.
alter table marks.admission_consent add column covers_exams boolean not null default false;
comment on column marks.admission_consent.covers_exams is 'Whether the consent also covers results of state exams and their certificates, besides the marks of the school';
