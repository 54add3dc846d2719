"""What stands right before and right behind a name and says what it names: the patterns of the clues.

A pattern for what stands before a name ends with `$`, one for what stands behind it begins with `^` or is matched from
the end of the name. The weights are in votes, as in `clues`.
"""

from __future__ import annotations

import re

from newsreader.entity import Category
from newsreader.languages.english.passes.votes import THING
from newsreader.languages.english.words.contexts import APPOSITION_ORGANISATIONS, THING_NOUNS

PERSON, PLACE, ORGANISATION = Category.PERSON, Category.PLACE, Category.ORGANISATION

LAST_WORD = re.compile(r"([A-Z][\w’'-]*(?=\.)|[\w’'-]+(?!\.))\.?\s+$")
"""The word right before a name; a dot behind a small one ends the sentence (`Mr. Roe`, but not `the game. Roe`)."""

OF_WORD = re.compile(r"([\w’'-]+)\s+of\s+(?:the\s+)?$")
NEXT_WORD = re.compile(r"^(?:['’]s)?\s+([\w’'-]+)")
IN_OFFICE = re.compile(
    r"^\s(?:became|becomes|is|was|(?:is|was)\s(?:elected|re-elected|appointed|named|sworn\sin)|took\soffice|takes\soffice)"
    r"\s(?:as\s)?(?:the\s|a\s|an\s)?(?:[\w’'-]+\s){0,2}?"
    r"(?:prime\sminister|president|vice\spresident|chancellor|premier|governor|mayor|senator|king|queen|pope"
    r"|(?:home|foreign|defence|defense|health|finance|interior)\s(?:secretary|minister))\b"
)
"""Who takes office is a person (`Roe became prime minister`)."""

CALLED = re.compile(r"([\w’'-]+)\s(?:called|named|titled|dubbed)\s+$")
FACILITY = re.compile(
    r"^\s(?:police\sstation|guest\shouse|(?:nuclear|power|chemical)\s(?:power\s)?(?:plant|station)|(?:air|naval|military)\sbase"
    r"|(?:train|railway|metro|subway|bus)\sstation|border\scrossing|refugee\scamp|shopping\s(?:centre|center|mall))\b"
)
"""What the place is that a name stands before (`the Kumsusan guest house`)."""
MODEL = re.compile(r"\b(?:7\d7|A3\d0)\s$")
"""What stands behind the number of an aeroplane is its name (`787 Dreamliner`)."""

AGE = re.compile(r"^,\s(?:aged\s)?\d{1,2}(?:,|\s?years? old|\)|\s(?:and|of)\b)|^\s\(\d{2}\)")
"""Only people have an age (`Roe, 43,`)."""

APPOSITION = re.compile(r"^,\s(?:an?|the|its|his|her|former|then|who|whose|which|where)\b(?:\s[\w’'-]+){0,4}")
"""What is said behind the comma tells what a name is (`Roe, a lawyer`)."""

ATTRIBUTION = re.compile(r"^,\s(?:an?|the)\b(?:\s[\w’'-]+){1,4}\s(?:said|says|told)\b")
"""A sentence's source behind its last name, which says nothing about that name (`…, a Romanian official said`)."""
SAID_BEFORE = re.compile(r"\b(?:said|says|added|according to|told|quoted|wrote)\s+$")
"""Mostly people are the source of what is said (`according to Roe`)."""

AUTHOR_OF = re.compile(r"\b[Aa]uthor of (?:the )?$")
"""What somebody wrote is a book (`author of Roe`)."""

IN = re.compile(
    r"(?<!stake )(?<!stakes )(?<!shares )(?<!investors )"
    r"\b(?:[Ii]n|[Nn]ear|across|throughout|outside|[Aa]round|inside)\s+"
    r"(?:(?:north|south|east|west|central|downtown)\w*\s+)?$"
)
JUST_IN = re.compile(r"(?<!stake )(?<!stakes )(?<!shares )(?<!investors )\b[Ii]n\s$")
"""One is in a place and in few organisations (`held in Tours`)."""

ENDS = re.compile(
    r"[.,;:)]|\s(?:on|and|where|to|at|when|with|after|for|as|from|last|this|by|said|took|was|were|is|are|has|have|had"
    r"|[a-z]{3,}ed)\b"
)
"""What shows that a name behind `in` stands alone there, as places do (`held in Tours on Monday`)."""

