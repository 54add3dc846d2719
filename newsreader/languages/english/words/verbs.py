"""The verbs by which news says when: what was, what will be, and what is on a programme (`meets`, `goes on sale`)."""

from __future__ import annotations

MODALS = frozenset(
    "will 'll ’ll shall won't won’t would wouldn't wouldn’t can could may might must should cannot upcoming".split()
)
"""Words after which an infinitive lies ahead."""

REPORTED = frozenset("would wouldn't wouldn’t could might".split())
"""Those of them that a past report has, so that what lay ahead of it may have been yesterday."""

BE_NOW = frozenset("is are isn't isn’t aren't aren’t gets get".split())
"""Auxiliaries with which a participle tells what is on a programme: `is released`, `are playing`."""

BE_THEN = frozenset("was were wasn't wasn’t weren't weren’t been had has have having".split())
"""Auxiliaries with which it tells what was."""

BE = frozenset(["be", "being"])
"""Auxiliaries that leave it to the one before them: `is being moved`, `was being moved`."""

EXPECTING = frozenset(
    (
        "expected expects expect scheduled schedule due set slated planned plans plan planning hopes hope hoped wants "
        "want wanted postponed delayed rescheduled intends intend intended likely about ready going supposed poised "
        "aims aim vowed pledged promised agreed "
        "vows pledges promises agrees looks look prepares preparing bound "
        "bailed remanded anticipated projected predicted forecast tipped hoping eligible deal bid"
    ).split()
)
"""Words after which `to` leads to what lies ahead: `is due to meet`, `expects to open`."""

BIDDING = frozenset("threatened asked told invited urged ordered summoned".split())
"""Words after which `to` leads to what was still to come, and a day may be of either: `told him to go on Friday`."""

PUT_OFF = frozenset(
    "postponed delayed rescheduled adjourned extended scheduled slated due expected set planned deferred".split()
)
"""What has got a date by being arranged: `postponed to Saturday`."""

HELD = PUT_OFF | frozenset(
    "closed suspended banned shut halted barred grounded remain stay remains stays bail custody have has".split()
)
"""Before `until`, what will last to a day that is to come: `in custody until Monday`."""

PUTTING_OFF = frozenset("delaying postponing rescheduling adjourning extending suspending closing banning".split())
"""The same for what somebody did: `delaying the vote until May`."""

AIMS = frozenset("bid bids call calls plan plans planned push proposal proposals request preparations".split())
"""What is for a date is for one to come: `a bid for October elections`."""

FORESEEING = frozenset("predict predicts expect expects anticipate anticipates forecasts foresee foresees".split())
"""What is said of days to come, whatever follows: `forecasters predict landfall on Saturday`."""

AWAITING = frozenset("await awaits awaiting eye eyes eyeing".split())
"""What is waited for is to come: `investors await Monday’s report`."""

PREPARING = frozenset("prepare prepares preparing brace braces bracing braced gearing ready".split())
"""Words before `for` and what is to come."""

IRREGULAR_PAST = frozenset(
    (
        "said says told did became began came fell found gave got held hit killed left lost made met put ran rose saw "
        "sent shot spoke struck took went won wrote brought built bought caught chose cut drew drove felt flew fought "
        "grew heard kept knew led paid read rode sang sank sat sold stood swore taught thought threw woke beat broke "
        "shook hurt let done gone seen taken given written chosen fallen become begun shown grown broken spoken stolen "
        "driven flown drawn risen thrown forgotten hidden sunk sung laid hung lit spent slid swept dealt fled meant "
        "slept understood withdrew withdrawn undergone underwent overcame bore born borne"
    ).split()
)
"""Past tenses and participles that do not end in -ed."""

INFINITIVES = frozenset("hit put cut let shut hurt become come run read".split())
"""Those of them that are infinitives as well."""

IMPERATIVES = frozenset("join come register book call visit watch meet tune reply rsvp bring save please".split())
"""Words with which a sentence begins that asks for something: `Join us on Sunday`."""

MAYBE = frozenset("likely probably possibly perhaps hopefully".split())
"""Before `before`, what is to come: `likely before the summer break`."""

NOT_PAST = frozenset(
    "need speed feed seed shed sled bred indeed exceed proceed succeed hundred united weed breed reed freed".split()
)
"""Words in -ed that are no past."""

STATES = frozenset(
    (
        "accused charged suspected believed alleged convicted based located called named feared blamed linked "
        "considered thought reported understood known said wanted related compared attributed followed left born "
        "married divided used needed involved dated concerned worried wounded injured displaced seen"
    ).split()
)
"""Participles that, with `is`, tell of a state or of what was: `is accused of an attack on Friday`."""

DWELLING = frozenset(
    (
        "investigating probing mourning recovering protesting reviewing searching studying examining reeling "
        "struggling looking including following according blaming trying seeking calling waiting suffering being "
        "morning evening during something anything nothing everything king spring ceasing"
    ).split()
)
"""Words in -ing that, with `is`, tell of what goes on about something that was."""

SCHEDULED = frozenset(
    (
        "meet begin open go arrive expire resume sing speak travel depart join become get appear debut premiere kick "
        "lift fly sail reopen restart reconvene convene retire quit celebrate decide hear sit publish unveil reveal "
        "deliver receive introduce roll stop finish conclude perform compete race bid elect choose pick sell pay "
        "enter apply leave take make hold host play face launch land walk step mark turn fall rise change move vote "
        "stand present switch shut close end start run return report tour head ship raise cut lower visit release "
        "come hit marry wed happen occur vacate ascend graduate resign inherit assume unite gather assemble sign "
        "inaugurate swear relocate transfer relaunch renew lapse air broadcast screen table unfold descend cross pass "
        "reach address attend act continue rule defend chair welcome reunite migrate board disembark drop increase "
        "double triple fade disappear tee bow need"
    ).split()
)
"""What is done at an appointed time, of one (`the board meets`) and of several (`the boards meet`)."""

_NOUNS = frozenset(
    (
        "leave play face launch land walk step mark turn fall rise change move vote stand present switch close end "
        "start run return report tour head ship raise cut visit release hit air broadcast screen table cross pass "
        "reach address act chair board drop increase double race bid host welcome defend lower pick hold pay stop "
        "take tee bow rule sign debut premiere travel transfer finish retire screen shut kick lift need"
    ).split()
)


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "go")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


SCHEDULED_ONE = frozenset(_third(verb) for verb in SCHEDULED)
"""The same of one: `the board meets`."""

NOUNS = _NOUNS | frozenset(_third(verb) for verb in _NOUNS)
"""Those of them that are nouns as well."""

BEFORE_NOUNS = frozenset(
    (
        "a an the this that these those his her its their our my your of in on at by for with from to after before "
        "and or no any some each every new first last next two three four five six many several big latest more such "
        "between over under against despite during without about into amid among through other another same own"
    ).split()
)
"""Words after which a word that may be a noun is one."""

PLURALS = frozenset(
    "they we you people children men women police both all many i officials who side team squad".split()
)
"""Words beside those in -s of which a verb without -s is said."""

BEHIND = frozenset("since after following despite than when".split())
"""Words behind `is` whose day was: `is in hospital after the attack on Friday`."""
