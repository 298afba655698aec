-- Where a device without a browser (terminal server) may stand: a code that a stranger asked for elsewhere is not even given out (phishing by device codes).
alter table apps.client add networks cidr[] not null default '{}',
  add constraint only_devices_are_held_to_networks check (kind = 'device' or networks = '{}');
comment on column apps.client.networks is 'Networks from which a device may ask for codes and tokens; empty where it may stand anywhere';
