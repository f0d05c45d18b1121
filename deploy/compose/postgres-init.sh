#!/bin/sh
# Runs once, when the volume of PostgreSQL is new. The queues are in Redis.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres --set=password="$DATABASE_PASSWORD" <<'SQL'
create role genie login password :'password';
create database genie owner genie;
revoke connect on database genie from public;
SQL
