"""Countries with their other names, their people and their capitals, and the states of the United States.

One line per country: `name; other names | demonyms and adjectives | capital; …`. Only what a newspaper assumes its
readers to know: the list settles what a word is and which spellings are one country, it is not there to find places.
"""

from __future__ import annotations

from newsreader.languages.english.words.regions import PROVINCES, TOWNS

_COUNTRIES = """
Afghanistan | Afghan Afghans | Kabul
Albania | Albanian Albanians | Tirana
Algeria | Algerian Algerians | Algiers
Andorra | Andorran Andorrans |
Angola | Angolan Angolans | Luanda
Antigua and Barbuda; Antigua | Antiguan Antiguans |
Argentina; Argentine Republic | Argentinian Argentine Argentinians Argentines | Buenos Aires
Armenia | Armenian Armenians | Yerevan
Australia; Commonwealth of Australia | Australian Australians Aussie Aussies | Canberra
Austria | Austrian Austrians | Vienna
Azerbaijan | Azerbaijani Azerbaijanis Azeri Azeris | Baku
Bahamas; The Bahamas | Bahamian Bahamians | Nassau
Bahrain | Bahraini Bahrainis | Manama
Bangladesh | Bangladeshi Bangladeshis | Dhaka; Dacca
Barbados | Barbadian Barbadians | Bridgetown
Belarus; Byelorussia; Belorussia | Belarusian Belarusians Belarussian Belarussians | Minsk
Belgium | Belgian Belgians | Brussels
Belize | Belizean Belizeans | Belmopan
Benin; Dahomey | Beninese | Porto-Novo
Bhutan | Bhutanese | Thimphu
Bolivia | Bolivian Bolivians | La Paz; Sucre
Bosnia and Herzegovina; Bosnia; Bosnia-Herzegovina | Bosnian Bosnians | Sarajevo
Botswana | Botswanan Botswanans Motswana Batswana | Gaborone
Brazil | Brazilian Brazilians | Brasilia; Brasília
Brunei | Bruneian Bruneians | Bandar Seri Begawan
Bulgaria | Bulgarian Bulgarians | Sofia
Burkina Faso; Upper Volta | Burkinabe | Ouagadougou
Burundi | Burundian Burundians | Bujumbura; Gitega
Cambodia; Kampuchea | Cambodian Cambodians | Phnom Penh
Cameroon | Cameroonian Cameroonians | Yaounde; Yaoundé
Canada | Canadian Canadians | Ottawa
Cape Verde; Cabo Verde | Cape-Verdean | Praia
Central African Republic; CAR | Central-African | Bangui
Chad | Chadian Chadians | N'Djamena
Chile | Chilean Chileans | Santiago
China; People's Republic of China; PRC; Mainland China | Chinese | Beijing; Peking
Colombia | Colombian Colombians | Bogota; Bogotá
Comoros | Comorian Comorians | Moroni
Democratic Republic of the Congo; Democratic Republic of Congo; DR Congo; DRC; Zaire | Congolese Zairean | Kinshasa
Republic of the Congo; Congo-Brazzaville; Congo Republic | | Brazzaville
Costa Rica | Costa-Rican | San Jose; San José
Croatia | Croatian Croatians Croat Croats | Zagreb
Cuba | Cuban Cubans | Havana
Cyprus | Cypriot Cypriots | Nicosia
Czech Republic; Czechia | Czech Czechs | Prague
Czechoslovakia | Czechoslovak Czechoslovakian |
Denmark | Danish Dane Danes | Copenhagen
Djibouti | Djiboutian Djiboutians |
Dominica | |
Dominican Republic | Dominican Dominicans | Santo Domingo
East Timor; Timor-Leste; Timor Leste | Timorese | Dili
Ecuador | Ecuadorian Ecuadorians Ecuadorean Ecuadoreans | Quito
Egypt | Egyptian Egyptians | Cairo
El Salvador | Salvadoran Salvadorans Salvadorian | San Salvador
Equatorial Guinea | Equatoguinean | Malabo
Eritrea | Eritrean Eritreans | Asmara
Estonia | Estonian Estonians | Tallinn
Eswatini; Swaziland | Swazi Swazis | Mbabane
Ethiopia; Abyssinia | Ethiopian Ethiopians | Addis Ababa
Fiji | Fijian Fijians | Suva
Finland | Finnish Finn Finns | Helsinki
France | French Frenchman Frenchmen Frenchwoman | Paris
Gabon | Gabonese | Libreville
Gambia; The Gambia | Gambian Gambians | Banjul
Georgia | Georgian Georgians | Tbilisi
Germany; Federal Republic of Germany; West Germany | German Germans | Berlin; Bonn
East Germany; German Democratic Republic; GDR | East-German |
Ghana; Gold Coast | Ghanaian Ghanaians | Accra
Greece | Greek Greeks | Athens
Greenland | Greenlandic Greenlander Greenlanders | Nuuk
Grenada | Grenadian Grenadians |
Guatemala | Guatemalan Guatemalans | Guatemala City
Guinea | Guinean Guineans | Conakry
Guinea-Bissau | | Bissau
Guyana | Guyanese | Georgetown
Haiti | Haitian Haitians | Port-au-Prince
Honduras | Honduran Hondurans | Tegucigalpa
Hong Kong; HKSAR | Hongkonger Hongkongers |
Hungary | Hungarian Hungarians | Budapest
Iceland | Icelandic Icelander Icelanders | Reykjavik; Reykjavík
India; Republic of India | Indian Indians | New Delhi; Delhi
Indonesia; Dutch East Indies | Indonesian Indonesians | Jakarta
Iran; Islamic Republic of Iran; Persia | Iranian Iranians Persian Persians | Tehran; Teheran
Iraq | Iraqi Iraqis | Baghdad
Ireland; Republic of Ireland; Irish Republic | Irish Irishman Irishmen | Dublin
Israel | Israeli Israelis | Jerusalem
Italy | Italian Italians | Rome
Ivory Coast; Côte d'Ivoire; Cote d'Ivoire | Ivorian Ivorians | Abidjan; Yamoussoukro
Jamaica | Jamaican Jamaicans |
Japan | Japanese | Tokyo
Jordan | Jordanian Jordanians | Amman
Kazakhstan | Kazakh Kazakhs Kazakhstani | Astana; Nur-Sultan; Almaty
Kenya | Kenyan Kenyans | Nairobi
Kiribati | | Tarawa
Kosovo | Kosovar Kosovars Kosovan Kosovans | Pristina
Kuwait | Kuwaiti Kuwaitis | Kuwait City
Kyrgyzstan; Kyrgyz Republic | Kyrgyz | Bishkek
Laos | Lao Laotian Laotians | Vientiane
Latvia | Latvian Latvians | Riga
Lebanon | Lebanese | Beirut
Lesotho | Basotho | Maseru
Liberia | Liberian Liberians | Monrovia
Libya | Libyan Libyans | Tripoli
Liechtenstein | | Vaduz
Lithuania | Lithuanian Lithuanians | Vilnius
Luxembourg | Luxembourgish |
Macau; Macao | Macanese |
Madagascar | Malagasy | Antananarivo
Malawi | Malawian Malawians | Lilongwe
Malaysia | Malaysian Malaysians | Kuala Lumpur
Maldives; The Maldives | Maldivian Maldivians | Male
Mali | Malian Malians | Bamako
Malta | Maltese | Valletta
Marshall Islands | Marshallese | Majuro
Mauritania | Mauritanian Mauritanians | Nouakchott
Mauritius | Mauritian Mauritians | Port Louis
Mexico | Mexican Mexicans | Mexico City
Micronesia; Federated States of Micronesia | Micronesian Micronesians |
Moldova; Moldavia | Moldovan Moldovans | Chisinau
Monaco | Monegasque |
Mongolia | Mongolian Mongolians | Ulan Bator; Ulaanbaatar
Montenegro | Montenegrin Montenegrins | Podgorica
Morocco | Moroccan Moroccans | Rabat
Mozambique | Mozambican Mozambicans | Maputo
Myanmar; Burma | Burmese Myanma | Naypyidaw; Naypyitaw
Namibia; South West Africa | Namibian Namibians | Windhoek
Nauru | Nauruan Nauruans |
Nepal | Nepali Nepalis Nepalese | Kathmandu
Netherlands; Holland; The Netherlands | Dutch Dutchman | Amsterdam; The Hague
New Zealand; Aotearoa | New-Zealander Kiwi Kiwis | Wellington
Nicaragua | Nicaraguan Nicaraguans | Managua
Niger | Nigerien | Niamey
Nigeria | Nigerian Nigerians | Abuja
North Korea; Democratic People's Republic of Korea; DPRK; N. Korea; NKorea | North-Korean | Pyongyang
North Macedonia; Macedonia; FYROM | Macedonian Macedonians | Skopje
Northern Ireland | Northern-Irish | Belfast
Norway | Norwegian Norwegians | Oslo
Oman | Omani Omanis | Muscat
Pakistan | Pakistani Pakistanis | Islamabad
Palau | Palauan |
Palestine; Palestinian Territories; Palestinian territories; State of Palestine | Palestinian Palestinians | Ramallah
Panama | Panamanian Panamanians | Panama City
Papua New Guinea; PNG | Papuan | Port Moresby
Paraguay | Paraguayan Paraguayans | Asuncion; Asunción
Peru | Peruvian Peruvians | Lima
Philippines; The Philippines | Filipino Filipinos Philippine | Manila
Poland | Polish Pole Poles | Warsaw
Portugal | Portuguese | Lisbon
Puerto Rico | Puerto-Rican | San Juan
Qatar | Qatari Qataris | Doha
Romania | Romanian Romanians | Bucharest
Russia; Russian Federation | Russian Russians | Moscow
Soviet Union; USSR; U.S.S.R. | Soviet Soviets |
Rwanda | Rwandan Rwandans | Kigali
Samoa; Western Samoa | Samoan Samoans | Apia
Saudi Arabia; Kingdom of Saudi Arabia | Saudi Saudis Saudi-Arabian | Riyadh
Scotland | Scottish Scot Scots | Edinburgh
Senegal | Senegalese | Dakar
Serbia | Serbian Serbians Serb Serbs | Belgrade
Seychelles | Seychellois |
Sierra Leone | Sierra-Leonean | Freetown
Singapore | Singaporean Singaporeans |
Slovakia | Slovak Slovaks Slovakian | Bratislava
Slovenia | Slovenian Slovenians Slovene Slovenes | Ljubljana
Solomon Islands; Solomons | | Honiara
Somalia | Somali Somalis Somalian | Mogadishu
Somaliland | | Hargeisa
South Africa; RSA | South-African | Pretoria; Cape Town
South Korea; Republic of Korea; Korea Republic; ROK; S. Korea; SKorea | South-Korean | Seoul
South Sudan | South-Sudanese | Juba
Spain | Spanish Spaniard Spaniards | Madrid
Sri Lanka; Ceylon | Sri-Lankan | Colombo
Sudan | Sudanese | Khartoum
Suriname; Surinam | Surinamese | Paramaribo
Sweden | Swedish Swede Swedes | Stockholm
Switzerland | Swiss | Bern; Berne; Geneva; Zurich
Syria; Syrian Arab Republic | Syrian Syrians | Damascus
Taiwan; Chinese Taipei; Formosa | Taiwanese | Taipei
Tajikistan | Tajik Tajiks | Dushanbe
Tanzania; Tanganyika | Tanzanian Tanzanians | Dodoma; Dar es Salaam
Thailand; Siam | Thai Thais | Bangkok
Tibet | Tibetan Tibetans | Lhasa
Togo | Togolese | Lome; Lomé
Tonga | Tongan Tongans | Nukuʻalofa; Nuku'alofa
Trinidad and Tobago; Trinidad & Tobago | Trinidadian Trinidadians | Port of Spain
Tunisia | Tunisian Tunisians | Tunis
Turkey; Türkiye; Turkiye | Turkish Turk Turks | Ankara
Turkmenistan | Turkmen | Ashgabat
Tuvalu | Tuvaluan |
Uganda | Ugandan Ugandans | Kampala
Ukraine; the Ukraine | Ukrainian Ukrainians | Kyiv; Kiev
United Arab Emirates; UAE; U.A.E.; Emirates | Emirati Emiratis | Abu Dhabi
United Kingdom; UK; U.K.; Britain; Great Britain; GB | British Briton Britons Brit Brits | London
England | English Englishman Englishmen |
United States; United States of America; US; U.S.; USA; America | American Americans | Washington; Washington, D.C.
Uruguay | Uruguayan Uruguayans | Montevideo
Uzbekistan | Uzbek Uzbeks | Tashkent
Vanuatu; New Hebrides | | Port Vila
Vatican City; Vatican; Holy See | |
Venezuela | Venezuelan Venezuelans | Caracas
Vietnam; Viet Nam; North Vietnam; South Vietnam | Vietnamese | Hanoi
Wales | Welsh Welshman | Cardiff
Yemen | Yemeni Yemenis | Sanaa; Sana'a; Aden
Yugoslavia | Yugoslav Yugoslavian |
Zambia; Northern Rhodesia | Zambian Zambians | Lusaka
Zimbabwe; Rhodesia | Zimbabwean Zimbabweans | Harare
"""