WITHIN = re.compile(r",\s([A-Z][\w.]+(?:\s[A-Z]\w+)?)(?=[,;)\n]|\.?\s|$)(?!\s(?:and|or)\s)")
"""The state or country behind the name of a town (`Allen, Texas,`), which is no list."""

FROM = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s(?:of|at)\s$")
"""A person before the house that he or she speaks for (`Bruno Monteyne of Bernstein`)."""

HEAD_OF = re.compile(r"\b(?:CEO|[Cc]hief executive|chairman|chairwoman|president|founder|owner|parent|unit) of $")
"""Who leads or owns something leads an organisation (`chief executive of Roe`)."""

THE = re.compile(r"\b[Tt]he $")
"""What stands before bands and groups (`the Proud Boys`) and before no person's full name."""

MAKER_OF = re.compile(r"\bmakers? of (?:the )?$")
"""What is made is a product (`maker of Roundup`)."""

TAKEN = re.compile(
    r"\b(?:entered|captured|seized|retook|besieged|bombed|shelled|liberated|(?:arrived|landed) in"
    r"|(?:land|landed|landing|crashed) at|runway (?:at|of)|took off from|(?:flew|fled) to"
    r"|fled from|(?:travell?ed|drove|returned) to|marched on|(?:north|south|east|west|outskirts|outside|streets) of) $"
)
"""What is done to towns, and how one gets there."""

SETTLED = re.compile(
    r"\b(?i:(?:road|highway|route|trains?|bus(?:es)?|flights?|ferry|path|trail|way|journey)\s(?:from|to|between|into)|(?:residents|inhabitants|citizens"
    r"|outskirts|suburbs|streets|mayor|bishop|archbishop|villagers|population)\s(?:of|in)|born\s(?:and\sraised\s)?in|(?:killed|died|lives?"
    r"|lived|living|grew\sup|stationed|protesters|schools|hospitals|floods?|flooding|fighting)\sin|(?:miles|kilomet(?:er|re)s|km)\s"
    r"(?:\([^)]*\)\s)?(?:(?:north|south|east|west)\w*\s)?(?:of|from)|city\sof|town\sof|village\sof)\s$"
)
"""Where people live, are born and travel (`the road to Roe`)."""

JOURNEY = re.compile(r"\b[Ff]rom\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\sto\s$")
"""What stands before the end of a journey (`from Roe to`)."""

HAILS_FROM = re.compile(r"[A-Z][\w’'-]+,\sfrom\s$")
"""A person before the place that he or she is from (`Jane Roe, from Roe,`)."""

RELEASED = re.compile(
    r"\b(?:unveil(?:ed|s|ing)?|launch(?:ed|es|ing)|recall(?:ed|s|ing)?|releas(?:ed|es|ing)|discontinued|pre-orders?\sfor|sales\sof|driving|drove|flew|flying)"
    r"\s(?:the|its|a|an|their|his|her)\s(?:new\s|latest\s|first\s)?$"
)
"""What is unveiled or recalled is a product (`recalled its Roe`)."""

ABOARD = re.compile(r"\b(?:ship|ferry|vessel|plane|aircraft|bus|train|flight)s?\sof\s(?:the\s)?$")
"""Whose ships and aeroplanes they are (`a ship of the Roe line`)."""

FOUNDED = re.compile(r"^,\s(?:which\swas\s)?founded\sby\b|^\sto\scut\s[\d,]+\sjobs\b")
"""What was founded or cuts jobs is an organisation (`Roe, founded by …`)."""

POST_OF = re.compile(
    r"^,\s(?:founder|leader|head|chief|chairman|chairwoman|chair|president|director|author|owner|editor|governor|mayor"
    r"|daughter|son|wife|husband|widow|mother|father|brother|sister|spokesman|spokeswoman|professor|member)\s(?:of|for)\b"
)
"""What one is, without an article behind the name (`Jane Roe, founder of the party,`)."""

MODEL_OF = re.compile(r"^\s(?:[A-Z]{2,4}\s)?(?:chips?|processors?|rover|probe|sedan|smartphones?)\b")
"""What a product's name stands before (`Blackwell AI chips`); a maker's may, too (`Intel processors`)."""

