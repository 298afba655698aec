-- The code of an address in the state address register, as it is kept of residents' addresses.
alter table institutions.address add column address_code text constraint institution_address_code_has_nine_digits check (address_code ~ '^[0-9]{9}$');
alter table institutions.delivery_place add column address_code text constraint delivery_place_code_has_nine_digits check (address_code ~ '^[0-9]{9}$');
comment on column institutions.address.address_code is 'Code in the address register (adreses kods adrešu reģistrā); none where it is not known';
comment on column institutions.delivery_place.address_code is 'Code in the address register (adreses kods adrešu reģistrā); none where it is not known';
