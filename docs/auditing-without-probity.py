#!/usr/bin/env python3
"""Checks an export of Probity's audit record. Needs Python 3.8 and nothing else; reads, and changes nothing.

    python3 verify.py [FOLDER] [--whole] [--anchors FILE]

FOLDER holds the files of the export; without it, the folder of this script.
--whole         you were given the whole record: it must begin with event 1, and no anchor may lie beyond its end.
--anchors FILE  anchors that you kept yourself: mails as they came, or lines of JSON. May be given several times.

Ends with status 0 when everything fits, and with 1 and the first thing that does not.
MANUAL.md says in words what is done here, so that you can do it in another way.
"""
import hashlib
import json
import os
import re
import sys

ZEROS = "0" * 64
FIELDS = ["authority_id", "position", "actor_kind", "actor", "action", "subject_type", "subject_id",
          "application_at", "machine_at", "payload_hash", "previous_hash"]
ANCHOR = {"chain": "[0-9a-f-]{36}", "day": r"\d{4}-\d\d-\d\d", "position": r"[1-9]\d*", "hash": "[0-9a-f]{64}"}


class Broken(Exception):
    pass


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def hash_of_link(event):
    """SHA-256 over the eleven fields as one JSON array of texts, without spaces, in UTF-8."""
    text = json.dumps([event[field] for field in FIELDS], ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8"))


def hash_of_payload(event):
    """SHA-256 over the sixteen bytes of salt and, right behind them, the text of the payload in UTF-8."""
    return sha256(bytes.fromhex(event["salt"]) + event["payload"].encode("utf-8"))


def event_in(line, path, number):
    """One line as an event: every field there, and each of them text but for what was erased."""
    try:
        event = json.loads(line)
        whole = all(isinstance(event[field], str) for field in FIELDS + ["hash"])
        said = [event["salt"], event["payload"]]
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise Broken("Line %d of %s is not a whole event." % (number, os.path.basename(path)))
    if said != [None, None] and not all(isinstance(part, str) for part in said):
        # An erased event has neither. One that has lost its salt alone still shows words that nothing vouches for.
        raise Broken("Event %s has a salt without a payload, or a payload without a salt." % event["position"])
    return event


def events_in(folder):
    """The events of events.jsonl, events-2.jsonl and so on, one after another: never all of them in memory."""
    number = 1
    while True:
        path = os.path.join(folder, "events.jsonl" if number == 1 else "events-%d.jsonl" % number)
        if not os.path.exists(path):
            if number == 1:
                raise Broken("There is no events.jsonl in %s." % folder)
            return
        with open(path, encoding="utf-8", newline="\n") as lines:
            for at, line in enumerate(lines, 1):
                yield event_in(line, path, at)
        number += 1


def anchors_in(path):
    """Anchors as lines of JSON, or as four lines of a mail: chain, day, position, hash."""
    found, begun = [], {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip().lstrip("> ")
            if line.startswith("{"):
                anchor = json.loads(line)
                told = {name: str(anchor.get(name, "")) for name in ANCHOR}
            else:
                match = re.match(r"(chain|day|position|hash): *(\S+)$", line, re.IGNORECASE)
                told = {match.group(1).lower(): match.group(2).lower()} if match else {}
            for name, value in told.items():
                # What is passed over would compare nothing.
                if name in begun or not re.match(ANCHOR[name] + "$", value):
                    raise Broken("Line %d of %s is not of a whole anchor." % (number, path))
                begun[name] = value
            if len(begun) == len(ANCHOR):
                found.append(begun)
                begun = {}
    if begun:
        raise Broken("The last anchor in %s is not whole." % path)
    return found


def check_event(event, expected, previous):
    where = "Event %s" % event["position"]
    if event["position"] != str(expected):
        raise Broken("Event %d is missing: the next one is %s." % (expected, event["position"]))
    if event["previous_hash"] != previous:
        raise Broken("%s does not follow the one before it." % where)
    if hash_of_link(event) != event["hash"]:
        raise Broken("%s was changed after it was written." % where)
    if event["salt"] is not None and hash_of_payload(event) != event["payload_hash"]:
        raise Broken("What %s said was changed after it was written." % where.lower())


def check_extent(folder, chain, first, last):
    """That no file, and no end of one, was lost since it was packed. Whoever meant to cut it off can change this too."""
    path = os.path.join(folder, "export.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            told = json.load(file)
        here = (chain, str(first), str(last))
        if (told["chain"], told["first"], told["last"]) != here:
            raise Broken("The export was of events %s to %s of chain %s, but here are %s to %s of chain %s."
                         % (told["first"], told["last"], told["chain"], here[1], here[2], chain))


def check(folder, anchors, whole):
    first = last = chain = None
    previous, erased, compared = ZEROS, 0, 0
    for event in events_in(folder):
        if first is None:
            first = last = int(event["position"])
            chain = event["authority_id"]
            if whole and first != 1:
                raise Broken("The record begins with event %d, not with event 1." % first)
            # In the middle of a chain the hash before the first event is taken as it is told; an anchor can confirm it.
            previous = ZEROS if first == 1 else event["previous_hash"]
        else:
            last += 1
        if event["authority_id"] != chain:
            raise Broken("Event %s is of another chain." % event["position"])
        check_event(event, last, previous)
        previous = event["hash"]
        erased += event["salt"] is None
        for anchor in anchors.get((chain, str(last)), []):
            compared += 1
            if anchor["hash"] != event["hash"]:
                raise Broken("Event %d is not the one that was anchored on %s." % (last, anchor["day"]))
    if first is None:
        raise Broken("There are no events.")
    check_extent(folder, chain, first, last)
    beyond = [anchor for (of, position), some in anchors.items() if of == chain and int(position) > last
              for anchor in some]
    if whole and beyond:
        raise Broken("The record ends with event %d, but event %s was anchored on %s."
                     % (last, beyond[0]["position"], beyond[0]["day"]))
    print("Chain %s, events %d to %d: every hash fits." % (chain, first, last))
    print("Events whose content was erased by retention: %d. Their links fit." % erased)
    print("Anchors compared: %d. Anchors beyond the last event, not compared: %d." % (compared, len(beyond)))
    if first != 1:
        print("The event before the first one must have the hash %s." % first_previous(folder))


def first_previous(folder):
    return next(events_in(folder))["previous_hash"]


def main(words):
    folder, files, whole = os.path.dirname(os.path.abspath(__file__)), [], False
    while words:
        word = words.pop(0)
        if word == "--whole":
            whole = True
        elif word == "--anchors" and words:
            files.append(words.pop(0))
        elif word.startswith("-"):
            print(__doc__)
            return 2
        else:
            folder = word
    known = os.path.join(folder, "anchors.jsonl")
    anchors = {}
    try:
        for path in ([known] if os.path.exists(known) else []) + files:
            found = anchors_in(path)
            if path in files and not found:
                raise Broken("There is no anchor in %s." % path)
            for anchor in found:
                anchors.setdefault((anchor["chain"], str(anchor["position"])), []).append(anchor)
        check(folder, anchors, whole)
    except (Broken, KeyError, TypeError, ValueError, OSError) as problem:
        print("DOES NOT HOLD: %s" % (problem if isinstance(problem, Broken) else repr(problem)))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
