"""What reports on sport say of teams and of players: the patterns of `sport`.

A pattern for what stands before a name ends with `$`; one for what stands behind it begins with `^`.
"""

from __future__ import annotations

import re

SCORE = r"\d{1,3}\s?[–-]\s?\d{1,3}(?![\w–-])"
RESULT = re.compile(rf"(?<![\w–-]){SCORE}")
TABLE = re.compile(
    r"^(?:\d{1,2}\.? )?[A-Z][A-Za-zÀ-ÿ.’' -]{2,30}? \d{1,3},? (?:[A-Z][A-Za-zÀ-ÿ.’' -]{2,30}? \d{1,3}"
    r"|\d{1,3}(?: [+-]?\d{1,3})+)$",
    re.MULTILINE,
)
"""A line of results or standings (`Burnley 1 Southampton 2`, `1. Leicester 21 14 3 4 45`)."""

COMPETITION = re.compile(
    r"\b(?:Premier League|La Liga|Serie A|Bundesliga|Ligue 1|Champions League|Europa League|FA Cup|World Cup|Grand Slam"
    r"|Super Bowl|Stanley Cup|World Series|NBA|NFL|NHL|MLB|MLS|NCAA|Six Nations|Davis Cup"
    r"|(?:U\.S\.|French|Australian) Open)\b"
)
"""Competitions, which show that an article reports on sport."""

INDIVIDUAL = re.compile(
    r"(?<![\w–-])[0-7]-[0-7](?:\s?\(\d+\))?,?\s(?:and\s)?[0-7]-[0-7](?![\w-])|\b(?:Wimbledon"
    r"|Grand Slam|Roland Garros|ATP|WTA|PGA|Ryder Cup"
    r"|tennis|golf|boxing|snooker|heavyweight|welterweight|middleweight|badminton|unseeded"
    r"|(?:U\.S\.|French|Australian) Open)\b"
)
"""What shows a sport in which people beat each other, not teams."""

_VERBS = (
    r"(?:beat|defeat|edge|stun|rout|crush|thrash|trounce|hammer|blank|upset|oust|eliminate|dispatch|outscore|outplay|overpower"
    r"|demolish|host|visit|trail|outlast|outclass|dismantle|topple)(?:s|e?d|ing)?|drubbed|top(?:s|ped)|stun(?:s|ned)|down(?:s|ed)"
    r"|sinks?|sank|sweeps?|swept|fac(?:es?|ed|ing)|beaten|beating|dr(?:aw|aws|ew)|hold\soff|held\soff|overcame|overcomes?"
    r"|(?:lost|lose|loses|losing|fell|fall|falls)\sto|knock(?:ed|s)?\s(?:off|out)|roll(?:ed|s)?\spast|cruise[ds]?\spast|see\soff"
    r"|dump(?:ed|s)?\sout|blew\sout|blow\sout|hold\s(?=[A-Z])|held\s(?=[A-Z])"
)
MEETS = rf"(?:{_VERBS})"
"""What one team does to another."""

ROLES = (
    r"(?:(?:assistant|head|interim|former|ex|young|star|veteran|rookie|first|second|vice|new)[\s-])?(?:coach|manager|boss|captain"
    r"|skipper|midfielder|striker|defender|goalkeeper|keeper|forward|quarterback|pitcher|half[\s-]back|full-?back|winger|centre-?back"
    r"|cent(?:er|re)|guard|fly-half|scrum-half|hooker|prop|flanker|lock|outfielder|shortstop|receiver|linebacker|cornerback"
    r"|goaltender|defenseman|bowler|batsman|batter|seamer|spinner|opener|wicketkeeper|all-rounder)"
)
"""Who plays for a team or trains it."""

PLAYS = re.compile(
    rf"^(?:['’]s|,\s(?:who|which))?\s+(?:{SCORE}|(?:went|go|goes)\s(?:top|bottom|second|third|clear|ahead)"
    rf"|(?:(?:have|has|had|were|was|are)\s(?:not\s|never\s)?)?(?:{MEETS}|won|lost|equali[sz]ed|scored|conceded|kicked)\b"
    r"|(?:have|were|are|had)\s(?:also\s|now\s|already\s|not\s)?(?:maintained|able|unbeaten|top|bottom|without|yet|looking|hoping"
    r"|due|set|still|into|out|in\s(?:first|second|third|fourth|fifth|last)|through|relegated|promoted|level|ahead|bowled)\b"
    r"|(?:play(?:ed|s)?|clinched|advanced|progressed|climb(?:ed|s)?|rallied|led|leads|dominated|snapped|bounced\sback|all\sout"
    r"|came\sfrom\sbehind|took\sthe\slead|fielded|sit|sits|remain|remains|improved\sto|dropped\sto|moved\s(?:up|into|to|level|clear)"
    r"|finish(?:ed|es)?|claimed|secured|signed|sign|signs|sacked|sack|sacks)\b"
    rf"|{ROLES}\b|(?:players?|fans|supporters|squad|teammates?|transfer|debut)\b|vs?\.?\s[A-Z]|\d{{1,3}}(?:[.,;](?!\d)|\s|$)"
    r"|\(\d{1,3}[–-]\d{1,3}(?:[–-]\d{1,3})?\))"
)
"""What a team does, has done to it, and has."""

