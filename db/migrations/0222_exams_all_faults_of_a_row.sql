-- A row of points that is refused tells all that is wrong with it; the first fault stays where it stood.
alter table exams.import_row add column faults jsonb not null default '[]'::jsonb;
update exams.import_row set expected = case code when 'no-code' then '733300000017' when 'no-candidate' then '' when 'twice' then '' else split_part(replace(expected, '0–', ''), ';', 1) end where verdict = 'refused';
update exams.import_row set faults = jsonb_build_array(jsonb_build_object('code', code, 'field', coalesce(field, ''), 'expected', coalesce(expected, ''), 'nearest', to_jsonb(coalesce(nearest, '{}')))) where verdict = 'refused';
alter table exams.import_row add constraint refusal_names_its_faults check ((verdict = 'refused') = (jsonb_array_length(faults) > 0) or verdict is null);
comment on column exams.import_row.faults is 'Everything that is wrong with a refused row: code, field, expected, nearest; what concerns the candidate first';
