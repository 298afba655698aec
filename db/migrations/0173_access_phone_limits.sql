-- A limit of its own, in sum, for pushing questions to phones of personal codes that were typed (Smart-ID, notification flow).
insert into access.parameter (name, numbers, basis, valid_from, recorded_at, recorded_by)
values ('phone-asks-in-all', array[1000], 'OWASP ASVS 5.0, 6.3.1: visi pieprasījumi kopā, lai neviens netraucētu cilvēkus pa tālruni', '2009-07-01', now(), 'migration');
