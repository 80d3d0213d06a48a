/**
 * What an occupation, an office or a holding has to do with the general business of a council: a thesaurus written by
 * hand from what councils decide. The first list stands in an interest, the second in the title of an item. A cue of
 * several words is found with its words side by side; plurals are the same as singulars.
 */
interface Topic {
  id: string;
  member: string;
  item: string;
}

const TOPICS: readonly Topic[] = [
  {
    id: 'taxis',
    member:
      'taxi, hackney carriage, private hire, minicab, cab driver, chauffeur, taxi driver, taxi proprietor',
    item: 'taxi, hackney carriage, private hire, hackney, minicab, driver licence, drivers licence, cab',
  },
  {
    id: 'allotments',
    member: 'allotment, allotment holder, plot holder, allotment society, allotments association',
    item: 'allotment, allotment rent, smallholding',
  },
  {
    id: 'garages',
    member: 'garage tenancy, council garage, garage tenant, rent a garage, rents a garage, lock up garage',
    item: 'garage, garage rent',
  },
  {
    id: 'council-housing',
    member:
      'council tenant, council house, council flat, council tenancy, tenant of the council, tenancy council property, tenant council property, council property, secure tenant, secure tenancy, council leaseholder, housing tenant, council home, right to buy',
    item: 'housing rent, house rent, rent setting, rent review, rent increase, council rent, housing revenue account, tenancy agreement, tenancy policy, tenancy strategy, tenant engagement, tenant satisfaction, council housing, council home, dwelling rent, leaseholder charge, service charge, housing repair, stock condition, right to buy, housing allocation, decent home, tenant participation',
  },
  {
    id: 'private-letting',
    member:
      'landlord, private landlord, buy to let, let property, rental property, rented property, letting, lettings, letting agent, hmo, multiple occupation, multiple occupancy, house in multiple, rent out, rented out, tenanted property',
    item: 'private rented, selective licensing, landlord, hmo, multiple occupation, multiple occupancy, renter, article 4, private sector housing, letting, rented sector, housing enforcement',
  },
  {
    id: 'holiday-letting',
    member:
      'holiday let, holiday cottage, second home, bed breakfast, guest house, guesthouse, hotelier, airbnb, holiday accommodation, self catering, caravan park, caravan site, campsite, camping site',
    item: 'holiday let, second home, short term let, visitor levy, tourism levy, tourist tax, tourism, visitor accommodation, council tax premium, caravan site licence, camping, visitor economy',
  },
  {
    id: 'empty-property',
    member: 'empty property, empty home, empty house, vacant property, unoccupied property',
    item: 'empty home, empty property, council tax premium, long term empty, vacant property',
  },
  {
    id: 'schools',
    member:
      'school governor, governor, governing body, teacher, headteacher, head teacher, teaching assistant, deputy head, school business manager, school caretaker, school clerk, school secretary, academy trustee, academy trust, multi academy, school cook, higher level teaching, schools forum, pupil referral, parent governor',
    item: 'school, schools forum, education, school funding, school admission, admission arrangement, dedicated school, school organisation, school place, academy, special educational, send, pupil, school meal, school transport, teacher, academisation, school improvement',
  },
  {
    id: 'colleges',
    member:
      'lecturer, college governor, college, university, further education, sixth form, tutor, adult education',
    item: 'further education, skills strategy, skill, college, apprenticeship, adult learning, adult education, sixth form, university',
  },
  {
    id: 'early-years',
    member:
      'childminder, childminding, nursery owner, day nursery, nursery school, nursery manager, pre school, preschool, playgroup, childcare, early year, toddler group, nursery nurse, nursery',
    item: 'early year, childcare, nursery provision, nursery education, nursery school, childminder, pre school, preschool, playgroup, free entitlement, children centre, best start, family hub, nursery',
  },
  {
    id: 'fostering',
    member:
      'foster carer, foster care, foster, fostering, adopter, kinship carer, shared live carer, adoptive parent',
    item: 'foster carer, foster, fostering, adoption service, looked after, care leaver, corporate parenting, kinship, children in care, placement sufficiency',
  },
  {
    id: 'adult-care',
    member:
      'care home, residential home, nursing home, homecare, home care, domiciliary care, domiciliary, care worker, care assistant, support worker, carer, social worker, supported living, care agency, care company, care provider, day care, extra care, unpaid carer, live carer, personal assistant',
    item: 'adult social care, social care, adult care, care fee, care home, home care, homecare, domiciliary, care provider, care market, residential care, carer, nursing home, supported living, extra care, direct payment, day care, adult service, care charge, better care',
  },
  {
    id: 'alcohol-and-entertainment',
    member:
      'publican, licensee, public house, pub, pub landlord, inn, brewery, bar owner, wine bar, nightclub, night club, off licence, designated premises supervisor, dps, licensed trade, premises licence, club steward, innkeeper, landlord of the, restaurateur, restaurant owner, takeaway, hot food, restaurant, cafe, live music',
    item: 'licensing policy, licensing act, licensing statement, late night levy, cumulative impact, night time economy, public house, pub, pavement licence, premises licence fee, licensing fee, statement of licensing, alcohol, early morning restriction, temporary event, hot food takeaway, food hygiene',
  },
  {
    id: 'gambling',
    member: 'bookmaker, betting shop, betting, casino, bingo, amusement arcade, gambling, gaming, lottery',
    item: 'gambling, gambling act, gambling policy, casino, gaming, betting, lottery, amusement arcade',
  },
  {
    id: 'farming',
    member:
      'farmer, farm, farming, agricultural, agriculture, farm partnership, agricultural holding, grazing, farmland, dairy farmer, smallholding, grower, nfu, country landowner, beef, arable, livestock, horticulture, poultry, sheep',
    item: 'county farm, council farm, farm tenancy, farm estate, agricultural, agriculture, farm, smallholding, farming, rural estate, food strategy, livestock market, nutrient, nitrate, grazing',
  },
  {
    id: 'buses',
    member:
      'bus company, bus driver, bus operator, coach operator, coach driver, coach company, bus, bus service, minibus operator, coach hire, school bus',
    item: 'bus service, bus, bus subsidy, bus improvement, supported bus, public transport, concessionary travel, concessionary fare, bus franchising, bus station, home to school transport, passenger transport, school transport',
  },
  {
    id: 'community-transport',
    member: 'community transport, dial ride, dial a ride, volunteer driver, community bus, community car',
    item: 'community transport, dial ride, demand responsive, community bus, passenger transport',
  },
  {
    id: 'railways',
    member:
      'rail user, railway, train driver, train operator, train, railway society, rail, community rail, network rail',
    item: 'rail strategy, rail, railway, train service, station improvement, community rail, railway station',
  },
  {
    id: 'haulage',
    member: 'haulage, haulier, lorry driver, hgv driver, road haulage, freight',
    item: 'freight, lorry, lorries, hgv, weight limit, lorry park, haulage',
  },
  {
    id: 'cycling-and-walking',
    member:
      'cycling, cyclist, cycle, cycling club, cycling campaign, rambler, walking group, walker, bridleway, horse rider, british horse',
    item: 'cycling, cycle, cycle route, cycleway, active travel, walking, cycle lane, public right way, right way, footpath, bridleway',
  },
  {
    id: 'parking',
    member:
      'parking permit, car parking, parking space, car park, parking pass, season ticket, permit holder, resident permit',
    item: 'parking, car park, parking charge, parking permit, resident parking, controlled parking, civil parking, parking order, parking strategy',
  },
  {
    id: 'shops-and-markets',
    member:
      'market trader, market stall, stallholder, stall holder, street trader, street trading, shopkeeper, shop owner, retailer, chamber of trade, chamber trade, traders association, town centre business, market tenant, shop',
    item: 'market, market stall, stall rent, market rent, street trading, street trader, high street, town centre, shopfront, markets, shop front',
  },
  {
    id: 'business-rates',
    member:
      'small business, business owner, small business owner, business rate, ratepayer, chamber of commerce, chamber commerce, federation of small, sole trader, business premises, owner of a business',
    item: 'business rate, domestic rate, non domestic rate, discretionary rate, rate relief, business grant, business improvement district, business support, small business',
  },
  {
    id: 'rate-relief-for-charities',
    member:
      'charity, charity trustee, trustee of a charity, community centre, village hall, community hall, church hall, memorial hall, amateur sports',
    item: 'discretionary rate, rate relief, discretionary relief, voluntary sector, community hall, village hall, community centre, community asset, asset transfer, voluntary organisation, community building',
  },
  {
    id: 'council-tax-support',
    member:
      'council tax reduction, council tax support, council tax benefit, housing benefit, universal credit, benefit recipient',
    item: 'council tax reduction, council tax support, housing benefit, hardship fund, household support, discretionary housing payment, welfare benefit',
  },
  {
    id: 'council-staff',
    member:
      'employed ~ council, employee ~ council, council employee, employed by authority, works for ~ council, work for ~ council, council officer, local government officer, council staff',
    item: 'pay policy, pay award, staff pay, employee code, employees code, officer code, conditions of service, terms conditions, staffing, staff restructure, redundancy, workforce, job evaluation, human resource, pay and grading, senior management, organisational change, pay scale, local government pay, employee',
  },
  {
    id: 'pensions',
    member:
      'local government pension, pension scheme, pension fund, council pension, lgps, pensioner of the, pension',
    item: 'pension, pension fund, pension scheme, pensions committee, lgps, local government pension, pension board, pension investment',
  },
  {
    id: 'firefighters',
    member:
      'firefighter, fire fighter, fire authority, fire rescue, fire service, retained firefighter, fire brigade',
    item: 'fire authority, fire rescue, fire service, fire station, firefighter, fire cover, fire safety, emergency response',
  },
  {
    id: 'police',
    member:
      'police officer, police constable, pcso, constabulary, special constable, police staff, police crime panel, police investigator',
    item: 'police, policing, police crime, community safety, crime commissioner',
  },
  {
    id: 'pharmacy',
    member: 'pharmacist, pharmacy, chemist, dispensing',
    item: 'pharmacy, pharmaceutical, pharmacies, pharmaceutical need',
  },
  {
    id: 'dentists-and-doctors',
    member:
      'dentist, dental, general practitioner, gp, gp surgery, doctor, medical practice, gp practice, patient participation',
    item: 'dentistry, dental, gp access, primary care, general practice, gp surgery, doctor surgery, health centre, fluoridation, gp',
  },
  {
    id: 'mental-health',
    member: 'mental health, counsellor, psychologist, psychotherapist, mind, psychiatric nurse',
    item: 'mental health, suicide prevention, mental wellbeing, counselling',
  },
  {
    id: 'sports-clubs',
    member:
      'football club, cricket club, rugby club, hockey club, sports club, junior football, sports association, playing field, rfc, afc, sport club, athletic club, football, cricket, rugby, hockey',
    item: 'playing pitch, sports pitch, playing field, sport facility, sports facility, sports ground, pitch hire, pitch strategy, pitch fee, pitch, sport pavilion, leisure strategy, sport strategy, football pitch, cricket pitch, sports club, football, cricket, rugby, hire of pitches, sport grant, outdoor sport, sports council',
  },
  {
    id: 'other-sports',
    member:
      'tennis club, bowls club, bowling club, athletics club, swimming club, golf club, rowing club, netball club, sports club, tennis, bowls, swimming, netball, golf, badminton, gymnastic, sports association, canoe club',
    item: 'sport facility, sports ground, bowling green, tennis court, leisure strategy, sport strategy, sports club, bowls, tennis, swimming pool, swimming, golf course, sport grant, outdoor sport, sports council, golf',
  },
  {
    id: 'leisure-operators',
    member:
      'leisure centre, gym, fitness instructor, personal trainer, leisure trust, swimming teacher, fitness',
    item: 'leisure service, leisure contract, leisure management, leisure provision, leisure centre, leisure operator, leisure facility, swimming pool',
  },
  {
    id: 'arts-and-heritage',
    member:
      'theatre, arts centre, gallery, museum, heritage trust, heritage society, civic society, arts trust, artist, local history, drama, amateur dramatic, music festival, history society, archaeological, civic trust, cinema, orchestra, choir',
    item: 'arts, culture, cultural, theatre, museum, heritage, heritage strategy, arts grant, conservation area, listed building, arts centre, public art, cultural strategy, museum service, local list',
  },
  {
    id: 'libraries',
    member: 'librarian, library volunteer, friends of library, library, community library',
    item: 'library, libraries, library service, library strategy',
  },
  {
    id: 'youth',
    member:
      'youth club, scout, guide, scouts, girlguiding, youth worker, youth centre, young farmers, cadet, yfc, youth group, brownie, boys brigade',
    item: 'youth service, youth provision, youth club, youth strategy, youth centre, youth work, youth grant, holiday activity, uniformed group',
  },
  {
    id: 'advice',
    member:
      'citizen advice, citizens advice, advice bureau, cab, law centre, debt advice, welfare rights, advice centre, credit union, foodbank, food bank',
    item: 'advice service, advice contract, citizen advice, welfare rights, debt advice, information advice, financial inclusion, food poverty, food bank, foodbank, credit union, cost of living, poverty, food strategy, household support',
  },
  {
    id: 'homelessness',
    member:
      'homeless charity, homelessness, homeless, night shelter, women refuge, refuge, shelter, hostel, rough sleeping, supported housing',
    item: 'homelessness, homeless, rough sleeping, rough sleeper, temporary accommodation, domestic abuse, hostel, supported housing, refuge',
  },
  {
    id: 'housing-associations',
    member:
      'housing association, registered provider, social landlord, almshouse, almshouses, community land trust, housing trust, housing society, housing cooperative, housing officer',
    item: 'affordable housing, registered provider, housing association, social housing, housing strategy, housing allocation, nomination agreement, housing delivery, housing need, community led housing',
  },
  {
    id: 'voluntary-sector',
    member:
      'voluntary service, voluntary action, community foundation, volunteer centre, voluntary sector, voluntary association, council for voluntary',
    item: 'voluntary sector, voluntary community, vcse, vcs, community grant, third sector, voluntary organisation, grant to voluntary, grants programme',
  },
  {
    id: 'building-and-land',
    member:
      'property developer, house builder, housebuilder, land agent, planning consultant, estate agent, chartered surveyor, architect, builder, quantity surveyor, landowner, land owner, development land, potential site, promoter of, option agreement, land promoter, building company, owns land, agricultural land',
    item: 'local plan, local development plan, ldp, site allocation, call for site, planning policy, neighbourhood plan, housing land, land supply, core strategy, planning obligation, community infrastructure levy, cil, article 4, design code, strategic housing, development plan, green belt, local development, design guide, supplementary planning',
  },
  {
    id: 'energy',
    member:
      'solar, wind turbine, renewable energy, wind farm, solar farm, solar panel, battery storage, heat pump, anaerobic digester, energy company',
    item: 'renewable energy, solar, wind energy, wind turbine, energy strategy, heat network, net zero, local area energy, climate, decarbonisation',
  },
  {
    id: 'quarries',
    member: 'quarry, quarrying, mineral extraction, aggregates, mineral rights, sand gravel, mining',
    item: 'mineral plan, minerals plan, minerals local, minerals waste, quarry, aggregates, mineral',
  },
  {
    id: 'waste',
    member:
      'waste company, waste contractor, skip hire, waste carrier, scrap metal, waste management, recycling company, refuse collector, scrap dealer',
    item: 'waste collection, waste contract, waste strategy, recycling, waste disposal, scrap metal, refuse collection, trade waste, commercial waste, bulky waste, household waste, waste service, waste management',
  },
  {
    id: 'flooding',
    member:
      'drainage board, internal drainage, flood action, flood group, flood warden, flooded property, riparian, flood forum, flood risk',
    item: 'flood, flooding, flood risk, drainage board, drainage levy, special levy, land drainage, flood alleviation, flood defence, drainage, sustainable drainage',
  },
  {
    id: 'burials',
    member:
      'funeral director, undertaker, monumental mason, burial plot, grave, burial board, funeral, memorial mason, stonemason, exclusive right of burial, vicar, churchwarden, church warden, parochial church',
    item: 'burial, cremation, cemetery, cemeteries, crematorium, burial fee, memorial safety, churchyard, bereavement service, interment',
  },
  {
    id: 'animals',
    member:
      'veterinary, veterinary surgeon, kennel, cattery, dog breeder, dog breeding, pet shop, riding school, livery, livery stable, dog walker, dog groomer, animal boarding, animal rescue, dog owner',
    item: 'animal licensing, animal welfare, dog control, dog fouling, dog warden, animal boarding, dog breeding, pet shop, riding establishment, stray dog, kennel, licensing of animals, animal activity, dog',
  },
  {
    id: 'beauty',
    member:
      'hairdresser, tattooist, beauty salon, beautician, tattoo studio, barber, cosmetic, piercing, massage',
    item: 'skin piercing, tattooing, special treatment, cosmetic, massage and special, piercing, hairdresser',
  },
  {
    id: 'boats',
    member:
      'mooring, boat owner, marina, narrowboat, houseboat, harbour, fisherman, fishing boat, boat club, sailing club, yacht club, boatyard, ferry operator, angling club, angling',
    item: 'mooring, mooring fee, harbour, marina, boat, harbour due, quay, slipway, ferry, fishery, fishing, angling, waterways, port',
  },
  {
    id: 'beach-huts',
    member: 'beach hut, beach chalet, foreshore licence, deckchair',
    item: 'beach hut, beach chalet, seafront, foreshore, beach',
  },
  {
    id: 'travellers-and-park-homes',
    member: 'park home, mobile home, residential caravan, showman, showmen, gypsy, traveller site',
    item: 'park home, mobile home, gypsy, traveller, site licensing, travelling showpeople, caravan site',
  },
  {
    id: 'parishes',
    member:
      'parish councillor, town councillor, charter trustee, community councillor, parish clerk, parish council, town council, community council, parish meeting',
    item: 'community governance, parish precept, parish council, parish councils, parish charter, town council, parish boundary, parish funding, parish grant, community council, local council, double taxation, concurrent function, parish remuneration',
  },
  {
    id: 'events',
    member:
      'event organiser, events company, festival organiser, carnival committee, carnival, bonfire, agricultural show, show committee, fairground',
    item: 'event policy, event, events programme, carnival, festival, firework, bonfire, event fund, fairground, street party',
  },
  {
    id: 'broadband',
    member: 'broadband, telecommunication, telecom, phone mast, mobile mast',
    item: 'broadband, telecommunication, digital infrastructure, digital connectivity, mast, 5g',
  },
  {
    id: 'cleaning-and-grounds',
    member:
      'grounds maintenance, landscape gardener, tree surgeon, gardener, window cleaner, cleaning contractor, arborist, landscaping',
    item: 'grounds maintenance, ground maintenance, grass cutting, tree maintenance, tree work, tree strategy, street cleansing, cleaning contract, landscape maintenance, tree policy, verge cutting',
  },
  {
    id: 'roads',
    member:
      'highway contractor, civil engineering contractor, surfacing contractor, gritting, road contractor, highways contractor',
    item: 'highway maintenance, highways contract, road resurfacing, winter service, gritting, winter maintenance, highway contract, term maintenance, pothole',
  },
  {
    id: 'catering',
    member: 'caterer, catering company, school meal, school catering, contract catering, school cook',
    item: 'catering, school meal, meals at home, meals on wheels, catering contract, free school meal',
  },
  {
    id: 'faith',
    member:
      'church council, mosque, minister of religion, vicar, priest, churchwarden, chapel trustee, synagogue, gurdwara, temple, standing advisory council on religious',
    item: 'religious education, sacre, place of worship, faith, churchyard, religious',
  },
  {
    id: 'older-people',
    member:
      'age concern, age uk, older people, luncheon club, day centre, befriending, lunch club, pensioners association',
    item: 'older people, age friendly, day centre, day opportunity, day service, loneliness, ageing well, lunch club, luncheon club',
  },
  {
    id: 'disability',
    member:
      'disability, disabled, blue badge, wheelchair, learning disability, disabled facilities, autism, deaf, blind, special needs',
    item: 'disability, disabled facility, blue badge, learning disability, accessibility, autism, disabled people, shopmobility, sensory, disabled',
  },
  {
    id: 'members-allowances',
    member: 'special responsibility allowance, member allowance',
    item: 'member allowance, allowance scheme, remuneration panel',
  },
];

/** Interests that point at a place without naming it, and items about one place. */
export const NEIGHBOUR_CUES = `
  adjacent, adjoining, adjoins, neighbour, neighbouring, neighbours, next door, nearby property, nearby land, opposite, backs onto, overlook, overlooks,
  applicant, the site, landowner, land owner, objector, affected property, part owner`;
export const ONE_PLACE_CUES = `
  planning application, proposed land, site, pre application, proposed development, compulsory purchase,
  traffic regulation, tree preservation, right way, footpath diversion, station access, play area, neighbouring, ldp, local plan, development plan`;

export { TOPICS, type Topic };
