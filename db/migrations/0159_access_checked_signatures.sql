-- Whether a signed document was checked is said by its checks (checking.file_check), no longer by a column that never changed.
alter table access.right_request drop column signature;
