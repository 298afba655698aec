-- A PDF with a signature inside, which is not looked at, and one without looked alike to whoever decides by the file.
alter table checking.file_check add column kind text check (kind in ('container', 'signed-pdf', 'plain-pdf', 'other-file'));
comment on column checking.file_check.kind is 'What the file is as far as its signatures go (datnes veids): in a container they are checked, inside a PDF they are not looked at';
update checking.file_check c set kind = case
    when c.verdict <> 'no-container' then 'container'
    when position('%PDF-'::bytea in substring(f.content from 1 for 1024)) = 0 then 'other-file'
    when position('/ByteRange'::bytea in f.content) > 0 then 'signed-pdf'
    else 'plain-pdf' end
  from platform.file f where f.id = c.file_id;
alter table checking.file_check alter column kind set not null;
alter table checking.file_check add constraint a_container_has_a_verdict check ((kind = 'container') = (verdict <> 'no-container'));
