"""Companies that news names without saying what they are, and clubs whose names are no town's."""

from __future__ import annotations

COMPANIES = frozenset(
    """3M|ABB|AbbVie|ABN Amro|Accenture|Activision Blizzard|Adidas|Adobe|Aeroflot|Aetna|AIG|Air Canada|Air China
|Air France|Air France-KLM|Air India|Airbnb|Airbus|Alcoa|Aldi|Alibaba|Alitalia|Allianz|Alphabet|Alstom|AMC|AMD
|American Airlines|American Express|Amgen|Anheuser-Busch|Anheuser-Busch InBev|AOL|Aramco|Archer Daniels Midland|ASML
|Aston Martin|AstraZeneca|AT&T|Atos|Audi|Avianca|BAE|BAE Systems|Baidu|Bank of America|Barclays|BASF|Bayer|BBVA
|Berkshire Hathaway|Best Buy|BHP|BHP Billiton|BioNTech|BlackBerry|BlackRock|Blackstone|Blue Origin|BMW|BNP Paribas
|Boeing|Bombardier|Bosch|Bouygues|BP|Bristol-Myers Squibb|British Airways|British Gas|Broadcom|BT|Burberry|Burger King
|BYD|ByteDance|Canon|Capgemini|Capital One|Carillion|Carlsberg|Carrefour|Caterpillar|Cathay Pacific|Chevron
|China Mobile|China Unicom|Chrysler|Cisco|Citi|Citibank|Citigroup|Citroen|Coca-Cola|Cognizant|Colgate-Palmolive
|Comcast|Commerzbank|ConocoPhillips|Continental Airlines|Costco|Credit Agricole|Credit Suisse|CVS|CVS Health|Daewoo
|Daimler|Danone|Danske Bank|DBS|Debenhams|Dell|Deloitte|Delta Air Lines|Deutsche Bahn|Deutsche Bank|Deutsche Post
|Deutsche Telekom|DHL|Diageo|Didi Chuxing|Disney|DoorDash|Dow Chemical|Dropbox|DuPont|E.ON|EasyJet|easyJet|eBay|EDF
|Electrolux|Electronic Arts|Embraer|EMI|Engie|ENI|Eni|Enron|Equifax|Equinor|Ericsson|Etihad|Etihad Airways|Etsy
|Evergrande|Expedia|Exxon|Exxon Mobil|ExxonMobil|EY|Fannie Mae|FedEx|Ferrari|Fiat|Fiat Chrysler|Finnair|Fitbit|Flybe
|Foxconn|Freddie Mac|FTX|Fujitsu|Gazprom|Geely|General Dynamics|General Electric|General Mills|General Motors
|Getty Images|Gilead|Gilead Sciences|GKN|GlaxoSmithKline|Glencore|Goldman|Goodyear|GoPro|Groupon|GSK|Gucci|H&M
|Halliburton|HBO|Heineken|Hertz|Hewlett Packard|Hewlett-Packard|Hitachi|Home Depot|Honda|Honeywell|HP|HSBC|HTC|Huawei
|Hyundai|Hyundai Motor|Iberia|IBM|Icelandair|Ikea|IKEA|Inditex|Infosys|Instacart|Intel|J.C. Penney|J.P. Morgan
|Jaguar Land Rover|JAL|Japan Airlines|JCPenney|Jefferies|Jet Airways|JetBlue|John Deere|JP Morgan|JPMorgan
|JPMorgan Chase|Kellogg|Kering|KFC|Kia|Kia Motors|KLM|Kodak|Komatsu|KPMG|KPN|Kraft|Kraft Heinz|Kroger|Lazard|Lehman
|Lehman Brothers|Lenovo|LG|LG Electronics|Lidl|Lockheed|Lockheed Martin|Logitech|Lufthansa|Lukoil|LVMH|Lyft|Maersk
|Mahindra|Malaysia Airlines|Marriott|MasterCard|Mastercard|Mattel|Mazda|McDonald's|McDonald’s|McKinsey|Mercedes
|Mercedes-Benz|Merrill Lynch|MGM Resorts|Michelin|Micron|Microsoft|Mitsubishi|Mizuho|Moderna|Monsanto|Morrisons
|Motorola|Mozilla|MTN|NatWest|NEC|Nestle|Nestlé|Netflix|News Corp|Nike|Nikon|Nintendo|Nissan|Nokia|Nomura|Nordea
|Nordstrom|Norsk Hydro|Northrop Grumman|Novartis|Novo Nordisk|Nvidia|NXP|Ocado|Olympus|Opel|OpenAI|Oracle|Orsted
|Palantir|Panasonic|Panera|Paramount|PayPal|Peloton|Pemex|PepsiCo|Petrobras|PetroChina|Petronas|Peugeot|Pfizer|PG&E
|Philip Morris|Philips|Pilgrim's Pride|Pinterest|Pirelli|Pixar|PNC|Porsche|PricewaterhouseCoopers|Primark|PSA
|PSA Group|PSA Peugeot Citroen|PwC|Qantas|Qatar Airways|Qualcomm|Quibi|Raytheon|RBS|Reebok|Reliance
|Reliance Industries|Renault|Repsol|Rio Tinto|Rivian|Roche|Rolls Royce|Rosatom|Rosneft|Royal Bank of Scotland
|Royal Caribbean|Royal Dutch Shell|Royal Mail|RWE|Ryanair|Saab|Sainsbury's|Sainsbury’s|Salesforce|Samsung
|Samsung Electronics|Sanofi|Santander|SAP|SAS|Saudi Aramco|Sberbank|Scania|Schlumberger|Sears|Siemens
|Singapore Airlines|Sinopec|Skoda|Societe Generale|Société Générale|SoftBank|SolarWinds|Sony|Southwest Airlines|SpaceX
|Spotify|Standard Chartered|Starbucks|State Street|Statoil|Stellantis|Subaru|Suzuki|Swatch|Swiss Re|Symantec|T-Mobile
|Tata Motors|Tata Steel|Telefonica|Telefónica|Telenor|Tencent|Tesco|Tesla|Texaco|Thales|Theranos|Thomas Cook
|ThyssenKrupp|Thyssenkrupp|Time Warner
|Toshiba|TotalEnergies|Toyota|TransCanada|TSMC|TUI|Turkish Airlines|Tyson Foods|Uber|UBS
|UniCredit|Unilever|Union Pacific|United Airlines|UnitedHealth|Universal Music|UPS|US Airways|Verizon|Viacom|ViacomCBS
|Virgin Atlantic|Virgin Galactic|Vivendi|Vodafone|Volkswagen|Volvo|Waitrose|Wal-Mart|Walgreens|Walmart|Warner Bros
|Warner Bros.|Waymo|Wells Fargo|Westpac|WeWork|Whirlpool|Wipro|Wirecard|Wizz Air|Woolworths|WPP|Xerox|Xiaomi|Yahoo
|Yahoo!|Yelp|Yukos|Zalando|Zara
|ZTE|Ørsted""".replace("\n", "").split("|")
)
"""Companies by the names that news calls them, but for those that mostly are something else (`Amazon`, `Ford`)."""