IN_LINE = re.compile(r"\b(?:current|new|newest|latest|next|previous|older|popular) $")
LINE = re.compile(r"^\s(?:line(?!\sof)|line-?up|series|family|generation|architecture|platform|range|models?|chips?)\b")
"""The two sides of what a maker calls its products (`the current ¦ Hopper ¦ line`)."""

EVENT_OF = re.compile(
    r"\b(?:Battle|Siege|Treaty|Liberation|Fall|Massacre|Sack|Peace|Edict|Declaration|Accords?|Conquest|Partition|Tour)"
    r" of (?:the )?$"
)
"""What happened at a place bears its name (`the Battle of Roe`)."""

MEASURED = re.compile(
    r"^,\s(?:which\sis\s|an?\s)?[\d,.]+"
    r"(?:-|\s)(?:feet|foot|metres?|meters?|tons?|tonnes?)\b|^,\sthe\ssuccessor\sto\b"
    r"|^,?\swas\s(?:cast|forged|built|launched)\sin\s(?:the\s)?\d|^\s(?:ran\saground|capsized|set\ssail|sank|was\sbound\sfor|was\srefloated|docked)\b"
)
"""What has a length, a weight or a successor is a thing (`the Roe, 948 feet long`)."""

PRODUCED = re.compile(
    r"\b(?i:production|shipments?|deliveries|sales|supply|doses|copies|launch|release)\sof\s$|\b(?i:demand|orders)\sfor\s$"
    r"|\b(?:offers|sells|ships|markets)\s$"
)
"""What is made, ordered and shipped (`demand for Roe`)."""

BODY = re.compile(
    r"^\s(?:union|party|militia|exchange|newspaper|airline|chain|institute|agency|bank|magazine|carrier|insurgents)\b(?!\s(?:boss|leader))"
)
"""What is called a body by the noun behind it (`the Roe union`)."""

KIN = re.compile(r"^\s(?:family|clan|dynasty|brothers|sisters)\b")
"""Whose family it is (`the Roe family`)."""

CALLED_COMPANY = re.compile(
    rf"^,\s(?:an?|the)\s(?:[\w’'-]+\s){{0,3}}?(?:{'|'.join(sorted(APPOSITION_ORGANISATIONS))})"
    r"(?=[,.;]|\s(?:that|which|in|of|based|with|founded|for|from|said|is|was|has)\b)"
)
"""What a name is called behind the comma, if that is an organisation (`Roe, an environmental group,`)."""

THING_BEHIND = re.compile(
    rf"^,\s(?:an?|the|its|his|her|their)\s(?:[\w’'-]+\s){{0,3}}?(?:{'|'.join(sorted(THING_NOUNS))})"
    r"(?=[,.;]|\s(?:that|which|named|called|on|in|of|built|designed|made)\b)"
)
"""What a name is called behind the comma, if that is no person, place or organisation (`Emmanuel, the great bell,`)."""

COMPANY_BEHIND = re.compile(
    r"^\s(?:said|says|announced|added|confirmed|warned|expects|plans|reported|hopes|wants|has\ssaid|declined)\s"
    r"(?:on\s\w+\s)?(?:that\s)?(?:its?|profits?|revenues?|earnings|sales|(?:an?|quarterly|annual|net)\s(?:net\s|record\s)?"
    r"(?:profit|loss|revenue|earnings))\b"
    r"|^(?:['’]s)?,?\s(?:chief\s(?:executive|financial|operating|technology)|shareholders?|investors|shares?|stock|customers"
    r"|subsidiar(?:y|ies)|earnings|board)\b|^,\s(?:in|with|through|on)\sits\b|^\sis\s(?:listed|headquartered|based)\b"
)
"""What a company has and says of itself (`Roe said it expects …`, `Roe shares`)."""

BASED = re.compile(r"^-based\b")
"""Where something has its seat (`the Craiova-based car maker`)."""

OF_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|mother|father|brother|sister|partner|girlfriend|boyfriend|fianc[ée]e?|widow|widower),\s$"
)
"""Whose name it is that follows the comma (`his wife, Roe,`)."""

