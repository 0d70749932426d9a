"""What was open on a day that somebody chose: told and counted, while only what is new fails."""
