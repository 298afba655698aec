-- A message that asks the holder to sign in and download was sent, yet nobody knows whether it was read: a channel of its own, by which nobody has the certificate yet.
alter table certificates.hand_out drop constraint hand_out_channel_check;
alter table certificates.hand_out add constraint hand_out_channel_check check (channel in ('own', 'representative', 'school', 'agency', 'portal', 'machine', 'paper', 'packet', 'message'));