BODIES = frozenset(
    """ACLU|AFL-CIO|AIPAC|ANC|ATF|ATP|BAFTA|Bank of England|Bank of Japan|BJP|Blackwater|Border Patrol|CDC|CENTCOM
|CERN|CFTC|CIA|Ciudadanos|CMA|Coast Guard|Congress Party|CSIS|DARPA|DEA|Defense Department|Delta Force|DHS|DNC
|Doctors Without Borders|DOJ|ECB|ECHR|ECOWAS|ESA|European Court of Human Rights|Eurostat|FAA|FARC|Farc|FATF|FBI|FCA
|Fed|Federal Reserve|FEMA|FIA|FIDE|Fidesz|FINRA|Foreign Office|FTC|GCHQ|Gestapo|GOP|Green Berets|Harvard
|Hizbul Mujahideen|HMRC|Home Office|IATA|ICAO|ICC|ICJ|IDF|IEA|ILO|International Criminal Court|IPCC|IRGC|ISRO|ITF
|Immigration and Customs Enforcement|Customs and Border Protection
|Jehovah's Witnesses|Jehovah’s Witnesses
|Jaish-e-Mohammed|Janjaweed|JAXA|Justice Department|Khmer Rouge|Ku Klux Klan|LAPD|Lashkar-e-Taiba|LTTE|M23|Mercy Corps
|MLB|MLS|MSF|Médecins Sans Frontières|NAACP|NASA|NASCAR|National Guard|NATO|NCAA|NHS|NHTSA|NIH|NIST|NOAA|NRA|NRC|NSA
|NTSB|NYPD|Oath Keepers|OCHA|OFAC|ONS|OPCW|OSHA|Oxfam|PDVSA|People's Bank of China|Peshmerga|PETA|PGA|PLO
|Plaid Cymru|Podemos|Renew Europe|Economic Freedom Fighters|La Republique en Marche|La République en Marche
|Proud Boys|Quds Force|RAF|RBI|RCMP|Red Crescent|Reserve Bank of India|Revolutionary Guard|Revolutionary Guards|RNC
|Royal Air Force|Royal Navy|RSPCA|SADC|Salvation Army|Save the Children|SEBI|Secret Service|Sinn Fein|Stanford
|State Department|Syriza|Tamil Tigers|Tea Party|TEPCO|Treasury Department|TSA|TUC|UAW|UCI|UCLA|UKIP|UNDP|UNFCCC|UNHRC
|UNRWA|USAID|USDA|USGS|Viet Cong|Vietcong|WADA|Wagner Group|WFP|WMO|World Economic Forum|World Food Programme|WTA|WWF
|Yale
|YMCA|YPG""".replace("\n", "").split("|")
)
"""Agencies, courts, forces, movements and other bodies that need no introduction either."""

