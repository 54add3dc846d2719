"""The document pass: votes, propagation, confidence, and what callers may rely on."""

from __future__ import annotations

import pytest

from newsreader.article import Article, Metadata, Origin, OriginKind, Paragraph
from newsreader.entities.understand import understand
from newsreader.entity import LABELS, Analysis, Category, Mention


def analysis(*paragraphs: str, **labels: str) -> Analysis:
    """The analysis of paragraphs in which each word of `labels` (blanks as `_`) is recognised by its label."""
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Paragraph(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    found = {index: _mentions(paragraph, labels) for index, paragraph in enumerate(paragraphs)}
    article = Article(text.rstrip(), tuple(spans), Metadata(), Origin(OriginKind.RECORD))
    return understand(article, found, model="test 1")


def _mentions(paragraph: str, labels: dict[str, str]) -> list[Mention]:
    taken: list[Mention] = []
    for word, label in sorted(labels.items(), key=lambda item: -len(item[0])):
        name = word.replace("_", " ")
        start = paragraph.find(name)
        if start >= 0 and not any(m.start < start + len(name) and start < m.end for m in taken):
            taken.append(Mention(start, start + len(name), label, LABELS[label]))
    return taken


def summary(result: Analysis) -> dict[str, tuple[str, int]]:
    return {e.name: (e.category.value, len(e.mentions)) for e in result.entities if e.category is not Category.DATE}


def test_a_full_name_outvotes_the_label_of_its_surname() -> None:
    found = analysis("Akilisi Pohiva died.", "Pohiva taught.", Akilisi_Pohiva="PERSON", Pohiva="ORG")
    assert summary(found) == {"Akilisi Pohiva": ("person", 2)}


def test_a_title_outvotes_the_label() -> None:
    assert summary(analysis("They met Mrs Kosgei there.", Kosgei="GPE")) == {"Kosgei": ("person", 1)}


def test_who_takes_office_is_a_person() -> None:
    found = analysis("Zed Quorn became prime minister of Oz.", "Then Quorn spoke.", Zed_Quorn="ORG")
    assert summary(found) == {"Zed Quorn": ("person", 2)}


def test_a_title_before_the_first_name_speaks_for_the_full_name() -> None:
    found = analysis("Zed Quorn won.", "The King received Sir Zed.", Zed_Quorn="ORG", Zed="PERSON")
    assert summary(found) == {"Zed Quorn": ("person", 2)}


def test_a_list_of_people_has_no_organisation_in_it() -> None:
    found = analysis(
        "Ann Lee, Zed Quorn and Bo Ek won.", "Quorn was glad.", Ann_Lee="PERSON", Zed_Quorn="ORG", Bo_Ek="PERSON"
    )
    assert summary(found) == {"Ann Lee": ("person", 1), "Zed Quorn": ("person", 2), "Bo Ek": ("person", 1)}


def test_a_trade_behind_the_comma_is_a_persons_but_not_as_the_source_of_the_sentence() -> None:
    assert summary(analysis("Zed Quorn, a Belgian landscape architect, won.", Zed_Quorn="ORG")) == {
        "Zed Quorn": ("person", 1)
    }
    assert summary(analysis("They bought Auto Quorn, a Romanian official said.", Auto_Quorn="ORG")) == {
        "Auto Quorn": ("organisation", 1)
    }


def test_a_district_that_ends_with_a_direction_is_a_place() -> None:
    assert summary(analysis("He held Quorn North.", Quorn_North="ORG")) == {"Quorn North": ("place", 1)}


def test_the_noun_behind_a_name_makes_it_a_place() -> None:
    assert summary(analysis("They slept in the Zorp guest house.", Zorp="PERSON")) == {"Zorp": ("place", 1)}


def test_what_a_thing_is_called_is_no_name_to_show() -> None:
    assert summary(analysis("They saw a film called Argo.", Argo="ORG")) == {}
    assert summary(analysis("They flew the 737 Max.", Max="PERSON")) == {}


def test_the_plural_of_an_ordinary_word_is_no_name_where_a_sentence_begins() -> None:
    assert summary(analysis("A crane fell.", "Cranes came.", Cranes="PERSON")) == {}


def test_an_appositive_noun_decides() -> None:
    assert summary(analysis("Iranian airline Mahan flew.", Mahan="PERSON")) == {"Mahan": ("organisation", 1)}


def test_known_countries_stay_places() -> None:
    assert summary(analysis("Nigeria, 60, agreed.", Nigeria="GPE")) == {"Nigeria": ("place", 1)}


def test_a_storm_is_no_person() -> None:
    assert summary(analysis("Hurricane Rita came. Then Rita left.", Rita="PERSON")) == {}


def test_a_team_named_by_its_town_is_an_organisation() -> None:
    report = "The coach praised the striker after the match. The season saw no goals, the league said."
    found = analysis(report, "They defeated Wynnum 45 points to 24.", Wynnum="GPE")
    assert summary(found) == {"Wynnum": ("organisation", 1)}


def test_names_are_carried_to_repeats_capitals_and_surnames() -> None:
    found = analysis("Eliud Kipchoge ran.", "And Kipchoge won.", "KIPCHOGE WINS", Eliud_Kipchoge="PERSON")
    assert summary(found) == {"Eliud Kipchoge": ("person", 3)}


def test_nothing_is_carried_into_a_longer_name_money_or_an_ordinary_word() -> None:
    found = analysis(
        "We saw Steve Jobs, and many jobs. Jobs were cut.",
        "The Jobs Act, of US origin, costs US$ 5.",
        Steve_Jobs="PERSON",
    )
    assert summary(found) == {"Steve Jobs": ("person", 1)}


def test_two_names_run_together_are_taken_apart() -> None:
    found = analysis(
        "MSNBC said.",
        "Ann Cummings spoke.",
        "On MSNBC Ann Cummings spoke.",
        MSNBC_Ann_Cummings="ORG",
        MSNBC="ORG",
        Ann_Cummings="PERSON",
    )
    assert summary(found) == {"MSNBC": ("organisation", 2), "Ann Cummings": ("person", 2)}


def test_a_heading_in_capitals_has_only_names_that_are_known_elsewhere() -> None:
    found = analysis(
        "ALARM IN SEOUL AND ZORPTOWN",
        "AND AN HONOUR GUARD",
        "They met in Zorptown.",
        ALARM="GPE",
        SEOUL="GPE",
        AND_AN_HONOUR_GUARD="ORG",
        Zorptown="GPE",
    )
    assert summary(found) == {"Seoul": ("place", 1), "Zorptown": ("place", 2)}


def test_a_text_all_in_capitals_keeps_its_names() -> None:
    assert summary(analysis("ANN LEE SAID SO.", ANN_LEE="PERSON")) == {"Ann Lee": ("person", 1)}


def test_a_party_is_known_by_its_short_name_but_not_as_an_adjective() -> None:
    found = analysis(
        "The Labour Party won, and Labour said so. Labour voters and the Conservative vote shrank.",
        "Ann Lee of Labour beat the Conservatives and the Greens. The Tories, too, lost.",
        Labour_Party="ORG",
        Ann_Lee="PERSON",
    )
    assert {name: count for name, (_, count) in summary(found).items()} == {
        "Labour Party": 3,
        "Ann Lee": 1,
        "Conservatives": 2,
        "Greens": 1,
    }


def test_labor_is_a_party_where_it_has_a_leader() -> None:
    found = analysis("They trail Labor in the polls. Labor leader Bill Shorten met the Greens.", Bill_Shorten="PERSON")
    assert summary(found) == {
        "Labor": ("organisation", 2),
        "Bill Shorten": ("person", 1),
        "Greens": ("organisation", 1),
    }
    assert summary(analysis("The Labor Department met on Labor Day.")) == {}


def test_two_names_joined_by_and_are_two_where_the_article_has_one_of_them_alone() -> None:
    found = analysis(
        "Analysts at Bernstein and Jefferies spoke.",
        "So said Ann Lee of Bernstein.",
        Bernstein_and_Jefferies="ORG",
        Ann_Lee="PERSON",
        Bernstein="PERSON",
    )
    assert summary(found) == {
        "Bernstein": ("organisation", 2),
        "Jefferies": ("organisation", 1),
        "Ann Lee": ("person", 1),
    }
    assert summary(analysis("Marks and Spencer grew.", Marks_and_Spencer="ORG")) == {
        "Marks and Spencer": ("organisation", 1)
    }


def test_the_places_of_a_list_are_places_all() -> None:
    towns = analysis("The towns of Beni, Butembo and Katwa.", Beni="GPE", Butembo="PERSON", Katwa="ORG")
    assert {kind for kind, _ in summary(towns).values()} == {"place"}
    firms = analysis("So did Zorp, Quorn, Blim and Axon.", Zorp="ORG", Quorn="ORG", Blim="GPE", Axon="ORG")
    assert {kind for kind, _ in summary(firms).values()} == {"organisation"}


def test_what_stands_alone_behind_in_or_before_its_state_is_a_place() -> None:
    assert summary(analysis("It was held in Tours on Monday.", Tours="ORG")) == {"Tours": ("place", 1)}
    assert summary(analysis("He is from Allen, Texas, they said.", Allen="PERSON")) == {"Allen": ("place", 1)}
    assert summary(analysis("He sat in Congress, then left.", Congress="ORG")) == {"Congress": ("organisation", 1)}


def test_a_movement_with_an_arabic_name_is_no_person() -> None:
    found = analysis("They fear Hayat Tahrir al-Sham there.", **{"Hayat_Tahrir_al-Sham": "PERSON"})
    assert summary(found) == {"Hayat Tahrir al-Sham": ("organisation", 1)}


def test_a_name_before_anyone_is_introduced_by_it_is_not_theirs() -> None:
    found = analysis(
        "Ford said it would close a plant.",
        "Ford, founded by Henry Ford, builds cars.",
        "Stuart Rowley, president of Ford, agreed. Bill Ford did, too.",
        Ford="ORG",
        Henry_Ford="PERSON",
        Bill_Ford="PERSON",
        Stuart_Rowley="PERSON",
    )
    assert summary(found)["Ford"] == ("organisation", 3)
    assert summary(found)["Henry Ford"] == ("person", 1)


def test_a_company_named_after_a_person_is_called_by_the_surname() -> None:
    found = analysis(
        "Disney shares rose.",
        "The Walt Disney Co. said so.",
        "Abigail Disney, its heir, said no.",
        Disney="PERSON",
        Walt_Disney_Co="ORG",
        Abigail_Disney="PERSON",
    )
    assert summary(found) == {"Walt Disney Co": ("organisation", 2), "Abigail Disney": ("person", 1)}


def test_a_first_name_that_opens_a_sentence_is_taken_in() -> None:
    assert summary(analysis("Rahul Quorn left.", Quorn="PERSON")) == {"Rahul Quorn": ("person", 1)}


def test_german_greens_are_a_party_beside_another() -> None:
    found = analysis("The Greens and the SPD agreed.", SPD="ORG")
    assert set(summary(found)) == {"Greens", "SPD"}


def test_a_town_is_entered_and_fled() -> None:
    assert summary(analysis("They entered Mekelle at night.", Mekelle="PERSON")) == {"Mekelle": ("place", 1)}
    assert summary(analysis("The maker of OxyContin paid.", OxyContin="ORG")) == {}


def test_a_plural_behind_the_is_a_group() -> None:
    assert summary(analysis("Then the Proud Boys came.", Proud_Boys="PERSON")) == {"Proud Boys": ("organisation", 1)}


def test_an_unknown_first_name_that_opens_a_sentence_is_taken_in_but_no_adverb() -> None:
    assert summary(analysis("He spoke. Getachew Quorn said so.", Quorn="PERSON")) == {"Getachew Quorn": ("person", 1)}
    assert summary(analysis("He spoke. Separately Quorn said so.", Quorn="PERSON")) == {"Quorn": ("person", 1)}


def test_a_storm_goes_by_its_name_alone_later() -> None:
    assert summary(analysis("Hurricane Ian came.", "Ian had lashed Cuba.", Ian="PERSON", Cuba="GPE")) == {
        "Cuba": ("place", 1)
    }


def test_a_leader_needs_no_introduction() -> None:
    found = analysis("Both called Biden.", "Trump Media said so. Trump agreed.", Biden="GPE", Trump_Media="ORG")
    assert summary(found)["Biden"] == ("person", 1)


def test_a_short_form_made_of_a_names_letters_is_what_the_name_is() -> None:
    found = analysis(
        "The Petroleos Mexicanos (Pemex) spoke.", "Pemex said so.", Petroleos_Mexicanos="ORG", Pemex="PERSON"
    )
    assert summary(found) == {"Petroleos Mexicanos": ("organisation", 3)}


def test_a_family_is_named_by_its_plural() -> None:
    found = analysis("David Turpin and Louise Turpin came. The Turpins left.", David_Turpin="PERSON")
    assert summary(found)["Turpins"] == ("person", 1)


def test_a_ship_is_no_person_and_neither_is_its_short_name() -> None:
    assert summary(analysis("The USS Grayback sank. Grayback lies there.", USS_Grayback="PERSON")) == {}
    assert summary(analysis("They found the U.S.S. Grayback there.", Grayback="PERSON")) == {}


def test_a_thing_that_bears_a_persons_name_is_no_person() -> None:
    found = analysis(
        "Emmanuel, the cathedral's great bell, rang.",
        "Emmanuel Macron came.",
        Emmanuel="PERSON",
        Emmanuel_Macron="PERSON",
    )
    assert summary(found) == {"Emmanuel Macron": ("person", 1)}
    assert summary(analysis("Their Blackwell AI chips are late.", Blackwell="PERSON")) == {}
    assert summary(analysis("It will feature Intel processors.", Intel="ORG")) == {"Intel": ("organisation", 1)}


def test_a_first_name_that_was_called_a_place_is_the_persons() -> None:
    found = analysis("So said Volodymyr Zelenskiy.", Volodymyr="GPE", Zelenskiy="PERSON")
    assert summary(found) == {"Volodymyr Zelenskiy": ("person", 1)}


def test_a_planet_is_a_place_and_a_president_called_moon_is_none() -> None:
    assert summary(analysis("They went to the Moon again.", Moon="PERSON")) == {"Moon": ("place", 1)}
    found = analysis("Moon Jae-in spoke.", "Moon left.", **{"Moon_Jae-in": "PERSON", "Moon": "PERSON"})
    assert summary(found) == {"Moon Jae-in": ("person", 2)}


def test_a_month_is_a_first_name_before_a_surname() -> None:
    found = analysis("June Sarpong joined. Sarpong spoke in April. In June Roe left.", Sarpong="PERSON", Roe="PERSON")
    assert summary(found) == {"June Sarpong": ("person", 2), "Roe": ("person", 1)}


def test_a_party_with_an_ordinary_word_for_a_name_needs_its_party() -> None:
    found = analysis("The Reform Party won. Reform said so; she wanted reform.", Reform_Party="ORG")
    assert summary(found) == {"Reform Party": ("organisation", 1)}


def test_a_partys_adjective_is_no_party_of_itself() -> None:
    found = analysis("The Republican Party won. A Republican, she said.", Republican_Party="ORG")
    assert summary(found) == {"Republican Party": ("organisation", 1)}


def test_a_double_first_name_gets_its_surname() -> None:
    found = analysis("General Jean-Claude Quorn came. Quorn left.", **{"Jean-Claude": "PERSON"})
    assert summary(found) == {"Jean-Claude Quorn": ("person", 2)}


def test_a_first_name_alone_gets_the_surname_behind_it() -> None:
    found = analysis("We met Chris Quorn there. Quorn left.", Chris="PERSON")
    assert summary(found) == {"Chris Quorn": ("person", 2)}


def test_a_first_name_that_was_missed_is_taken_in_and_a_post_is_not() -> None:
    assert summary(analysis("BERLIN — Zed Quorn scored.", Quorn="PERSON")) == {"Zed Quorn": ("person", 1)}
    assert summary(analysis("They asked Fellow Quorn.", Quorn="PERSON")) == {"Quorn": ("person", 1)}


def test_two_halves_of_one_name_are_joined() -> None:
    found = analysis("So said Princess Zed Mahidol.", Zed="PERSON", Mahidol="PERSON")
    assert summary(found) == {"Zed Mahidol": ("person", 1)}


def test_confidence_is_lower_where_only_the_recogniser_says_so() -> None:
    (lone,) = analysis("Everybody likes Zorp here.", Zorp="ORG").entities
    (sure,) = analysis("The company Zorp said so.", Zorp="ORG").entities
    assert lone.mentions[0].confidence < 0.5 < sure.mentions[0].confidence <= 1


def test_offsets_point_into_the_text_and_names_are_trimmed() -> None:
    text = "“Putin’s” pledge."
    (putin,) = analysis(text, **{"“Putin’s”": "PERSON"}).entities
    assert text[putin.mentions[0].start : putin.mentions[0].end] == "Putin"


def test_partial_analyses_say_how_far_they_are() -> None:
    article = Article("One.\n\nTwo.", (Paragraph(0, 4), Paragraph(6, 10)), Metadata(), Origin(OriginKind.RECORD))
    partial = understand(article, {1: []}, model="test 1")
    assert (partial.paragraphs_done, partial.paragraphs_total, partial.complete) == (1, 2, False)


def test_the_same_input_gives_the_same_analysis() -> None:
    paragraphs = ("Ann Lee met Bo Ek in Oslo.", "Lee left; Ek stayed in Oslo.")
    labels = {"Ann_Lee": "PERSON", "Bo_Ek": "PERSON", "Oslo": "GPE", "Lee": "ORG"}
    assert analysis(*paragraphs, **labels) == analysis(*paragraphs, **labels)


def test_the_acronym_of_a_law_is_no_organisation() -> None:
    found = analysis("The Ballot Prevention Act (BIPA) failed.", "So BIPA is dead.", "BIPA was bad.", BIPA="ORG")
    assert summary(found) == {}


def test_a_town_is_not_what_is_named_after_it() -> None:
    found = analysis(
        "Kamloops Police came.", "They left Kamloops again.", "Kamloops is big.", Kamloops_Police="ORG", Kamloops="GPE"
    )
    assert summary(found)["Kamloops"][0] == "place"


def test_a_post_without_an_article_makes_a_person() -> None:
    found = analysis("Thet Thet Khine, founder of the party, lost.", Thet_Thet_Khine="ORG")
    assert summary(found) == {"Thet Thet Khine": ("person", 1)}


def test_the_code_of_a_share_is_no_repeat_of_a_name() -> None:
    found = analysis("Dell Inc (DELL.N) rose.", "Dell fell.", Dell_Inc="ORG", Dell="ORG")
    assert summary(found) == {"Dell": ("organisation", 2)}


def test_two_halves_of_a_person_are_one() -> None:
    found = analysis("President Andrés Manuel López Obrador spoke.", Andrés_Manuel="PERSON", López_Obrador="PERSON")
    assert summary(found) == {"Andrés Manuel López Obrador": ("person", 1)}


def test_a_korean_first_name_may_end_with_in() -> None:
    found = analysis("President Moon Jae-in's office", Moon_Jae="PERSON")
    assert summary(found) == {"Moon Jae-in": ("person", 1)}


def test_where_the_votes_are_even_all_mentions_are_the_same() -> None:
    paragraphs = (Paragraph(0, 24), Paragraph(26, 48))
    article = Article(
        "A Tall South bus burned.\n\nTall South regrets it.", paragraphs, Metadata(), Origin(OriginKind.RECORD)
    )
    mentions = {0: [Mention(2, 12, "GPE", LABELS["GPE"])], 1: [Mention(0, 10, "ORG", LABELS["ORG"])]}
    assert summary(understand(article, mentions, model="test 1")) == {"Tall South": ("organisation", 2)}


def test_a_company_told_from_its_founder_is_not_doubted() -> None:
    found = analysis(
        "Michael Dell founded Dell Inc.", "Dell shares fell.", Michael_Dell="PERSON", Dell_Inc="ORG", Dell="ORG"
    )
    (company,) = (entity for entity in found.entities if entity.category is Category.ORGANISATION)
    assert min(mention.confidence for mention in company.mentions) > 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Dawson said on Tuesday it had rejected an offer.",
        "They made a bid for Dawson.",
        "Dawson's chief executive resigned.",
        "Analysts at Dawson were surprised.",
        "Its stake in Dawson is small.",
        "Dawson reported a profit.",
    ],
)
def test_what_is_bid_for_and_has_a_chief_executive_is_a_company(text: str) -> None:
    assert summary(analysis(text, Dawson="GPE")) == {"Dawson": ("organisation", 1)}


