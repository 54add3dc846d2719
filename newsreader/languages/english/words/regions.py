"""Cities and provinces of the world that news names without their country, but for those that are surnames, too."""

from __future__ import annotations

PROVINCES = frozenset(
    """Aberdeenshire|Abruzzo|Aceh|Adygea|Aisne|Alberta|Alentejo|Algarve|Alsace|Altai|Amhara|Anbar|Andalucia|Andalusia
|Andhra Pradesh|Anhui|Antioquia|Apulia|Aquitaine|Aragon|Ardennes|Ardèche|Ariège|Arunachal Pradesh|Assam|Asturias
|Auvergne|Aveyron|Baden-Württemberg|Bahia|Balochistan|Baluchistan|Bashkortostan|Basilicata|Basque Country|Bavaria
|Bayelsa|Bedfordshire|Benishangul-Gumuz|Berkshire|Bihar|Borno|Bouches-du-Rhône|Brandenburg|British Columbia|Brittany
|Buckinghamshire|Bukovina|Burgundy|Buryatia|Cabo Delgado|Calabria|Calvados|Cambridgeshire|Campania|Cantabria
|Carmarthenshire|Cataluña|Cauca|Cebu|Chaco|Charente|Charente-Maritime|Cheshire|Chhattisgarh|Chiapas|Chihuahua
|Chongqing|Chubut|Coahuila|Cornwall|Corrèze|County Antrim|County Cork|County Down|County Kerry|County Mayo|Crimea
|Cumbria|Côte d’Azur|Côte d’Or|Dagestan|Dalarna|Dalmatia|Darfur|Deir ez-Zor|Derbyshire|Devon|Dhofar|Diyala
|Dnipropetrovsk|Donegal|Donetsk|Dordogne|Dorset|Doubs|Drenthe|Drôme|East Midlands|East Sussex|Eastern Cape
|Emilia-Romagna|Eritrea|Essonne|Eure|Extremadura|Fife|Finistère|Flanders|Franche-Comté|Free State|Friuli|Fujian
|Galicia|Galilee|Galway|Gansu|Gascony|Gauteng|Gelderland|Ghazni|Gilgit-Baltistan|Gironde|Gloucestershire|Goa
|Goiás|Golan Heights|Greater Manchester|Groningen|Guanajuato|Guangdong|Guangxi|Guerrero|Guizhou|Gujarat|Gwynedd|Hainan
|Hampshire|Haryana|Haute-Garonne|Haute-Savoie|Hebei|Heilongjiang|Helmand|Henan|Herat|Herefordshire|Hertfordshire|Hesse
|Himachal Pradesh|Hokkaidō|Hubei|Hunan|Hérault|Idlib|Ingushetia|Inner Mongolia|Istria|Isère|Jalisco|Jammu|Jharkhand
|Jiangsu|Jiangxi|Jilin|Jutland|Kaduna|Kalimantan|Kaliningrad|Kandahar|Karelia|Karnataka|Kazan|Kerala|Khanty-Mansi
|Kharkiv|Kherson|Khuzestan|Khyber Pakhtunkhwa|Kilkenny|Kivu|Kosovo|Krasnodar|Krasnoyarsk|Kunduz|Kursk|KwaZulu-Natal
|Ladakh|Laikipia|Lancashire|Landes|Languedoc|Languedoc-Roussillon|Lapland|Leicestershire|Liaoning|Liguria
|Limousin|Limpopo|Lincolnshire|Loire|Loire-Atlantique|Lombardy|Lorraine|Lower Saxony|Lozère|Lugansk|Luhansk
|Madhya Pradesh|Maharashtra|Maine-et-Loire|Manipur|Manitoba|Maranhão|Marne|Mato Grosso|Mayenne|Mazandaran
|Mecklenburg-Vorpommern|Mecklenburg-Western Pomerania|Meghalaya|Merseyside|Michoacan|Michoacán|Midi-Pyrénées
|Minas Gerais|Mizoram|Molise|Moravia|Morbihan|Mordovia|Morelos|Moselle|Mpumalanga|Murcia|Mykolaiv|Nagaland
|Nagorno-Karabakh|Nangarhar|Navarre|Nayarit|New Brunswick|New South Wales|Newfoundland|Nineveh|Ningxia|Norfolk
|Normandy|North Kivu|North Ossetia|North Rhine-Westphalia|Northamptonshire|Northern Cape|Northern Ireland
|Northern Territory|Northumberland|Northwest Territories|Nottinghamshire|Nova Scotia|Nuevo Leon|Nuevo León|Nunavut
|Oaxaca|Occitanie|Odisha|Ogaden|Ogun|Ontario|Orissa|Oromia|Oxfordshire|Paraná|Pará|Pas-de-Calais|Patagonia
|Pays de la Loire|Pembrokeshire|Pernambuco|Picardy|Piedmont|Poitou-Charentes|Pomerania|Powys|Prince Edward Island
|Provence|Puntland|Pyrenees|Qinghai|Quebec|Queensland|Quintana Roo|Québec|Rajasthan|Rakhine|Rhineland
|Rhineland-Palatinate|Rhône|Rhône-Alpes|Rio Grande do Sul|Rioja|Ruhr|Ryazan|Saada|Saarland|Sabah|Sahel|Sakha|Sakhalin
|Samara|Sarawak|Sarthe|Saskatchewan|Savoie|Saxony|Saxony-Anhalt|Scania|Schleswig-Holstein|Seine-et-Marne
|Seine-Maritime|Seine-Saint-Denis|Shaanxi|Shandong|Shanxi|Shropshire|Sichuan|Sikkim|Silesia|Sinai|Sinaloa|Sindh|Skåne
|Somaliland|Somme|Sonora|South Australia|South Kivu|South Ossetia|South Tyrol|Staffordshire|Styria|Suffolk|Sulawesi
|Sumy|Sussex|Tabasco|Tamaulipas|Tamil Nadu|Tasmania|Tatarstan|Telangana|Thrace|Thuringia|Tibet|Tigray|Tipperary
|Tlaxcala|Transylvania|Trentino|Tripura|Tuscany|Tyrol|Ulster|Umbria|Uttar Pradesh|Uttarakhand|Valais|Valle d’Aosta
|Vaucluse|Vendée|Veneto|Veracruz|Vojvodina|Volgograd|Vologda|Vosges|Wallonia|Warwickshire|West Bengal|West Midlands
|West Sussex|Western Australia|Western Cape|Wiltshire|Worcestershire|Yorkshire|Yucatan|Yucatán|Yukon|Yunnan|Zacatecas
|Zambezia|Zamfara|Zaporizhia|Zaporizhzhia|Zealand|Zeeland|Zhejiang|Île-de-France""".replace("\n", "").split("|")
)
"""Provinces, states, departments and counties outside of the United States."""

