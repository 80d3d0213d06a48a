#!/bin/sh
# Run once by the PostgreSQL image, on a new database: the role as which the application connects. It owns nothing and
# cannot pass by row-level security. Its password is the one within the secret DATABASE_URL.
set -eu
psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$(cat /run/secrets/app_password)" <<'SQL'
create role probity_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
revoke all on database probity from public;
grant connect on database probity to probity_app;
SQL
