#!/bin/sh
# Runs a command with each file in /run/secrets as the variable of the file's name, so that no secret stands in a
# compose file, in the image or in what `docker inspect` shows. SECRETS_FOLDER names another folder.
set -eu
for file in "${SECRETS_FOLDER:-/run/secrets}"/*; do
  [ -f "$file" ] || continue
  name=$(basename "$file")
  export "$name=$(cat "$file")"
done
exec "$@"
