#!/bin/sh
# Makes what docker-compose.yml names as secrets, in the folder ./secrets, once: a file that is there is left alone.
# Keep PROBITY_KEYS and PROBITY_BACKUP_KEY somewhere else too: without them a backup opens nothing.
set -eu
umask 077
mkdir -p secrets
cd secrets
random() { openssl rand -hex 32; }
keep() { [ -s "$1" ] || printf '%s\n' "$2" > "$1"; }
keep app_password "$(random)"
keep owner_password "$(random)"
keep DATABASE_URL "postgres://probity_app:$(cat app_password)@database:5432/probity"
keep DATABASE_OWNER_URL "postgres://probity_owner:$(cat owner_password)@database:5432/probity"
keep PROBITY_KEYS "k1:$(openssl rand -base64 32)"
keep PROBITY_BACKUP_KEY "$(openssl rand -base64 32)"
keep SESSION_SECRET "$(random)"
keep METRICS_TOKEN "$(random)"
# The containers' own account, which is not yours, reads them.
chmod 755 . && chmod 644 ./*
