-- Limits of their own for typing codes of devices: counted apart from sign-ins, by the person and by the network.
insert into access.parameter (name, value, basis, valid_from, recorded_at, recorded_by)
select name, value, basis, '2009-07-01', now(), 'migration' from (values
  ('device-code-attempts', 5, 'RFC 8628, 5.1: ierīces koda minēšana'),
  ('device-code-attempts-from-address', 100, 'RFC 8628, 5.1; viena adrese var būt visai skolai')
) as first (name, value, basis);
