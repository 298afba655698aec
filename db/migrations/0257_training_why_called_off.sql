-- Why a remote course was called off is shown on its page too, not only told to those who were sent. Of earlier ones it is not known.
alter table training.remote_course add column cancelled_why text not null default '';
