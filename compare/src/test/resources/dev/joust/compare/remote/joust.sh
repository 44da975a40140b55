#!/bin/sh
# Stands for joust on a host: notes its words, prints the lines that the test has prepared, and ends as prepared.
printf '%s\n' "$@" > "$HOME/words"
printf '%s\n' "$JOUST_HOME" "$JOUST_COMMIT" "${JOUST_JAVA:-}" > "$HOME/environment"
rm -rf "$HOME/files"
cp -R . "$HOME/files"
cat "$HOME/stream"
. "$HOME/ending"
