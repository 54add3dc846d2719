"""Which side of the article a weekday or a month lies on, by the verb of its clause; it is Wednesday, 13 March 2024."""

from __future__ import annotations

from datetime import date

import pytest

from newsreader.languages.english.dates import find_times

DCT = date(2024, 3, 13)
FRIDAY_BEFORE, FRIDAY_NEXT = "2024-03-08", "2024-03-15"


def last_value(text: str, dct: date = DCT) -> str:
    return find_times(text, [(0, len(text))], dct)[-1].value.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The festival runs until Tuesday.", "2024-03-19"),
        ("Voters go to the polls on Sunday.", "2024-03-17"),
        ("Ukraine faces Poland on Saturday.", "2024-03-16"),
        ("The new law takes effect on Monday.", "2024-03-18"),
        ("The prime minister is in Paris on Friday.", "2024-03-15"),
        ("The team plays Leeds on Saturday.", "2024-03-16"),
        ("Schools close Friday for the holidays.", "2024-03-15"),
        ("A memorial service is planned for Saturday.", "2024-03-16"),
        ("The union holds a vote Monday.", "2024-03-18"),
        ("The strike, which began on Monday, ends on Friday.", "2024-03-15"),
        ("The trial of the two men begins Monday in Leeds.", "2024-03-18"),
        ("The deal expires at midnight on Sunday.", "2024-03-17"),
        ("The senator leaves for Beijing on Sunday.", "2024-03-17"),
        ("The film hits cinemas on Friday.", "2024-03-15"),
        ("Friday's match starts at 3 p.m.", "2024-03-15T15:00"),
        ("On Friday the board meets.", "2024-03-15"),
        ("Friday is the deadline.", "2024-03-15"),
        ("Bail hearing set for Friday", "2024-03-15"),
        ("Mayor to open bridge on Saturday", "2024-03-16"),
        ("The company said its shares would begin trading on Thursday.", "2024-03-14"),
        ("Talks are under way ahead of Sunday's vote.", "2024-03-17"),
        ("The two leaders meet again Thursday in Geneva.", "2024-03-14"),
        ("Her new album is out Friday.", "2024-03-15"),
        ("The suspect appears in court on Monday.", "2024-03-18"),
        ("Applications close on 30 April.", "2024-04-30"),
        ("The shop shuts its doors for good on Saturday.", "2024-03-16"),
        ("The storm is forecast to reach land on Friday.", "2024-03-15"),
        ("Rain is forecast for Saturday.", "2024-03-16"),
        ("The Friday deadline is near.", "2024-03-15"),
        ("They have until midnight on Friday.", "2024-03-15"),
        ("Clocks go back on Sunday.", "2024-03-17"),
        ("Tickets go on sale Friday.", "2024-03-15"),
        ("The court rules on Friday.", "2024-03-15"),
        ("The Senate votes on the bill on Thursday.", "2024-03-14"),
        ("The bank raises its fees in May.", "2024-05"),
        ("The match was postponed to Saturday.", "2024-03-16"),
        ("The rally is being held on Saturday.", "2024-03-16"),
        ("The museum, closed since 2020, reopens in May.", "2024-05"),
        ("The council has said it will decide in April.", "2024-04"),
        ("The group plans to march on Saturday.", "2024-03-16"),
        ("The show airs Sunday night.", "2024-03-17TNI"),
        ("We fly to Rome on Friday.", "2024-03-15"),
        ("The report comes out Thursday.", "2024-03-14"),
        ("The company is reporting earnings Thursday.", "2024-03-14"),
        ("The state funeral takes place on Tuesday.", "2024-03-19"),
        ("The two sides are due back in court on Friday.", "2024-03-15"),
        ("Leeds host Hull on Saturday.", "2024-03-16"),
        ("The pope travels to Malta in April.", "2024-04"),
        ("Taxes go up in April.", "2024-04"),
        ("The show had been due to open on Friday.", "2024-03-15"),
        ("The judge has ordered the firm to pay by Friday.", "2024-03-15"),
        ("The king is expected home on Friday.", "2024-03-15"),
        ("The ship, he says, sails on Friday.", "2024-03-15"),
        ("The inquest continues on Friday.", "2024-03-15"),
    ],
)
def test_what_is_on_a_programme_lies_ahead(text: str, expected: str) -> None:
    assert last_value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is charged with killing a guard on Sunday.", "2024-03-10"),
        ("Police are investigating the shooting on Sunday.", "2024-03-10"),
        ("Thousands are still without power after the storm on Friday.", "2024-03-08"),
        ("The attack on Friday shows how bad it is.", "2024-03-08"),
        ("Friday's ruling is a blow to the company.", "2024-03-08"),
        ("Two die in crash on Sunday", "2024-03-10"),
        ("Officials fear a repeat of what happened on Sunday.", "2024-03-10"),
        ("Mr Smith, who is 35, died on Friday.", "2024-03-08"),
        ("Talks on Monday produced no result.", "2024-03-11"),
        ("He was last seen on Friday.", "2024-03-08"),
        ("She has been missing since Saturday.", "2024-03-09"),
        ("It comes after an attack on Friday that killed ten.", "2024-03-08"),
        ("Trump says he spoke to the leaders on Friday.", "2024-03-08"),
        ("A spokesman says the ship sank on Friday.", "2024-03-08"),
        ("He is accused of stealing a car in May.", "2023-05"),
    ],
)
def test_what_was_lies_behind_whatever_else_the_sentence_says(text: str, expected: str) -> None:
    assert last_value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shop was to reopen on Friday.", FRIDAY_NEXT),
        ("The shop was to reopen on Monday, but stayed shut.", "2024-03-11"),
        ("Friday fixtures", FRIDAY_NEXT),
        ("Results of Monday", "2024-03-11"),
        ("Council elections in April", "2024-04"),
        ("Council elections in February", "2024-02"),
    ],
)
def test_where_the_verb_leaves_it_open_the_nearest_is_meant(text: str, expected: str) -> None:
    assert last_value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fair opens on 5 November.", "2024-11-05"),
        ("The fair opened on 5 November.", "2023-11-05"),
        ("The bridge collapsed on August 2.", "2023-08-02"),
        ("The bridge closes on December 20.", "2024-12-20"),
        ("The firm wrote to the county on Monday and to the Water Resources Board on February 21.", "2024-02-21"),
    ],
)
def test_a_day_of_a_month_follows_the_verb_where_that_is_far_from_the_nearest(text: str, expected: str) -> None:
    assert last_value(text) == expected