TOWNS = frozenset(
    """Aachen|Aarhus|Abbottabad|Aberdeen|Abidjan|Acapulco|Adelaide|Aden|Agra|Ahmedabad|Akron|Albuquerque|Aleppo
|Alicante|Almaty|Anaheim|Anchorage|Ankara|Antalya|Antwerp|Arequipa|Arnhem|Asheville|Ashkelon|Augsburg|Aurangabad
|Avdiivka|Avignon|Bakhmut|Bamako|Bandung|Bangalore|Bangor|Banja Luka|Bari|Barranquilla|Basra|Bayonne|Beersheba
|Belgorod|Belo Horizonte|Belém|Benghazi|Bergamo|Bergen|Bern|Bethlehem|Beverly Hills|Bhopal|Białystok|Bielefeld|Bilbao
|Biloxi|Blackpool|Bochum|Bodø|Boise|Bologna|Bonn|Bordeaux|Bournemouth|Braga|Brasov|Bratislava|Bremen|Bremerhaven
|Brescia|Bridgeport|Brighton|Bristol|Brixton|Brno|Bronx|Brooklyn|Bruges|Bucha|Buffalo|Bursa|Busan|Cadiz|Caen|Cagliari
|Calais|Cali|Cambridge|Camden|Canary Wharf|Cancun|Cancún|Cannes|Cape Canaveral|Cape Town|Caracas|Cardiff|Cartagena
|Casablanca|Catania|Chandigarh|Chapel Hill|Charleroi|Charlottesville|Chartres|Chattanooga|Chelyabinsk|Chemnitz|Chengdu
|Cherkasy|Chernihiv|Chernivtsi|Chiang Mai|Chittagong|Ciudad Juarez|Ciudad Juárez|Clermont-Ferrand|Cluj|Cluj-Napoca
|Coimbra|Colorado Springs|Concepción|Constanta|Coventry|Croydon|Culiacan|Culiacán|Cupertino|Curitiba|Cádiz|Córdoba
|Da Nang|Dakar|Dalian|Damascus|Dar es Salaam|Darmstadt|Davao|Davao City|Davos|Dayton|Daytona Beach|Deir al-Balah|Delft
|Des Moines|Dijon|Diyarbakir|Dnipro|Dortmund|Dresden|Dubrovnik|Duisburg|Dunkirk|Durban|Dusseldorf|Düsseldorf|Eilat
|Eindhoven|El Paso|Enschede|Erbil|Erfurt|Exeter|Faisalabad|Fallujah|Fargo|Fort Lauderdale|Fort Worth|Fortaleza
|Freetown|Freiburg|Fresno|Fukuoka|Fukushima|Funchal|Galveston|Gangnam|Gatwick|Gaziantep|Gdansk|Gdańsk|Gdynia|Genoa
|Ghent|Gold Coast|Goma|Gothenburg|Graz|Green Bay|Greensboro|Grenoble|Grozny|Guadalajara|Guayaquil|Gwangju|Göteborg
|Hackney|Haifa|Haiphong|Hanover|Harbin|Harlem|Harrisburg|Heathrow|Hebron|Heidelberg|Hiroshima|Ho Chi Minh City|Hobart
|Hodeidah|Hollywood|Homs|Honolulu|Hyderabad|Ibadan|Incheon|Innsbruck|Irbil|Irkutsk|Irpin|Isfahan|Islamabad|Islington
|Izmir|Jacksonville|Jaffa|Jaipur|Jalalabad|Jeddah|Jenin|Jersey City|Jinan|Juba|Kabul|Kaohsiung|Karlsruhe|Kassel
|Katowice|Kaunas|Kawasaki|Kazan|Kenosha|Key West|Khan Younis|Khan Yunis|Khartoum|Kherson|Kiel|Kirkuk|Kisumu|Klagenfurt
|Knoxville|Kobe|Konya|Kosice|Kostiantynivka|Krakow|Kraków|Kramatorsk|Kryvyi Rih|Kumasi|Kupiansk|Kyoto|La Coruña
|La Plata|La Rochelle|Lausanne|Le Havre|Le Mans|Leeds|Leiden|Leipzig|Leuven|León|Liege|Lille|Limerick|Limoges|Linz
|Little Rock|Liège|Lodz|Long Beach|Long Island|Lorient|Louisville|Lubbock|Lublin|Lucerne|Lugano|Luhansk|Lusaka|Luxor
|Lviv|Lwów|Maastricht|Maiduguri|Mainz|Makhachkala|Malaga|Malmo|Malmö|Manhattan|Mannheim|Mar del Plata|Mariupol
|Marrakech|Marrakesh|Mashhad|Mazar-i-Sharif|Medellin|Medellín|Melitopol|Memphis|Menlo Park|Miami Beach|Modena
|Mogadishu|Mombasa|Monterrey|Montmartre|Montpellier|Mosul|Mountain View|Mulhouse|Multan|Murmansk|Mykolaiv|Málaga
|Mérida|Münster|Nablus|Nagasaki|Nagoya|Nagpur|Namur|Nanjing|Nantes|Nashville|Newark|Newcastle|Nizhny Novgorod|Norfolk
|Novi Sad|Novosibirsk|Nuremberg|Nîmes|Oakland|Odense|Odesa|Odessa|Oklahoma City|Omaha|Omsk|Oran|Orléans|Ostrava|Ottawa
|Ouagadougou|Oxford|Padua|Palermo|Palm Beach|Palma|Palmyra|Palo Alto|Pamplona|Pasadena|Patna|Perpignan|Perugia
|Pescara|Peshawar|Phuket|Plovdiv|Plymouth|Pokrovsk|Poltava|Port Harcourt|Porto|Porto Alegre|Portsmouth|Potsdam|Poznan
|Poznań|Puebla|Pune|Quetta|Rafah|Raleigh|Ramallah|Raqqa|Ravenna|Rawalpindi|Recife|Redmond|Reims|Rennes|Reno|Reykjavik
|Rijeka|Rivne|Rochester|Rostock|Rostov-on-Don|Rouen|Saarbrücken|Saint-Denis|Saint-Malo|Saint-Étienne|Salamanca|Salerno
|Salzburg|Samarkand|San Antonio|San Bernardino|San José|San Juan|San Sebastian|San Sebastián|Santa Barbara|Santa Clara
|Santa Cruz|Santa Fe|Santa Monica|Sapporo|Scottsdale|Seville|Sfax|Sharm el-Sheikh|Sheffield|Shenyang|Shiraz|Shreveport
|Siena|Sirte|Smolensk|Sochi|Southampton|Spokane|Springfield|Srinagar|Staten Island|Stavanger|Stockton|Stoke-on-Trent
|Stuttgart|Sunderland|Surabaya|Suzhou|Sverdlovsk|Swansea|Syracuse|Szczecin|Tabriz|Tacoma|Taichung|Tainan|Tallahassee
|Tampa|Tampa Bay|Tampere|Tangier|Taranto|Ternopil|Thessaloniki|Tianjin|Tijuana|Timbuktu|Timisoara|Toledo|Topeka|Toulon
|Toulouse|Trieste|Trondheim|Troyes|Tucson|Tulsa|Turku|Tver|Ufa|Uppsala|Utrecht|Uvalde|Uzhhorod|Valencia
|Valparaiso|Valparaíso|Varanasi|Verona|Vicenza|Vigo|Virginia Beach|Vladivostok|Volgograd|Voronezh|Vuhledar|Weimar
|West Palm Beach|Westminster|Whitehall|Wichita|Wiesbaden|Wolfsburg|Wolverhampton|Wroclaw|Wrocław|Wuppertal|Würzburg
|Xi’an|Yekaterinburg|Yokohama|Zadar|Zagreb|Zaragoza|Zinder|Zurich|Zwickau|Zürich|Île de la Cité|Łódź""".replace(
        "\n", ""
    ).split("|")
)
"""Cities, towns and quarters."""