PLAYED = re.compile(
    rf"\b(?:{MEETS}|against|clear\sof|(?:win|victory|triumph)\sover|(?:defeat|loss)\s(?:to|by)|(?:loss|win)\sat|vs?\.?"
    rf"|draw\s(?:with|at)|drew\s(?:with|{SCORE}\swith)|{SCORE}\s(?:at|to|by|over)|(?:home|away)\sto|held\sby|pushed"
    rf"|who\splay|(?:plays?|played|playing|returns?|returned|starts?|debut)\sfor|(?:coach|captain|fans|manager|players)\sof|on\sloan\s(?:at|from)|transfer\s(?:to|from)"
    rf"|(?:signed|signs|signing)\s(?:for|with|by)|traded\s(?:to|from|by)|drafted\sby|[Hh]osts|leaders)\s+$"
)
"""What stands before who is played against (`win over Orlando`)."""

OVER = re.compile(r"\bover\s+$")
"""The weaker sign of the same."""

WHERE = re.compile(r"\bin\s+$")
"""What stands before the town in which a match is played."""

ROLE_BEFORE = re.compile(rf"\b{ROLES}\s+$")
"""What stands before a player (`lock Swan Rebbadj`)."""

PLAYER = re.compile(
    r"^\s(?:scored|had|added|made|took|hit|finished\swith|threw|caught|ran)\s(?:for\s)?(?:his|her|\d+|a\s(?:career|season|team|game)-high|twice|both"
    r"|(?:two|three|four|five)\s(?:goals|tries|wickets|penalties))\b|^\s(?:homered|headed|volleyed|struck\sout|served|dropped\sserve)\b"
)
"""What players do and no team does (`Roe scored twice`)."""

THE = re.compile(r"\b[Tt]he\s+$")
"""The article before the plural of an emblem (`the Packers`)."""

_TEAM = r"[A-Z][a-zà-ÿ]+(?:\s[A-Z][a-zà-ÿ]+){0,2}"
WINNER = re.compile(
    rf"(?:(?<=[.,;:]\s)|(?<=\band\s)|(?<=\bas\s)|^)({_TEAM})\s{MEETS}\s[^.;\n]{{0,40}}?{SCORE}", re.MULTILINE
)
"""A team before its result at the start of a clause (`Boston beat Orlando 101-99`)."""

LOSER = re.compile(rf"\b{MEETS}\s({_TEAM})\s{SCORE}")
GUEST = re.compile(rf"\b(?:drew|draw|won|lost|win)\s{SCORE}\s(?:at|with|against|to|over)\s({_TEAM})")
"""A team behind the result (`drew 1-1 at Everton`)."""

INNINGS = re.compile(rf"(?<![\w-])({_TEAM})\s(?:\d{{2,3}}[–/-]\d{{1,2}}\b|\d{{2,3}}\sall\sout)")
"""A side before its innings (`Essex 250-4`)."""

VERSUS = re.compile(rf"\s(?:v|vs?\.)\s({_TEAM})")
"""Who plays against somebody in a list of matches (`Kent v Essex`)."""

STAFF = re.compile(rf"(?<![\w-])({_TEAM})(?=\s{ROLES}\s[A-Z])")
"""A team before one of its people (`University coach Jane Roe`)."""

AGREES = re.compile(rf"(?:^|(?<=[.,;:”\"]\s)|(?<=\band\s))({_TEAM})(?=\s(?:have|were|are)\s[a-z])", re.MULTILINE)
"""A team that is many, as in British English (`Sale were relegated`)."""

PLURAL = re.compile(r"\b[Tt]he\s([A-Z][a-z]{3,}(?<!ian)s)(?=[’'.,;:!?]|\s[a-z–—(]|\s*$)", re.MULTILINE)
"""Players by the plural of their emblem (`the Packers`), but no people (`the Russians`)."""

EMBLEM = re.compile(r" ([A-Z][a-z]{2,}s|Red Sox|White Sox)\b(?!\s[A-Z])")
"""The emblem behind a town (`Chicago | Cubs`)."""

MISSED = (WINNER, LOSER, GUEST, INNINGS, VERSUS, STAFF, AGREES, PLURAL)
