-- A municipality without a day of its own has the country's: passwords may end on it or later. That it is not before is seen to where it is decided.
alter table authentication.policy
  drop constraint passwords_end_after_a_second_factor_is_needed,
  add constraint passwords_end_after_a_second_factor_is_needed check (second_factor_from <= passwords_end_on);
