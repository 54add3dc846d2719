"""Words that show an organisation or a venue: legal forms, heads of names, kinds of clubs."""

from __future__ import annotations

from newsreader.languages.english.words.companies import BODIES, CLUBS, COMPANIES

CORPORATE = frozenset(
    """inc incorporated corp corporation co company companies ltd limited llc llp plc lp ag gmbh sa spa se nv bv ab
    asa oyj kg kgaa pte pty sarl srl holdings holding group pjsc ojsc jsc bhd tbk""".split()
)
"""Legal forms and what stands for them at the end of a company's name, lower case without dots."""

HEADS = frozenset(
    """university college school academy institute institution hospital clinic ministry department agency bureau
    commission committee council board authority administration service services office force forces army navy marines
    guard corps police senate parliament congress assembly house court tribunal bank fund exchange party union
    federation confederation association alliance league society foundation trust charity church club team organisation
    organization network news times post journal gazette herald tribune press radio television tv magazine airlines
    airways air railways motors electric pharmaceuticals laboratories labs industries systems technologies software
    studios pictures records entertainment partners capital securities insurance brothers sons movement front brigade
    brigades militia coalition campaign cabinet secretariat directorate inspectorate observatory center centre
    consortium cooperative fc united city rovers wanderers athletic orchestra ensemble choir troupe mission
    chamber initiative watch international group watchdog regulator embassy consulate command division regiment
    survey battalion squadron fleet patrol legion taskforce airline broadcaster publisher aircraft aviation aerospace
    automotive pharma biotech healthcare petroleum semiconductor semiconductors telecom airplanes org""".split()
)
"""Last words of the names of organisations, lower case."""

STRONG_HEADS = HEADS - frozenset(
    """house court air city united front watch mission center centre campaign international capital records
    pictures press times post house team service services office force division exchange trust command""".split()
)
"""The heads that settle it: whatever ends with one is an organisation, whoever it is named after."""

FOREIGN_HEADS = frozenset(
    """academia académie accademia akademie asamblea assemblée atelier ateliers banca banco bank banque
    bundesbank centre centro comisión comité commissione compagnie fachhochschule fondation fondazione
    fundacion fundación fundação gesellschaft groupe grupo gruppo hochschule hôpital institut instituto
    istituto klinikum krankenhaus landesbank ministerio ministère ministério mouvement movimento movimiento
    partei parti partido partito sociedad sociedade societe société sparkasse stiftung universidad
    universidade universitat universite universiteit universitet università universität université uniwersytet
    verband verein zentrum""".split()
)
"""Words that say in other languages what an organisation is, wherever they stand in its name, lower case."""

OF_HEADS = frozenset(
    """university ministry department bank bureau office institute academy college board house chamber council court
    federation association society union organisation organization league party church committee school museum
    confederation commission parliament assembly senate corps army association agency fund club centre center""".split()
)
"""Heads that are followed by `of` or `for` (`Bank of England`)."""

VENUES = frozenset(
    """stadium arena airport station bridge tower towers street road avenue boulevard square plaza park garden
    gardens palace castle cathedral mosque temple abbey museum theatre theater hall hotel building monument
    memorial prison jail cemetery harbour harbor port canal dam tunnel highway motorway freeway river lake sea
    ocean bay gulf strait mountain mountains mount valley desert island islands peninsula beach coast hills
    forest glacier volcano province county district parish region prefecture state territory oblast village town
    base camp line gallery library mall market zoo hill lane drive creek falls canyon basin plateau archipelago
    ridge plain plains reef cape crater reservoir
    basilica synagogue shrine monastery grove crescent terrace courthouse bhavan bhawan speedway racecourse racetrack
    ballpark velodrome""".split()
)
"""Last words of the names of places and buildings, lower case."""

EVENTS = frozenset(
    """act bill amendment law code constitution treaty agreement accord accords pact protocol charter declaration
    resolution clause regulation regulations convention prize prizes award awards medal cup trophy championship
    championships olympics olympic
    paralympics games marathon festival grand prix derby war wars battle revolution massacre genocide holocaust summit
    election elections referendum primary primaries caucus debate day week month year eve race ceremony plan
    programme program project operation deal crisis scandal affair storm hurricane typhoon cyclone earthquake tsunami
    virus disease syndrome album song film movie series show episode novel edition tournament open masters season
    finals bowl uprising intifada olympiad strategy doctrine theorem theory scale index algorithm order oath
    liberation record time""".split()
)
"""Last words of the names of laws, prizes, events, works and ideas, none of which is shown, lower case."""

PLATFORMS = frozenset(
    """twitter facebook youtube instagram whatsapp telegram tiktok snapchat weibo wechat reddit skype zoom linkedin
    tumblr myspace flickr pinterest vkontakte google itunes spotify netflix wikipedia""".split()
)
"""Services that are often the means of saying something and not the one who acts, lower case."""

