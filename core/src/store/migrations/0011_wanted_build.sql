-- wanted_build: the build of the app from which on the server would like to see it.
ALTER TABLE device ADD COLUMN wanted_build TEXT;