@pytest.mark.parametrize(
    "text",
    [
        "The road to Dawson is shut.",
        "Residents of Dawson fled.",
        "She was born in Dawson.",
        "The mayor of Dawson left.",
    ],
)
def test_where_people_live_and_roads_lead_is_a_place(text: str) -> None:
    assert summary(analysis(text, Dawson="ORG")) == {"Dawson": ("place", 1)}


def test_neighbours_in_a_list_share_what_is_said_of_one() -> None:
    found = analysis("They marched on Dawson and Zorp.", Dawson="GPE", Zorp="PERSON")
    assert summary(found)["Dawson"] == ("place", 1)
    found = analysis("A bid for Dawson and Zorp failed.", Dawson="ORG", Zorp="GPE")
    assert summary(found)["Zorp"][0] == "organisation"


def test_a_ship_is_no_person_though_it_is_called_like_one_of_the_article() -> None:
    found = analysis("Alan Quorn drowned.", "The MV Alan Quorn sails on.", Alan_Quorn="PERSON")
    assert summary(found) == {"Alan Quorn": ("person", 1)}


def test_a_name_ends_with_its_sentence() -> None:
    found = analysis("He went to Cardiff. Leinster won there.", **{"Cardiff._Leinster": "ORG"})
    assert summary(found).keys() == {"Cardiff", "Leinster"}


