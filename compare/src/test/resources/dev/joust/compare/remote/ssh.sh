#!/bin/sh
# Stands for ssh: runs the command on this machine, in a home of its own per host. The file "ssh-says" in that home
# is what ssh says before it fails; the file "ssh-cuts" is how many bytes of input arrive before the connection breaks.
before=
while [ "$1" != -- ]; do
  before="$before $1"
  shift
done
host=$2
command=$3
HOME=$(dirname "$0")/$host
export HOME
mkdir -p "$HOME"
echo "$before" >> "$HOME/ssh-options"
if [ -e "$HOME/ssh-says" ]; then
  cat "$HOME/ssh-says" >&2
  exit 255
fi
if [ -e "$HOME/ssh-cuts" ]; then
  head -c "$(cat "$HOME/ssh-cuts")" | sh -c "$command"
  exit
fi
exec sh -c "$command"