_STATES = """
Alabama; Ala. | Alaska | Arizona; Ariz. | Arkansas; Ark. | California; Calif. | Colorado; Colo. | Connecticut; Conn.
| Delaware; Del. | Florida; Fla. | Georgia; Ga. | Hawaii | Idaho | Illinois; Ill. | Indiana; Ind. | Iowa | Kansas; Kan.
| Kentucky; Ky. | Louisiana; La. | Maine | Maryland; Md. | Massachusetts; Mass. | Michigan; Mich. | Minnesota; Minn.
| Mississippi; Miss. | Missouri; Mo. | Montana; Mont. | Nebraska; Neb. | Nevada; Nev. | New Hampshire; N.H.
| New Jersey; N.J. | New Mexico; N.M. | New York; N.Y. | North Carolina; N.C. | North Dakota; N.D. | Ohio
| Oklahoma; Okla. | Oregon; Ore. | Pennsylvania; Pa. | Rhode Island; R.I. | South Carolina; S.C. | South Dakota; S.D.
| Tennessee; Tenn. | Texas | Utah | Vermont; Vt. | Virginia; Va. | Washington; Wash. | West Virginia; W.Va.
| Wisconsin; Wis. | Wyoming; Wyo. | District of Columbia; D.C.; DC
| Ontario; Ont. | Quebec; Que. | British Columbia; B.C. | Alberta; Alta. | Manitoba | Saskatchewan | Nova Scotia
| New Brunswick | Newfoundland | New South Wales; NSW | Queensland | Victoria | Tasmania
"""

