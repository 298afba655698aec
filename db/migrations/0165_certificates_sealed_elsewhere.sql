-- A service that seals whole files (LVRTC's SignAPI) knows a file by a name of its own, kept before it seals: after a crash the same name is asked again, and nothing is sealed twice.
alter table certificates.certificate add column begun_as text constraint begun_elsewhere_is_named check (begun_as <> '');
alter table certificates.certificate add constraint only_what_waits_for_its_seal_is_begun check (begun_as is null or state = 'rendered');