def test_this_friday_is_the_coming_one_unless_it_was() -> None:
    assert last_value("Fans of the club gather for this Friday.") == FRIDAY_NEXT
    assert last_value("They met this Friday.") == FRIDAY_BEFORE
    assert last_value("They married last Friday.") == FRIDAY_BEFORE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm was expected to pass the island on Tuesday.", "2024-03-12"),
        ("Officials said that it would pass the island on Saturday.", "2024-03-16"),
        ("The cabinet unanimously voted to lift the ban on Saturday.", "2024-03-09"),
        ("The launch planned for Friday was called off.", FRIDAY_NEXT),
        ("The planned launch on Saturday was scrubbed.", "2024-03-09"),
        ("According to officials on Saturday, the virus may have killed two.", "2024-03-09"),
        ("Despite signs of recovery on Sunday, he died.", "2024-03-10"),
        ("A man was shot at the custody centre at 2am local time on Friday.", FRIDAY_BEFORE),
        ("The senator called the president's posts Monday likely.", "2024-03-11"),
        ("This Monday the United States Commission on Religion called it a threat.", "2024-03-11"),
        ("The virus may cause more deaths in the United States by August 4.", "2024-08-04"),
        ("Maryland rescheduled most of its primary races to July 2.", "2024-07-02"),
        ("He is committed to leaving the union by October 31.", "2024-10-31"),
        ("Fighting broke out after the shooting of Jacob Blake in August.", "2023-08"),
    ],
)
def test_words_that_only_look_like_verbs_and_reports_of_plans(text: str, expected: str) -> None:
    assert last_value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Geneva end Friday without a deal.", FRIDAY_NEXT),
        ("Sales of the car start in September.", "2024-09"),
        ("Voters in Ohio go to the polls Tuesday.", "2024-03-19"),
        ("Markets closed lower as investors await Monday's report.", "2024-03-18"),
        ("The town is bracing for Sunday's march.", "2024-03-17"),
        ("The bank's governors meet Tuesday and Wednesday.", "2024-03-20"),
        ("The governors met Tuesday and Wednesday.", "2024-03-13"),
        ("The park is shut from Friday to Monday.", "2024-03-18"),
        ("The park was shut from Friday to Monday.", "2024-03-11"),
        ("There is a hearing in the case on Thursday.", "2024-03-14"),
        ("There was a hearing in the case on Thursday.", "2024-03-07"),
    ],
)
def test_subjects_at_a_distance_what_is_awaited_and_days_that_are_joined(text: str, expected: str) -> None:
    assert last_value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was bailed to appear at the court on April 12.", "2024-04-12"),
        ("She was remanded in custody to appear in court on Monday.", "2024-03-18"),
        ("Villa, whose side travel to Bologna on Thursday, lost.", "2024-03-14"),
        ("Let's meet on Friday.", FRIDAY_NEXT),
        ("Join us on Friday at the hall.", FRIDAY_NEXT),
        ("Don't miss the match on Friday.", FRIDAY_NEXT),
        ("The hearing was put back to 14 September.", "2024-09-14"),
        ("The storm is forecast to hit tonight or early Friday.", FRIDAY_NEXT),
        ("The storm hit the coast on Friday.", FRIDAY_BEFORE),
        ("It needs a vote, likely before the summer break.", "2024-SU"),
        ("On the 14th I saw Dana at the bar.", "2024-02-14"),
        ("I will see Dana on the 14th.", "2024-03-14"),
        ("The firm reported full-year sales of 3 billion.", "2023"),
        ("The firm raised its full-year forecast.", "2024"),
    ],
)
def test_courts_invitations_and_figures_of_a_year_that_is_over(text: str, expected: str) -> None:
    assert last_value(text) == expected


def test_the_figures_of_a_telephone_number_are_no_year() -> None:
    text = "Call Crime Stoppers on 1800 333 000."
    assert find_times(text, [(0, len(text))], DCT) == []