REGIONS = frozenset(
    """Africa|Antarctica|Asia|Europe|North America|South America|Latin America|Central America|Caribbean
|Middle East|Far East|Balkans|Scandinavia|Central Asia|South Asia|Southeast Asia|East Asia|West Africa
|East Africa|North Africa|Southern Africa|Sub-Saharan Africa|Eastern Europe|Western Europe|Central Europe
|Atlantic|Pacific|Mediterranean|Arctic|Black Sea|Red Sea|Persian Gulf|South China Sea|Gulf of Mexico|Gaza
|Gaza Strip|West Bank|Crimea|Kashmir|American Samoa|Guam|Northern Mariana Islands|Virgin Islands
|U.S. Virgin Islands|Bermuda|Gibraltar|Falkland Islands|Faroe Islands|French Polynesia|New Caledonia
|Guadeloupe|Martinique|Aruba|Cayman Islands|Azores|Canary Islands|Madeira|Corsica|Sardinia|Sicily|Okinawa
|Hokkaido|Bali|Sumatra|Borneo|Mindanao|Luzon|Chechnya|Kurdistan|Catalonia|Silicon Valley|New England
|Midwest|Siberia|Donbas|Donbass|Xinjiang|Mars|Jupiter|Saturn|Venus|Neptune|Uranus|Pluto|Moon""".replace("\n", "").split(
        "|"
    )
)
"""Continents, seas, regions and planets that news names like countries."""

