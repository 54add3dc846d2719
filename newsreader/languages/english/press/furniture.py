"""Tells what a page has around its article from the article: captions' labels, adverts, links to other stories.

The rules look at one line at a time and are narrow: a line that is wrongly left out of recognition costs names, a
line that is wrongly kept costs little.
"""

from __future__ import annotations

import re

from newsreader.languages.english.press.releases import is_release_end, is_release_label
from newsreader.languages.english.press.rule import LineRule, first_answer
from newsreader.languages.lines import is_rule

_LONGEST_LABEL = 40
_LONGEST = 240
"""A longer line is prose."""

_PICTURE = r"""
    images? | photos? | pictures? | videos? | audio | gallery | slide\s?show | file\ photos? | infographic
    | image\ \d+\ of\ \d+ | photo\ \d+\ of\ \d+ | \(?\d+\ of\ \d+\)? | \(?\d+/\d+\)?
    | toggle\ caption | hide\ caption | caption
"""
"""What stands alone where a page has a picture, and where its caption can be opened."""
_LABEL = re.compile(rf"(?:{_PICTURE})[.:!…]?", re.IGNORECASE | re.VERBOSE)

_ALONE = re.compile(
    rf"""(?!(?s:.){{101}})(?:  # most lines are longer and need not be held against all these words
    {_PICTURE}
    | (?:skip\ )?(?:ad|advert|advertisement|advertisements)(?:ing)? | sponsored(?:\ content)? | promoted | paid\ content
    | scroll\ to\ continue(?:\ with\ content)? | skip\ to\ (?:main\ )?content | back\ to\ top
    | continue\ reading(?:\ the\ main\ story|\ below)? | keep\ reading
    | (?:article|story|content)\ continues\ (?:below|after)(?:\ (?:this\ )?(?:ad|advert|advertisement|promotion))?
    | share | share\ (?:this\ )?(?:on|via|to)\ [\w ]{{1,20}}
    | share\ (?:this|on|via)(?:\ (?:article|story|post|page|video|with\ friends))? | share\ full\ article
    | tweet(?:\ this)? | print(?:\ (?:this|article|page))* | e-?mail(?:\ (?:this|article))*
    | save(?:\ (?:this|article|for\ later))*
    | bookmark | copy\ link | link\ copied!? | gift\ (?:this\ )?article | add\ to\ (?:favou?rites|reading\ list)
    | follow(?:\ us)?(?:\ on\ .{{1,40}})? | subscribe(?:\ now|\ today)? | sign\ in | sign\ up | log\ ?in
    | register | donate(?:\ now)?
    | (?:view|show|hide|post|leave\ a|add\ a|\d+)\ comments? | comments?(?:\ \(?\d+\)?)?
    | listen(?:\ (?:to\ (?:this\ )?(?:article|story)|now))?(?:\ [·-]?\ ?\(?\d+(?::\d+)?\ ?(?:min(?:ute)?s?)?\)?)?
    | (?:play|watch|pause)(?:\ (?:the\ )?(?:video|audio|clip|now))? | \d+\ ?-?min(?:ute)?s?\ (?:read|listen|watch)
    | (?:read|see|show|load|view|find\ out|learn)\ more | click\ here | tap\ here | loading(?:\ ?\.\.\.|…)?
    | related(?:\ (?:articles?|stories|story|content|topics?|news|links?|coverage|reading))?
    | (?:more|top|latest)\ (?:on\ this\ (?:story|topic)|stories|news|headlines)
    | most\ (?:read|popular|viewed|shared) | trending(?:\ now)?
    | recommended(?:\ (?:for\ you|stories|reading))? | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)
    | (?:also|more)\ (?:on|in|from)\ (?:this|the)\ (?:site|story|section) | editors?['’]s?\ picks? | don['’]?t\ miss
    | text\ size | font\ size
    | close | menu | search | home | next | previous | expand
    | getty\ images | (?:via\ )?(?:reuters|ap|afp|epa|getty\ images)\ (?:photo|file|file\ photo|handout)
    | all\ rights\ reserved\.? | terms\ of\ use | privacy\ policy | cookie\ (?:policy|settings)
    )[.:!…]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines that are furniture as a whole."""

_LABELLED = re.compile(
    r"""(?:
    (?:also|must|further|related|recommended)[ -]read(?:ing)?\s*[:|–—-] | read(?:\ (?:also|more|next|now|this))?\s*[:|]
    | read\ (?:more|also|next)\s*[–—-] | see\ (?:also|more)\s*:
    | (?:watch|listen)(?:\ (?:also|now|live|here|more))?\s*[:|]
    | (?:related|recommended|trending|don['’]?t\ miss|more\ on\ this|in\ pictures)\s*[:|]
    | (?:you\ (?:may|might)\ (?:also\ )?like)\s*[:|]
    | related\ (?:articles?|stories|story|coverage|news|links?|topics?)\s*[:|]
    | (?:image|photo|picture|photograph|video|media)\ (?:source|caption|credit|by|courtesy)\b\s*[:,]?
    | (?:photos?|images?|pictures?|photographs?|video|file\ photo|graphic|caption)\s*[:|] | file\ photo\ (?:of|shows)\b
    | (?:tags?|topics|filed\ under|keywords|share\ (?:on|via|this))\s*:
    )\s?\S""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines that begin with the label of a link, a caption or a credit."""

_CALL = re.compile(
    r"""(?:
    sign\ up\ (?:for|to|here|now|today)\b | subscribe\ (?:to|now|today|for)\b
    | get\ (?:the\ |our\ )?(?:latest|top|breaking|best|morning|daily|free)\b.{0,80}
      \b(?:inbox|newsletter|notifications|alerts)
    | follow\ (?:us|our|\S+(?:\ \S+){0,3})\ on
      \ (?:twitter|x|facebook|instagram|telegram|whatsapp|google|threads|linkedin|youtube)\b
    | (?:join|like)\ (?:us|our)\b.{0,60}\b(?:whatsapp|telegram|facebook|channel|group|page|community)
    | (?:download|install)\ (?:the|our)\b.{0,40}\bapp\b | click\ (?:here|on\ the\ link)\ (?:to|for)\b
    | (?:copyright|©|\(c\))\s.{0,80}\d{4} | ©
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines that ask for something or state the copyright."""

_LAST_OF_RESERVED = re.compile(r"reserved\.?$", re.IGNORECASE)
_RESERVED = re.compile(r".{0,80}\ball rights reserved\.?$", re.IGNORECASE)
"""A statement of the copyright by its end; slow, and so tried only on what ends with its last word."""

_TO_EDITORS = re.compile(r"(?:eds|editors)\s?:\s?\S", re.IGNORECASE)

_SHARE_NAMES = (
    r"(?:facebook|twitter|x|whats\ ?app|linkedin|e-?mail|telegram|reddit|pinterest|copy(?:\ link)?|print|share|tweet|"
    r"messenger|line|flipboard|pocket|sms|instagram|threads|bluesky|mastodon|tumblr|wechat|viber|link|save|more)"
)
_SHARE_ROW = re.compile(rf"{_SHARE_NAMES}(?:[\s|·•,/]+{_SHARE_NAMES})+", re.IGNORECASE | re.VERBOSE)


def _reserved(line: str) -> object:
    return _LAST_OF_RESERVED.search(line, len(line) - 10) and _RESERVED.match(line)


RULES: tuple[LineRule[object], ...] = (
    LineRule("furniture as a whole", "Advertisement", _ALONE.fullmatch),
    LineRule("label of a link, a caption or a credit", "Read more: Tram line agreed", _LABELLED.match),
    LineRule("call to do something", "Sign up for our newsletter", _CALL.match),
    LineRule("end of a copyright", "The Daily Courier, 2024. All rights reserved.", _reserved),
    LineRule("row of places to share", "Facebook Twitter WhatsApp", _SHARE_ROW.fullmatch),
    LineRule("label of a press release", "FOR IMMEDIATE RELEASE", is_release_label),
    LineRule("end of a story", "-30-", is_release_end),
    LineRule("remark to editors", "Eds: UPDATES with mayor's quote.", _TO_EDITORS.match),
    LineRule("rule between parts", "* * *", is_rule),
)
"""The kinds of furniture; narrow, since a line that is wrongly one of them costs names."""


def is_picture_label(line: str) -> bool:
    """Whether `line` says no more than that there is a picture: `Image`, `Photo 3 of 7`, `toggle caption`."""
    return len(line) <= _LONGEST_LABEL and _LABEL.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether `line`, one line without blanks at its ends, is something around the article and not part of it."""
    return len(line) <= _LONGEST and first_answer(RULES, line) is not None
