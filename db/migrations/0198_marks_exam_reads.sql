-- What a university takes of exams by a consent is noted on that consent, as what it takes of marks is.
create table marks.admission_exam_read (
  consent_id uuid not null references marks.admission_consent,
  read_at timestamptz not null,
  facts integer not null,
  primary key (consent_id, read_at)
);
comment on table marks.admission_exam_read is 'When a university took facts of exam results and certificates that a consent lets it have, and how many [append-only]';