CITIES = frozenset(
    """New York|New York City|Los Angeles|Chicago|Houston|Philadelphia|Boston|San Francisco|Miami|Atlanta|Dallas|Detroit
|Seattle|Denver|Las Vegas|New Orleans|Baltimore|Cleveland|Pittsburgh|Minneapolis|San Diego|Phoenix|Toronto|Montreal
|Vancouver|Calgary|Sydney|Melbourne|Brisbane|Perth|Auckland|Christchurch|Mumbai|Bombay|Calcutta|Kolkata|Chennai
|Karachi|Lahore|Shanghai|Guangzhou|Shenzhen|Wuhan|Osaka|Istanbul|St. Petersburg|Munich|Frankfurt|Hamburg|Cologne
|Milan|Naples|Turin|Barcelona|Marseille|Lyon|Manchester|Birmingham|Liverpool|Glasgow|Rio de Janeiro|Sao Paulo
|Indianapolis|Sacramento|Salt Lake City|Edinburgh|Belfast|São Paulo|Johannesburg|Lagos|Tel Aviv
|Dubai|Mecca|Aleppo|Mosul|Gaza City|Strasbourg|Rotterdam
|St. Louis|Kansas City|Cincinnati|Milwaukee|Baton Rouge""".replace("\n", "").split("|")
)
"""Cities that agencies write without their country."""


