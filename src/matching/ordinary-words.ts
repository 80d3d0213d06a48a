/**
 * Words of ordinary English that agendas and registers use. A word that stands neither here nor among the frequent
 * words is taken for part of a proper name. Written by hand from what councils do; it holds no name of a body or a place.
 */
const WORDS = `
  abandoned ability able about above absence abuse accept acceptance accepted access accessibility accessible accident
  accommodation account accountability accountant accounting achievement acquire acquisition action active activity add
  addition additional address adjacent adjoin adjoining adjustment administer administrative admission adopt adopted
  adoption advance advert advertising advice adviser advisory advocacy affected affair affordable after against age ageing
  agent agree agreed agreement agricultural agriculture ahead aid aim air airport alarm alcohol all allegation alleged
  allocate allocated allocation allotment allowance alteration alternative ambulance amendment amenity amount amusement
  analysis ancillary angling animal animation annexe announcement anti antisocial any apartment apiary apology apparatus
  appearance applicant appoint appointed appointment apprentice apprenticeship appraisal approach approval approve approved
  aquatic arboricultural archaeology archery architect architecture archive area arena arising armed army arrangement
  arrears arson art article artist asbestos aspiration assembly assess assessment asset assign assignment assist
  assistance associate athletic attendance attenuation auction audit auditor author auto automation autumn availability
  available aviation award awareness away awning
  baby back background bad badge badminton bail bailiff bakery balance bale ball ballet ballot band bank banking bar barber
  barn barrier base based baseline basin basket basketball bat bath battery bay beach beacon bed bedroom bee beer before
  behalf behaviour being benchmark bench benefit benevolent bequest bereavement best bet better betting between bicycle
  bid bidder big bike bill bin biodiversity bird birth black block blind blood blue board boat boarding boating body
  boiler bonfire bond book booking booth border borehole borrow borrowing both boundary bowling bowl box boxing boy
  braille branch brass breach break breakfast breakwater breed breeder breeding brewery brick bridge bridleway briefing
  bring broad broadband brook brother brotherhood brought brown brownfield budgetary budgeting build builder built bulk
  bulky bungalow burial burn business but butcher button buy bylaw bypass
  cab cabin cabinet cable cafe calendar call camera camp campaign camping campsite campus canal cancer candidate canoe
  canteen capacity capital car caravan carbon card cardiac care career carer caretaker cargo carol carpark carpenter carpet
  carriage carriageway carrier carry case cash castle casual cat catering cathedral cattery cattle cause cctv ceiling
  celebration cell cemetery census ceremony certificate certification chain chair challenge chamber champion chance change
  changing channel chaplain character charge charging charity charter chef chemical chemist cheque chicken chief child
  childcare childhood childminder choice choir christian christmas church churchyard cinema circular civic civil claim
  class classroom clean cleaner cleaning cleansing clear clearance clerk client climate climbing closed closing closure
  cloth clothing cloud clubhouse coach coaching coal coast coastal code cohesion cohort coin cold collaboration
  collection collective column combat combined commemorate commemoration comment commerce commercial commission
  commissioned commissioner commissioning commitment committed common communal communication community commutation commute
  commuter compact comparison compensation competition complaint complete completed completion complex compliance component
  composite compost composting comprehensive compulsory computer computing concern concert concession concessionary
  conclusion concrete concurrent condition conduct conference confidential confirm confirmation congress connect connected
  connection connectivity consent consequence conservancy conserve consideration considered consolidated consortium
  constable constabulary constituency constitution constitutional constraint construct constructed consult consultant
  consultation consultee consumer contact container contaminated contamination contingency continuation continue continued
  continuity contraception contractor contribution control controlled controller convenience convention conversion
  convert cook cooking coop cooperative coordination coordinator coping core coroner corporate corporation correspondence
  corridor cost cottage counselling counsel counter counting country countryside couple course courthouse courtyard cover
  coverage craft crane cremation crematorium creation creative credit cremate crew cricket crime criminal crisis criteria
  critical crop cross crossing crown cruise cultural culture cumulative curate current curriculum custody custodian
  customer cut cutting cycle cycling cyclist
  daily dairy damage dance danger dangerous data database date dated day daycare dead deadline deaf deal dealer death
  debate debt decarbonisation decarbonise decision declaration declare decline decorate defence defibrillator defect
  deficit define definition degree delegated delegation delivery demand dementia democracy democratic demolish demolition
  demonstration dental dentist denture departure dependent deposit depot deprivation deputation deregulation dereliction
  derelict design designated designation destination detached detail detailed detection determination determine develop
  developer development developmental deviation device devolution devolved diagnosis dial dialogue diet difference
  different digital digitisation dilapidated dine dining direct direction directive directorate disability disabled
  disadvantage disc discharge disciplinary discipline discount discretion discretionary discrimination discuss discussion
  disease dismissal dispensation dispensing display disposal dispose dispute disrepair disruption distance distribution
  disturbance ditch diverse diversion diversity divert dividend division doctor dock document dog domestic domiciliary
  donate donation door dormer double down draft drain drainage drama draw drawing dredging dress drink drive driver driving
  drop drought drug dry drying duct due duke dump dumping duration duty dwelling dynamic
  ear early earlier earning ease east eat eating eco ecological ecology economic economy ecosystem edge educate educator
  effect effective effectiveness efficiency efficient effluent elderly elder elect elected election elector electoral
  electric electrical electrician electricity element elevation eligible emergency emission employ employed employer
  employment empower empowerment empty enable enabling encampment encroachment end endowment enforce enforcement engage
  engagement engine engineering enhance enhanced enhancement enquiry ensemble ensure entertainment entire entity entrance
  entrepreneur entry enterprise envelope environment equal equality equestrian equine equipment equity erection erect
  error escalation escape essential establish established establishment estimate ethical ethics ethnic evaluation evening
  event eviction evidence examination examiner example excavation exceed exceptional exchange exclusion exclusive executive
  exempt exempted exemption exercise exhibition existing exit expand expansion expectation expenditure expense experience
  expert expiry explore export express expression extend extended extension extent exterior external extra extraction
  extraordinary eye
  fabric face facility fact factory failing failure fair fairground faith fall familiarisation fare farmer farming
  farmland farmstead fast father fault faulty feasibility feature federal fee feed feedback feeding fellow fellowship
  felling female fence fencing ferry fertility festival fibre field fight figure file fill film filming filter final
  find finding fine finish firearm firework firm first fish fisher fisherman fishery fishing fishmonger fit fitness fitting
  five fix fixed fixture flag flagpole flame flat fleet flexible flight flood flooding floor florist flow flower fluoride
  fly flytipping focus follow following food foodbank foot football footpath footway force fore forecast forecourt foreshore
  forest forestry forge form formal format formation former formula forthcoming forward foster fosterer fostering four frame framework
  franchise franchisee fraud free freedom freehold freelance freeman freight frequency fresh friend friendly friendship
  frontage frontline fruit fuel full fun function fundamental funded funder fundraising funeral furniture further future
  gain gallery gamble gambling game gaming gang gap garage gardener gardening gas gate gateway gather gauge gay gender
  genealogy general generation generator geographical gift girl give glass global goal goat god gold golf good goods
  governance government governing grade graduate graffiti graft grain grammar grand grandparent grant graphic grass
  grassland grave gravel graveyard grazing green greenery greengrocer greenhouse greenspace greenway grid grievance grit
  gritting grocer ground groundwork grow grower growing growth guarantee guarantor guard guardian guest guesthouse guidance
  guide guideline guiding guild gull gutter gym gymnastic gypsy
  habitat hackney hair hairdresser hairdressing half ham handicapped handling handyman happy harassment harbour hardship
  hard harm harmony harvest hate haulage have hazard hazardous head headquarter headquarters headstone headteacher
  hearing heart heat heath heating heavy hedge hedgerow height help helper herd heritage hide high hire hirer historic
  historical history hit hive hobby hockey hold holder holding hole holiday homecare homeless homelessness homeowner
  homework honorary honour hop horse horticultural horticulture horticulturist hospice hospitality host hostel hot hour
  house houseboat household householder houses human humane hub hunt hunting husbandry hydrant hydro hydrogen hygiene
  ice idea identification identity idle illegal illness illuminated illumination image impact implement implementation
  implication import improve improved improvement improving incentive incident include including inclusion inclusive income
  increase independence independent index indicator individual indoor industrial industry inequality infant infection
  infill influence inform information infrastructure initial initiative injury inland innkeeper innkeeping innovation inquest
  inquiry insight inspection inspector inspiration install installation instructor instrument insulation insurance
  insurer intake integrate integrated integration integrity intelligence intensive intention interaction interest interim
  interior intermediate internal internet interpretation interpreter intervention interview introduce introduction invasive
  investigation investigative investigator invest investment investor invitation invoice involve involved involvement iron
  issue itinerant
  jam jetty jewellery job jobcentre jobseeker join joiner joinery joinder joint journal journey jubilee judge judgement
  judo jumping junction just justice justification juvenile
  karate keep keeper kennel kerb kerbside key kick kid kindergarten kindness kiosk kit kitchen knife know knowledge
  label laboratory labour lake lamp landfill landholding landlord landmark landowner landscape landscaping language large
  last late later laundry lavatory law lawn lawful lawfulness lawyer lay lead leadership leaf leaflet league learn learner
  learning leasehold leaseholder leave leaving lecturer left legacy legal legionella legislation length lesbian letter
  letting level levelling levy liability liaison librarian library licensed licensee licensing life lifeboat lifelong
  lifestyle lifeguard lift light lighting lightning limit limited line link linked liquid liquor list listed listing
  literacy literary literature litter little live livestock lived lives living load loan lobby locality located location
  lock lockup lodge lodging long longterm look lorry loss lost lottery lounge love low luncheon lunch luxury
  machine machinery magazine magistrate mail main mainstream maintain maintained maintenance major majority make makers making
  male malpractice man manage managed manager manner manor manual manufacture manufacturer manufacturing map mapping march
  margin marina marine maritime mark marketing marquee marriage marsh mart martial mass massage master mat match material
  maternity matter mature maximum may mayor mayoral meadow meal mean measure measuring mechanic mechanism media mediation
  medicine medium meet melting membership memorandum memory men mental mentor mentoring merchant merge merger message
  metal meter method metro microchip middle midwife midwifery migration migrant mile military milk milkman mill mind miner
  mineral mini minibus minicab minimum mining minister ministry minor minority minute mission mitigation mix mixed mobile
  mobility model modern modernisation modification module moment money monitor monitoring monument mooring moor more
  morning mortgage mortuary mosque most mother motion motocross motor motorbike motorcycle motorhome motoring motorist
  motorway mountain mounted mountain mouth move movement mower mowing much multi multiple municipal mural music musical
  musician mutual
  name naming narrow nation nationality native natural nature nautical naval navigation navy near nearby necessary need
  needle neglect negotiation neighbour neighbourhood neighbouring nest net netball network neutral neutrality news newsagent
  newsletter newspaper next night nine noise nominate nominated nomination nominee non none normal note noted notice
  notification nuclear nuisance number numeracy nurse nursing nutrient nutrition
  oak oath obesity object objection objective objector obligation observation observatory observer obstruction occasion
  occasional occupancy occupation occupational occupier occupy odour off offence offender offer official offset offshore oil old older
  olympic ombudsman one online onshore open opening operate operation operational operator opera opinion opportunity
  oppose opposite opposition optical optician optimisation option optometrist oral orchard orchestra order ordinary ordnance
  organic organisation organise organised organiser organist origin original orphan osteopath other outage outbuilding
  outcome outdoor outlet outlook outline output outreach outside outstanding outturn oval over overall overcrowding
  overgrown overseas overview own owned owner ownership
  pack package paddock padel page paid paint painter painting pair palace pandemic panel paper parade paramedic parent
  parenting parenthood parishioner parking parliament parliamentary parochial part partial participant participation
  particular partner party pass passage passenger past pastor pastoral pasture patch path pathway patient patron pattern
  pave pavement paving pavilion pay payable payee payment payroll peace peak pedestrian peer penalty pension pensioner
  people percent perform performance performing perimeter period permanent permission permissive permit permitted person
  personal personnel pest pet petition petrol petroleum pharmaceutical pharmacist pharmacy phase phased philharmonic
  phone photo photograph photographer photography physical physiotherapist physiotherapy piano picking picnic pick
  piece pier pig pigeon pilot pipe pipeline pit pitch pizza place placement plain planned planner planning plant planting
  plaque plastic plate platform play player playgroup playground plot plumber plumbing poem poetry point policing
  policy political poll polling pollution pond pool poor population port porter portfolio position positive possible post
  postal poster postman postmaster pot pothole potential poultry poverty powder power practice practitioner prayer preapplication
  precept precinct preferred pregnancy premises premise premium preparation prepare preparedness prescription present
  presentation preservation preserve preserved president press pressure prevent prevention preventative previous price pricing pride
  priest primary prime print printer printing prior priority prison prisoner prize probation problem procedure proceeding
  process processing procession produce producer product production profession professional professor profile profit
  program programming progress progression prohibited prohibition promote promotion proof proportion proposal proposed
  prosecution prosperity protect protected protection protest protocol provide provided provider provision psychiatric
  psychological psychologist psychology pub publican publication publicity publish published publisher pull pump pumping
  punctuality purchase purchasing purpose push
  quadrant qualification quality quantity quarry quarter quarterly quay query question questionnaire quick quiet quota
  quotation quote
  rabbit race racecourse racing racism radar radio raffle rail railing rain ramble rambler ramp range ranger rape rate
  ratepayer rating ratification ratio raw reach read reader reading ready real realm rear reason reasonable rebuild rebate
  recall receipt receive received reception recipient reciprocal recommend recommendation reconciliation reconstruction
  record recorder recording recover recovery recruit recruiting recruitment rectory recyclable recycle recycling redevelop
  redevelopment redress redundancy redundant reduce reduced reduction reed reference referral referendum reform
  refresh refreshment refuge refugee refund refurbish refurbished refurbishment refusal refuse refused regard regatta
  regeneration regiment regimental region register registered registrar registration regular regulate regulated regulation
  regulatory rehabilitation rehearsal reinstatement rejection related relating relation relationship relative release
  relevant reliability relief religion religious relocate relocated relocation remain remaining remedial remediation
  remembrance remit remote removal remove removed remuneration renew renewable renewal renovation rent rental renter
  reopen reorganisation repair repairs repayment repeat replace replacement reply report reporting represent
  representation representative reprovision request requested require required requirement rescue research reserve
  reserved reservoir resettlement resident residence residential residual resignation resilience resilient resolution
  resort resource respect respite response responsibility responsible rest restaurant restaurateur restoration restore
  restored restricted restriction restructure restructuring result resurfacing retail retailer retain retained retention retire
  retirement retrofit retrospective return returned reuse revenue reverse reviewed reviews revise revised revision
  revitalise revival revocation rhyme rider riding rifle ring rise risk rite rival river riverbank riverside roadshow roof
  roofing room rotary rota rotation rough round roundabout route routine rowing rubbish rugby rule run runner running rural
  rush
  sacred safe safeguard safeguarding safer safety sail sailing salary sale salon salt salvage same sample sanction sand
  sanitary satellite satisfaction save saving saver scaffolding scaffold scale scene school schoolchildren science
  scientific scope scoring scout scouting scrap screen screening script scrutiny sculpture sea seafront seal search
  season seasonal seat seating second secondment secrecy secret secretary section sector secure security see seed
  segregation select selected selection selective sell seller semi send senior sensory sensitive sent separate series serious serve
  served session set setting settlement seven severance sewage sewer sewerage sewing sex sexual shadow shared shareholder
  shareholding sharing shed sheep sheet shellfish shelter sheltered sheriff shift ship shipping shoot shooting shopper
  shopping shopkeeper shopfront shore shoreline short shortage shortlist show shower showground showpeople shredding shrub
  shuttle sick side siding sight sign signage signal signed signing silver similar simplify single singing sister site six size skate
  skatepark skateboard ski skill skip slaughter sleep sleeper sleeping slipway slope slow small smallholding smart smoke smoking
  snooker snow soccer socio sociable software soil solar soldier sole solicitor solution song sound source space special
  specialist specific specification spectrum speech speed speeding spend spending sponsor sponsored sponsorship spot spouse
  spring square squash stable stabling staff staffing stage stair stakeholder stall stallholder standard standing star start
  state statement station stationery statistic statistics status statute statutory stay steam steel steering step sterile
  stewardship sticker stock stone stop storage storey storm story straight strategic straw stray stream streetlight
  streetlighting streetscape streetscene strength strengthening stress strip stroke strong structural structure student
  studio study subcontract subject submission submit submitted subscription subsidence subsidiary subsidy substance
  substation substitute suburban success successful successor suffrage sugar suicide suite summary summer summit sun
  superintendent superstore supervision supervisor supper supplement supplementary supplier supply support supported
  supporter supporting surface surfacing surgeon surplus surveillance survey surveying surveyor suspension sustain
  sustainability sustainable sweeping swimmer swimming sword synagogue synthetic system
  table tackle tackling tailor take takeaway taken taking talent talk target tariff task taskforce taste tattoo tattooist tax
  taxation taxpayer tea teach teaching team tech technical technician technological technology teenage teenager telecom
  telecommunication telephone television temple temporary ten tenancy tenant tennis tent term terminal termination test
  testing textile thank theatre theft theme therapist therapy thing third thought threat threshold thriving ticket
  ticketing tidal tide tidy timber time timetable tip tipping tobacco today together toilet toll tomorrow ton tool top topic
  total tour touring tourism tourist tower townscape township toxic toy track tractor trade trader tradesman traditional traffic
  trail trailer train trainee trainer training tram transaction transfer transferred transferring transform transformation
  transgender transit transition translation transparency transparent transporter travel traveller travelling treasurer
  treasury treat treatment treaty tree tribunal tribute trip trophy truck trunk trusted trusteeship tuition tunnel
  turbine turnover tutor tutoring twin twinning two type typhoon
  ultra unauthorised uncontested under underground underpass undertaker undertaking unemployed unemployment uniform
  union unique unitary universal unlawful unlicensed unmet unpaid unregistered unsafe unscheduled update upgrade upgraded upkeep uplift
  urban urgency urgent usage use used user utility utilities
  vacancy vacant vaccination validation valley valuation value valued valuer van vandalism variation variety various vary
  vegan vegetable vegetation vehicle venue verge verification verify version vessel vet veteran veterinary viability viable
  vicar vicarage victim victory video view viewing village vintage violation violence virement virtual visa vision visit
  visiting visitor visual vocational voice voluntary volunteering vote voter voting voucher vulnerability vulnerable
  wage wait waiting waiver wake walker walking wall wallpaper want war ward warden warehouse warm warmer warning wash
  washing watch watercourse watering waterfront waterway waterside weapon wear weather web website wedding weed week weekend
  weekly weigh weight welcome weld welder welfare well wellness west wetland wharf wheel wheelchair whistleblowing
  white whole wholesale wide widening widow wild wilderness wildlife will wind windfarm window windmill wine wing winter wireless
  within without witness woman women wood woodland woodwork wool word worked worker workforce working workman workplace
  works workshop world worship write writer writing written wrong
  yacht yard year yearly yoga young younger youngster your zero zone zoning zoo
  acre aged agm agreement alley along already always among aqueduct arch arm arrival asylum attach attendant attract
  aunt uncle cousin nephew niece grandson granddaughter grandfather grandmother wife husband daughter sibling fiance
  banner barge barrister bedsit beekeeper beekeeping berth bookmaker brownie bulletin cadet calf canvas cashier centenary
  checkout chiropodist circus cobbler coffee comedy company composer confectioner congregation conservatory convent
  councillor courier croft cub decorator detective dietician diocese diocesan disco draughtsman drayage drummer dyslexia
  egg electronic embroidery encouragement estuary exam falconry fashion fauna ferryman finance flora flour fuelling
  gamekeeper gazebo geology glazing gospel gosling governor granary griddle grocery grotto guildhall gunsmith hamlet
  headland hearse hen hillside horsebox hosiery housekeeper hypnotherapist illustrator immigration jazz jury justice
  knitting lacrosse ladder lecture lido lorries mansion mason masonic masseur mediator methodist anglican catholic baptist
  islamic muslim jewish hindu sikh buddhist evangelical quaker muck oven ox paperwork parsonage pensions piping plaster
  plasterer podiatrist podiatry polo pony potter pottery quilt radiographer receptionist reporter reservist roofer
  saddlery sapling sawmill seamstress secretarial seminar shepherd shire smallholder smokehouse stonemason storyteller
  striking swan tannery tapestry tarmac taxidermy tearoom tithe tombola translator triathlon turf turnstile typist
  upholstery valet vine vineyard violin weaver weaving weir wicket winery wrestling yachting youth jobs doorstep
  england english wales welsh scotland scottish ireland irish britain british european europe commonwealth northwest
  northeast southwest southeast midland midlands uk eu nhs mp mps hmo hmos cpo dps pcc pcso ofsted send sen gp ict hr cctv
  ptfa pta pcc tv dvd lgps covid coronavirus brexit defra dfe dwp dft mhclg gdpr foi sla psp pspo tpo cil s106 agm`;

export const ORDINARY_WORDS: string = WORDS;
