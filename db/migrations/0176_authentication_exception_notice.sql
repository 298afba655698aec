-- An exception that ends within these days is no reason to end passwords: whoever holds it would be out soon after.
insert into access.parameter (name, numbers, basis, valid_from, recorded_at, recorded_by)
values ('exception-notice-days', array[14], 'Nozares prakse: cilvēkam paliek divas nedēļas, lai pievienotu citu līdzekli', '2009-07-01', now(), 'migration');
