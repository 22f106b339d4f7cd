-- Run once by the image of PostgreSQL when the server's files are made: the role and the database of one office. The
-- role owns its database and nothing else; the server's superuser has a password that nobody knows.
\set password `cat /run/superbill/password`
CREATE ROLE office LOGIN PASSWORD :'password';
CREATE DATABASE office OWNER office;
REVOKE CONNECT ON DATABASE office FROM PUBLIC;
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
