-- Why a fetch failed is kept as a code; words are found when somebody reads it.
update intake.oneroster_pull set failure = case
    when failure = 'no connection' then 'no-connection' when failure = 'no answer in time' then 'no-answer-in-time' when failure = 'the answer is too large' then 'too-large'
    when failure = 'the answer is no JSON' then 'not-json' when failure = 'the answer holds no access token' then 'no-token' when failure = 'the next page is on another server' then 'other-server'
    when failure like 'the same page came twice%' then 'same-page-twice' when failure like 'VI-103%' then 'VI-103' when failure = 'Serveris ir atslēgts.' then 'disconnected'
    when failure ~ '^HTTP (401|403|404) \(\w+\)$' then regexp_replace(failure, '^HTTP (\d+) \((\w+)\)$', 'HTTP-\1 \2') when failure ~ '^HTTP \d+ \(\w+\)$' then regexp_replace(failure, '^HTTP (\d+) \((\w+)\)$', 'HTTP \1, \2')
    else failure end
  where failure <> '';
comment on column intake.oneroster_pull.failure is 'Why the fetch does not go on, as a code with what it is about; of one that is done which results were left out, as code: count';