WELL_KNOWN = frozenset(
    """United Nations|UN|U.N.|European Union|EU|European Commission|European Parliament|European Central Bank
|NATO|Nato|World Bank|IMF|International Monetary Fund|World Health Organization|WHO|WTO
|World Trade Organization|UNESCO|UNICEF|UNHCR|OPEC|ASEAN|African Union|Arab League|G7|G8|G20|OSCE|OECD
|IAEA|Interpol|Europol|Red Cross|Amnesty International|Human Rights Watch|Greenpeace|FIFA|UEFA|IOC|NBA|NFL
|NHL|FBI|CIA|NSA|NASA|FDA|SEC|FCC|EPA|IRS|FSB|KGB|GRU|MI5|MI6|Mossad|Pentagon|Scotland Yard|Islamic State
|ISIS|ISIL|Daesh|Al-Qaeda|al-Qaeda|Al Qaeda|al Qaeda|Al-Qaida|al-Qaida|Taliban|Hezbollah|Hizbollah|Hamas
|Fatah|Boko Haram|Al-Shabaab|al-Shabaab|al-Shabab|Houthi|Houthis|IRA|ETA|PKK|Wikinews|Bundestag|Knesset
|Duma|Riksdag|Black Lives Matter|La Liga|Serie A|Bundesliga|Ligue 1|Major League Baseball|Premier League
|AfD|SPD|CDU|CSU|BJP|SNP|DUP|Sinn Fein|Sinn Féin|Likud|Fianna Fail|Fianna Fáil|Fine Gael
|Social Democrats|Christian Democrats|Free Democrats|Liberal Democrats
|Morgan Stanley|Goldman Sachs|Marks & Spencer|Ernst & Young|Charles Schwab|Eli Lilly|Harley-Davidson
|Rolls-Royce|Johnson & Johnson|Procter & Gamble|Johns Hopkins|Davis Polk|National Football League
|National Basketball Association|National Hockey League
|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant
|Paris St Germain|Paris St. Germain|Paris Saint-Germain""".replace("\n", "").split("|")
).union(COMPANIES, BODIES, CLUBS)
"""Organisations that news names without saying what they are."""

PARTIES = frozenset(
    "Democratic Republican Labour Labor Conservative Liberal Green Socialist Communist National".split()
)
"""What parties are called when two of them share one `Parties`."""

BRANDS_IN_S = frozenset(
    """Moody|McDonald|Standard & Poor|Standard and Poor|Sotheby|Christie|Lloyd|Macy|Wendy|Kohl|Sainsbury|Levi|Domino
|Lowe|Dillard|Denny|Hardee|Bloomingdale|Chili|Trader Joe|Papa John|Ben & Jerry""".replace("\n", "").split("|")
)
"""Companies whose names end with an apostrophe and an s, without it; this is no possessive."""

CITY_CLUBS = frozenset(
    """Manchester Leicester Norwich Hull Cardiff Swansea Stoke Birmingham Bristol Coventry Lincoln Orlando
    Melbourne Perth""".split()
)
"""Before `City` these are mostly football clubs."""

MOVEMENT_OPENERS = frozenset(
    """Hayat Jabhat Ahrar Ansar Hashd Jaish Jamaat Jemaah Harakat Kataib Liwa Saraya Asaib Lashkar Tehrik""".split()
)
"""First words of movements with Arabic, Urdu or Malay names (`Hayat Tahrir al-Sham`)."""

CLUB_HEADS = frozenset("united rovers wanderers athletic albion hotspur fc afc villa".split())
"""Last words of football clubs, lower case."""

CLUB_OPENERS = frozenset(
    """Real Atletico Atlético Inter Internazionale FC AC AS SC SV VfB VfL Sporting Dynamo Dinamo Spartak Lokomotiv
    CSKA Borussia Bayern Olympique Racing Athletic Hapoel Maccabi""".split()
)
"""First words of clubs that go on with the name of their town."""

FACILITIES = frozenset(
    {
        "White House",
        "Blue House",
        "Kremlin",
        "Capitol",
        "Downing Street",
        "10 Downing Street",
        "Capitol Hill",
        "Wall Street",
        "Elysee Palace",
        "Élysée Palace",
        "Buckingham Palace",
        "Guantanamo Bay",
        "Notre-Dame",
        "Louvre",
        "Hôtel de Ville",
        "Élysée",
        "Wembley",
        "Old Trafford",
        "Camp Nou",
        "Raj Bhavan",
        "Cheong Wa Dae",
    }
)
"""Buildings that stay places also where they speak for who is inside."""

CONNECTORS = frozenset(
    """of the for and in on at to & by with de la du des del di da das dos et y e van von der den 's ’s ' ’""".split()
)
"""Lower-case words that stand inside names of organisations and places."""

SUBJECTS = frozenset(
    """health education welfare trade industry industrial energy land lands infrastructure transport transportation
    local regions rural maritime labour labor food sport sports media culture cultural science technology tourism
    innovation skills business environment agriculture fisheries water housing urban development communities
    community communication communications information justice interior security planning veterans women youth
    gender immigration citizenship family social economy economic finance commerce research forestry mines natural
    resources climate safety workers employment trades firearms explosives tobacco arts music drama engineering
    medicine hygiene letters works public digital consumer antiquities""".split()
)
"""What the parts of the names of ministries, unions and schools begin with (`of Trade, Industry and Energy`)."""

FIELDS = frozenset(
    """state justice defense defence education health interior commerce labor labour treasury energy agriculture
    transport transportation homeland foreign finance trade environment culture home air national central
    federal supreme high security""".split()
)
"""What ministries and the like are for, lower case."""