def test_what_is_named_after_a_place_of_two_parts_is_one_name() -> None:
    found = analysis("Devon and Cornwall Police said so.", Devon="PERSON", Cornwall_Police="ORG")
    assert summary(found) == {"Devon and Cornwall Police": ("organisation", 1)}


def test_a_person_may_be_called_like_a_town() -> None:
    found = analysis("Antonio Valencia scored.", "Valencia left.", Antonio_Valencia="PERSON", Valencia="GPE")
    assert summary(found) == {"Antonio Valencia": ("person", 2)}


def test_what_a_maker_ships_and_calls_a_line_is_a_product() -> None:
    assert summary(analysis("Demand for Zorp is high.", Zorp="PERSON")) == {}
    assert summary(analysis("It replaces the current Zorp line.", Zorp="ORG")) == {}
    assert summary(analysis("They ship Zorp, the successor to Quip.", Zorp="PERSON")) == {}


def test_what_is_measured_is_a_thing_wherever_it_is_named() -> None:
    found = analysis("The Zorp, 948 feet long, lost power.", "The Zorp is owned by Quip.", Zorp="ORG", Quip="ORG")
    assert summary(found) == {"Quip": ("organisation", 1)}


def test_the_short_form_of_a_common_noun_is_no_organisation() -> None:
    found = analysis("The flight data subsystem, or FDS, failed.", "The FDS is old.", FDS="ORG")
    assert summary(found) == {}