CLUBS = frozenset(
    """1. FC Köln|AC Milan|AEK Athens|Ajax|Alaves|All Blacks|Anderlecht|Arminia Bielefeld|Arsenal|AS Roma|Aston Villa
|Atalanta|Athletic Bilbao|Atletico Madrid|Atlético Madrid|Barca|Bayer Leverkusen|Bayern Munich|Benfica|Besiktas
|Black Caps|Blackburn Rovers|Boca Juniors|Bolton Wanderers|Borussia Dortmund|Borussia Moenchengladbach
|Borussia Mönchengladbach|Celta Vigo|Charlton Athletic|Chievo|Club Brugge|Corinthians|Crystal Palace|Deportivo Alaves
|Dynamo Kiev|Dynamo Kyiv|Eintracht Frankfurt|Espanyol|Everton|Fenerbahce|Feyenoord|Fiorentina|Flamengo|Fluminense
|Fortuna Düsseldorf|Galatasaray|Getafe|Hamburger SV|Harlequins|Hellas Verona|Hertha Berlin|Hertha BSC|Hibernian
|Hoffenheim|Ineos|Inter Milan|Juventus|Kashima Antlers|LA Galaxy|Lazio|Leeds United|Leicester City|Lokomotiv Moscow
|London Irish|Mainz 05|Man City|Man United|Man Utd|Manchester City|Manchester United|Matildas|McLaren|Millwall
|Newcastle United|Norwich City|Nottingham Forest|Olympiacos|Olympiakos|Olympique Lyonnais|Olympique Marseille|Osasuna
|Palmeiras|Panathinaikos|Port Vale|Preston North End|Proteas|PSG|PSV|PSV Eindhoven|QPR|Queens Park Rangers
|Rayo Vallecano|RB Leipzig|Real Betis|Real Madrid|Real Mallorca|Real Sociedad|Red Bull|Red Bull Salzburg|River Plate
|Sampdoria|Saracens|Sassuolo|Schalke|Schalke 04|Shakhtar Donetsk|Sheffield United|Sheffield Wednesday|Socceroos
|Spartak Moscow|Sporting Lisbon|Springboks|Stoke City|Swansea City|Team Ineos|Team Sky|Torino|Tottenham
|Tottenham Hotspur|Udinese|Union Berlin|VfB Stuttgart|VfL Wolfsburg|Wallabies|Werder Bremen|West Brom
|West Bromwich Albion|West Ham|West Ham United|Wolverhampton Wanderers
|Zenit|Zenit St Petersburg""".replace("\n", "").split("|")
)
"""Clubs and teams whose names are not those of their towns."""