COMPANY_BEFORE = re.compile(
    r"\b(?i:bids?\sfor|offers?\sfor|takeover\sof|acquisition\sof|(?:stakes?|shares|investors|investment)\sin|shares\sof"
    r"|owned\sby|acquired\sby|bought\sby|merge[rd]?\swith|subsidiary\sof|division\sof|rivals?|analysts?\s(?:at|with|from)"
    r"|economists?\s(?:at|with)|strategist\s(?:at|with)|employees\sof|customers\sof|shareholders\s(?:of|in)|made\sby"
    r"|manufactured\sby|sold\sby|published\sby|operated\sby|employed\sby|contract\swith|chief\sexecutive\sof|CEO\sof"
    r"|takeover\sby|(?:works?|worked)\sfor)\s$"
)
"""What is bid for, owned or worked for (`a bid for Roe`)."""

SHIP = re.compile(r"\b(?:HMS|USS|U\.S\.S\.|H\.M\.S\.|MV|M/V|MT|RV|R/V|RMS|HMAS|HMCS|INS|[Ss]pace [Ss]huttle) $")
"""What stands before the names of ships (`USS Cole`)."""

IN_SHIP = re.compile(SHIP.pattern.removesuffix("$") + r"(?:[A-Z][\w’'-]+ )*$")
"""The same and the words of the ship's name that come first (`MV Alan ¦ Kurdi`)."""


BODIES = (
    r"\b(?:commission|mission|agency|ministry|federation|council|coalition|alliance|operator|authority|committee|union|body"
    r"|institute|association|confederation|militia|party)(?: (?:in|of|for) (?:the )?[A-Z]\w+)?,? "
)
"""What a body is, right before its acronym (`the electoral commission CENI`, `the UN mission in Congo, MONUSCO,`)."""

BODY_BEFORE = re.compile(rf"{BODIES}$")

GENITIVE = re.compile(r"['’]s$")
"""How the name of a house ends that is called after a person (`Harry's`)."""

GROUP_ENDS = re.compile(r"^(?:[.,;:)]|\s(?:who|have|had|were|are|will|in|on|at|and|to|for|beat|won|lost)\b)")
"""What stands behind a group by a plural, and not behind the name of whose trial or family it is."""

ONE_OF_TOWN = re.compile(r"\b(?:[Aa]n?|\d{2}-year-old|another|local) $")
TOWNSPERSON = re.compile(r"^\s(?:man|woman|couple|teenager|teen|boy|girl|resident|native|pensioner|father|mother)\b")
"""The two sides of where somebody is from (`a 38-year-old ¦ Sebastopol ¦ woman`)."""

ELECTED = re.compile(r"\b(?:[Hh]old(?:s|ing)?|held|w[io]ns?|lost|regained|retained|contested|MP for|seat of|in)\s$")
"""What stands before the name of an electoral district."""


BEHIND: tuple[tuple[re.Pattern[str], Category | None, float], ...] = (
    (MODEL, THING, 4.0),
    (SHIP, THING, 4.0),
    (FROM, ORGANISATION, 1.0),
    (HEAD_OF, ORGANISATION, 1.5),
    (OF_KIN, PERSON, 3.0),
    (COMPANY_BEFORE, ORGANISATION, 2.0),
    (MAKER_OF, THING, 2.0),
    (AUTHOR_OF, THING, 2.5),
    (IN, PLACE, 0.7),
    (TAKEN, PLACE, 2.0),
    (SETTLED, PLACE, 1.5),
    (JOURNEY, PLACE, 1.5),
    (HAILS_FROM, PLACE, 1.0),
    (RELEASED, THING, 1.5),
    (PRODUCED, THING, 1.5),
    (ABOARD, ORGANISATION, 2.0),
    (SAID_BEFORE, PERSON, 0.5),
)
"""What ends right before a name, and what it speaks for."""

AHEAD: tuple[tuple[re.Pattern[str], Category | None, float], ...] = (
    (BASED, PLACE, 2.0),
    (FOUNDED, ORGANISATION, 2.0),
    (COMPANY_BEHIND, ORGANISATION, 1.5),
    (POST_OF, PERSON, 2.0),
    (THING_BEHIND, THING, 3.0),
    (MEASURED, THING, 4.0),
    (KIN, PERSON, 2.5),
    (CALLED_COMPANY, ORGANISATION, 2.0),
)
"""What begins right behind a name, and what it speaks for."""
