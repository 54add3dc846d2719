"""Words that recognisers take for names and that are none."""

from __future__ import annotations

from newsreader.languages.english.words.calendar import MONTH_NAMES, WEEKDAY_NAMES

PAGE_WORDS = frozenset(
    """image images photo photos picture pictures video videos audio file slideshow gallery graphic infographic
    caption advertisement advert sponsored related read also more share tweet email print subscribe newsletter
    sign log login register comments comment updated published posted source sources credit credits via pool
    handout courtesy copyright reserved rights watch listen live breaking exclusive correction editor note click
    download homepage website webmaster url http https www html pdf regards fwd fw re cc subject sent
    attachment""".split()
)
"""Furniture of pages and mails, lower case. A name made of these alone is none."""

GENERIC = frozenset(
    """government governments state states federal ministry minister ministers department departments court courts
    police army navy military parliament congress senate house assembly council commission committee board
    agency office cabinet opposition party parties union university college school hospital church company
    companies group bank president vice-president prime secretary king queen prince princess pope judge justice
    governor mayor senator general colonel chief director chairman chancellor speaker officer official officials
    republic kingdom nation country city town village county district province region north south east west
    northern southern eastern western central northeast northwest southeast southwest river lake street road
    airport stadium station embassy team club league coach world earth internet web online coronavirus covid
    covid-19 covid19 covid–19 dollar dollars euro euros pound pounds yen yuan rupee rupees ruble rubles rouble
    roubles bitcoin god allah lord bible koran quran islam christianity hinduism buddhism judaism catholicism
    sunni shia shiite christian christians muslim muslims jew jews jewish catholic catholics protestant hindu
    hindus sikh sikhs buddhist buddhists islamist islamists islamic democrat democrats republican republicans
    tory tories conservative conservatives liberal liberals communist communists socialist socialists nazi nazis
    english arabic spanish internet administration chamber cathedral centre center mosque
    spokesman spokeswoman spokesperson laughter applause exchequer today yesterday tomorrow tonight mr
    mrs ms dr sir first second third christmas easter ramadan hajj thanksgiving halloween passover bachelor
    master doctorate brexit medicare medicaid obamacare mass humvee hiv aids dna rna gdp usd gmt utc est edt pdt
    pst bst cet am pm ceo cfo cto ufo vip phd pc cd dvd gps atm faq pin id tv ak-47 suv grammy grammys emmy emmys oscars
    baftas allied allies typhoon cyclone hurricane obe mbe cbe dbe kbe""".split()
).union(WEEKDAY_NAMES, MONTH_NAMES) - {"may"}
"""Common nouns, currencies, religions, peoples and abbreviations, lower case. Alone they are no name."""

INSTITUTIONS = frozenset(
    """congress parliament senate pentagon kremlin bundestag bundesrat knesset duma rada folketing storting riksdag
    interpol nato opec fifa uefa unicef unesco hamas hezbollah taliban bundeswehr dáil dail seanad sejm saeima
    seimas eduskunta""".split()
)
"""Single words that name one institution or movement, lower case; with a capital they are organisations."""

PRODUCTS = frozenset(
    """iphone ipad ipod imac mac macintosh macbook ios itunes icloud android windows playstation xbox nintendo
    kindle linux explorer gmail netscape firefox chrome photoshop boeing-737 airbus-a380 viagra aspirin""".split()
)
"""Product names that recognisers take for their makers, lower case."""

ACRONYMS_OF_THINGS = frozenset(
    """gdp gnp aids hiv dna rna mrna gps atm vip ufo cpu gpu usb pdf dvd cctv lgbt lgbtq covid sars mers vat ceo
    cfo cto usd eur gbp utc gmt est pst faq diy eez lng pcr icu ppe mri suv iq tnt lsd mvp nft ipo esg sim tv pc
    wifi start salt tpp nafta jcpoa npt inf isin cod ira iss hst ct pet api sat drm fir pil eol rpg gdpr adhd bmi
    cpr ecg ied and for all not you are was has had but one two
    new""".split()
)
"""Acronyms and capitalised words that name no organisation, lower case."""

COMMON_WORDS = frozenset(
    """a about above after again all also although always am an and another any anybody anyone anything are as at
    away back bad be beautiful because been before best better between big both but by can come could did
    different do does done down each easy else enough even every everybody everyone everything excellent except
    fantastic far few find first for free from full fun get give go good great had happy has have he hello help
    her here hers hi him his hot how i if in into is it its just keep know last least less let like little long
    lot love made make many may me might mine more most much must my need never new next nice no nobody none not
    nothing now of off often ok okay old on once one only open or other our out over own please put really right
    said same say see she should since small so some somebody someone something sorry still such sure take than
    thank thanks that the their them then there these they thing things think this those though through time to
    together too top try under until up us use very wait want was way we well were what when where whether which
    while who whoever whole why will with within without wonderful wow yay yes yet you your yours star location
    nevertheless however meanwhile moreover according despite during among upon""".split()
)
"""Ordinary words that are taken for names where they are shouted or open a sentence, lower case."""
