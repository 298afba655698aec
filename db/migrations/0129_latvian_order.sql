-- One Latvian order for whatever is listed by name. Servers bring the alphabet of their own edition of ICU: older ones take "ā" for a kind of "a",
-- newer ones, and the program itself, for a letter after it. Written out on the root order, it is the same on every server and in the program (#kernel/latvian-order.ts).
create collation platform.latvian (provider = icu, locale = 'und', rules = $rules$
  &[before 1]b < ā <<< Ā
  &[before 1]d < č <<< Č
  &[before 1]f < ē <<< Ē
  &[before 1]h < ģ <<< Ģ
  &[before 1]j < y <<< Y < ī <<< Ī
  &[before 1]l < ķ <<< Ķ
  &[before 1]m < ļ <<< Ļ
  &[before 1]o < ņ <<< Ņ
  &[before 1]p < ō <<< Ō
  &[before 1]s < ŗ <<< Ŗ
  &[before 1]t < š <<< Š
  &[before 1]v < ū <<< Ū
  &[before 1]ʒ < ž <<< Ž
  &'' << ‘ << ’ << ‚
  &'"' << “ << ” << „
$rules$);
comment on collation platform.latvian is 'The order of Latvian names (alfabētiskā secība)';

drop index reforms.change_pages;
create index change_pages on reforms.change (reform_id, rehearsal_id, participant, kind, label collate platform.latvian, key);