def _split(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


_ROWS = tuple(tuple(_split(cell, ";") for cell in line.split("|")) for line in _COUNTRIES.strip().splitlines())

COUNTRY_OF_NAME: dict[str, str] = {name: row[0][0] for row in _ROWS for name in row[0]}
"""Every name of a country, with the country's usual name."""

DEMONYMS: dict[str, str] = {
    word.replace("-", " "): row[0][0] for row in _ROWS for cell in row[1] for word in cell.split()
}
"""Adjectives and names of peoples, with the country they belong to; empty for those of regions."""

DEMONYMS.update(
    dict.fromkeys(
        """African European Asian Eurasian Western Arab Arabian Arabic Kurdish Kurd Kurds Catalan Catalonian Chechen
    Martian Scandinavian Balkan Nordic Baltic Latino Latina Latinos Hispanic Californian Texan Londoner Parisian
    Siberian Crimean Kashmiri Sicilian Bavarian Quebecois Hawaiian Roman Byzantine Ottoman Slavic Uyghur Uyghurs
    Uighur Uighurs Rohingya Berber Zulu Sikh Tamil Tamils Pashtun Sinhalese Europeans Africans Asians Arabs""".split(),
        "",
    )
)
DEMONYMS.update(
    dict.fromkeys(
        (
            "Middle Eastern",
            "Hong Konger",
            "Hong Kongers",
            "Londoners",
            "New Yorkers",
            "North American",
            "South American",
            "Latin American",
            "Central American",
            "West African",
            "East African",
            "North African",
            "South Asian",
            "East Asian",
            "Southeast Asian",
            "Central Asian",
            "Eastern European",
            "Western European",
            "African American",
            "African-American",
            "Native American",
        ),
        "",
    )
)

CAPITALS: dict[str, str] = {city: row[0][0] for row in _ROWS for city in row[2]}
"""Capitals and seats of government, with their country."""

STATE_OF_NAME: dict[str, str] = {
    name: names[0] for names in (_split(entry, ";") for entry in _split(_STATES, "|")) for name in names
}
"""States and provinces with their newspaper abbreviations, with the usual name of each."""

PLACES: frozenset[str] = frozenset({*COUNTRY_OF_NAME, *CAPITALS, *STATE_OF_NAME, *REGIONS, *CITIES, *PROVINCES, *TOWNS})
"""Every place name in this module, as written in running text."""
