-- Delivery places of every kind of education that institutions of the register give; colleges, music schools and adult education had none.
alter table institutions.delivery_place
  drop constraint delivery_place_programme_check,
  add constraint delivery_place_of_a_known_programme check (programme in ('preschool', 'general', 'vocational', 'vocational-orientation', 'higher', 'interest', 'adult'));