def test_an_event_that_bears_the_name_of_a_place_is_none() -> None:
    found = analysis("Paris was quiet.", "It rang for the Liberation of Paris again.", Paris="GPE")
    assert summary(found) == {"Paris": ("place", 1)}


def test_a_word_of_another_language_says_what_an_organisation_is() -> None:
    found = analysis("He works at the Zorp-Universität Quip.", **{"Zorp-Universität_Quip": "PERSON"})
    assert summary(found) == {"Zorp-Universität Quip": ("organisation", 1)}


def test_the_bridge_and_the_airport_have_a_short_name() -> None:
    found = analysis(
        "The Key Bridge fell.",
        "The Scott Key Bridge was old.",
        "Bradley International Airport is near; Bradley Airport is shut.",
        Key_Bridge="FAC",
        Scott_Key_Bridge="FAC",
        Bradley_International_Airport="FAC",
        Bradley_Airport="FAC",
    )
    assert summary(found) == {"Scott Key Bridge": ("place", 2), "Bradley International Airport": ("place", 2)}


def test_a_single_word_in_brackets_is_the_short_form_of_a_long_name() -> None:
    found = analysis(
        "The National Institute for Old Digs (Inrap) dug.",
        "Inrap left.",
        National_Institute_for_Old_Digs="ORG",
        Inrap="GPE",
    )
    assert summary(found) == {"National Institute for Old Digs": ("organisation", 3)}


def test_both_ends_of_a_journey_are_places() -> None:
    found = analysis("The bus was on its way from Dharan to Quippo.", Dharan="ORG", Quippo="ORG")
    assert summary(found) == {"Dharan": ("place", 1), "Quippo": ("place", 1)}


def test_a_body_by_the_noun_behind_it_is_no_person() -> None:
    assert summary(analysis("They spoke with the Verdi union.", Verdi="PERSON")) == {"Verdi": ("organisation", 1)}


def test_a_possessive_without_an_s_hides_no_repeat() -> None:
    found = analysis("Bernie Sanders left.", "Sanders' exit was early; Sanders’ friends wept.", Bernie_Sanders="PERSON")
    assert summary(found) == {"Bernie Sanders": ("person", 3)}


def test_the_neighbour_of_a_known_company_is_one() -> None:
    found = analysis("Tesco and Coles opened stores.", Tesco="ORG", Coles="PERSON")
    assert summary(found) == {"Tesco": ("organisation", 1), "Coles": ("organisation", 1)}


def test_whose_wife_somebody_is_makes_a_person() -> None:
    assert summary(analysis("According to his wife, Zorp, he fell.", Zorp="ORG")) == {"Zorp": ("person", 1)}
