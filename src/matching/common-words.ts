/** Words that say nothing by themselves about whom or what a text is about. Written by hand, for any council. */
import { stemOf } from './words.js';

export const setOf = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));
/** The same without the endings of plurals. */
export const stemsOf = (words: string) => new Set([...setOf(words)].map(stemOf));

/** Join the words of a name and never begin or end one. */
export const JOINING = setOf('of and the for in on at de la le y yr ar a an upon by with to from or');

/** Legal forms: dropped from the end of a name before it is compared. */
export const LEGAL_FORMS = setOf('limited plc llp lp cic cio company inc incorporated');

/** What a person is or holds: dropped from both ends of a name. */
export const ROLES = setOf(`
  chair chairman chairwoman chairperson vice deputy director directors member members trustee trustees governor governors
  board owner joint co-owner coowner partner spouse husband wife son daughter brother sister parent employee employed employer
  manager officer engineer nurse teacher assistant secretary treasurer president councillor cllr volunteer patron adviser
  consultant shareholder shares share tenant landlord lease licence land house flat property self-employed self retired
  former associated connected with mr mrs ms miss dr lead senior head main job work works worker working paid unpaid
  part full time voluntary customer clerk representative friend friends supporter user holder involved`);

/** What a council does all day. Any item may have these words. */
const COUNCIL_WORDS = `
  council councils councillor cllr committee panel cabinet forum local authority authorities government county borough
  district parish metropolitan unitary department service services office team unit scheme schemes programme project
  plan plans strategy policy policies report update review annual budget finance financial fund funds funding funded grant grants award awards
  planning application applications licence licences licensing permission appeal order notice motion minutes meeting agenda item items
  public private development developments contract contracts tender procurement management administration
  labour conservative liberal democrat democrats reform independent party plaid unionist
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`;

/** What an item does with its subject: it is seldom its subject. */
const PROCESS_WORDS = `
  consideration consider response respond improvement enhanced enhancement arrangement arrangements consultation transfer
  transferring setting performance approval approve approved implementation delivery framework amendment variation vary
  proposal proposals proposed statement revised revision draft final future current new year quarter quarterly month
  monitoring progress outcome outcomes recommendation recommendations appointment appoint nomination representative
  representatives request requests requested support information key data result results change changes charge charges fee
  fees rate rates level cost costs price value total general main various other further additional next first second third
  one two three four five six term terms condition conditions reference section part phase stage stages set use used made
  make making take taking give given receive received note noted agree agreed adopt adoption adopted assessment analysis
  action actions issue issues matter matters priority priorities objective options option opportunity business case cases
  account accounts statement revenue capital medium long short time date day days week place places area areas site sites
  number name type kind level working work works worker paid unpaid pay member members person people resident residents
  role post job own owner owned ownership owns hold holds holder holding held live lives living near nearby interest interests
  involved involvement associated association connected known share shared family relative friend friends full
  submitted submission statutory legal regulation regulations act outstanding decision decisions delegated draft
  investment invest affected particular potential pilot trial launch position duty power responsibility discussion
  presentation feedback engagement partnership agreement arrangement joint direct quality value review assessment
  provision provide provider providers need needs requirement requirements standard standards target community communities
  organisation organisations body bodies group groups activity activities event events facility facilities small large
  best better good high low more most all any each every early late start end out up down over about within against
  not no any reference my our your their his her its this that which who when where been being have has had was were is are
  be as it if so do does did also via per non pre re etc including include response department transport mayor mayoral none nil applicable retired retirement announcement announcements
  welcome apology apologies absence declaration declarations update updates ward wards vice`;

/** Words that many bodies, places and items have in their names. A name made of them alone seldom matches. */
const KIND_WORDS = `
  town city community national regional international royal united kingdom uk england english wales welsh british britain great
  commission agency education educational school schools primary secondary infant junior academy college university nursery
  pupils children young youth families adult adults social care health healthcare wellbeing hospital hospitals nhs medical surgery
  clinic foundation trust trusts charity charitable association society club federation union institute institution
  centre hall house building buildings church chapel memorial village green park garden gardens farm field fields playing
  sports sport leisure recreation arts museum library theatre market shop shops store stores hotel inn
  housing homes home estate estates property properties land construction contractor contractors
  consulting consultancy solutions systems holdings enterprise enterprises
  businesses trading transport highways highway traffic bus rail railway taxi road st lane avenue drive close way court
  crescent place terrace grove row walk square hill hills street police fire rescue waste water energy environmental conservation
  north south east west northern southern eastern western upper lower old little greater central
  green board corporation company limited brothers teaching river canal street wood bridge
  ymca ywca branch section division lodge order guild league network alliance initiative pavilion`;

/** Kinds of body and building: a name whose other words are in small letters may end with one. */
export const BODY_KINDS = stemsOf(`
  agency academy association authority board centre charity church clinic club college commission committee company council
  federation foundation forum group guild hall hospital institute institution league limited network partnership school
  society surgery team trust union university fund bank farm nursery practice brigade band choir festival show`);

/** Words of a business that a short name leaves out. */
export const BUSINESS_FILLER = stemsOf(`
  limited plc llp lp cic cio company inc incorporated group holding holdings stores store services service solutions uk
  international construction developments development contractors contracts trading enterprises enterprise franchise
  supermarket supermarkets retail shop shops consulting consultancy consultants management property properties homes builders
  building engineering ltd bank plc restaurants restaurant logistics distribution systems europe global the and of
  partners partnership associates industries manufacturing group partnership`);

/** Kinds of street, in the spelling of `wordsOf`. */
export const STREET_KINDS = setOf(
  'road st lane avenue drive close way crescent place terrace gardens grove row walk square hill court rise mews',
);

/** Streets that most towns have: named without its town, such a street says little. */
export const COMMON_STREETS = stemsOf(
  'high church station main london park mill school victoria new king kings queen queens albert chapel green north south east west market bridge the manor mount grange york george',
);

/** First names that churches, schools and streets share through their saints. */
const SAINTS = stemsOf(`
  john paul mary peter james andrew thomas michael george anne ann anna luke mark matthew margaret nicholas david patrick
  helen catherine katherine stephen martin lawrence edward edmund joseph francis augustine bartholomew barnabas clement
  cuthbert giles hilda jude leonard oswald philip simon teresa theresa william benedict bernard bridget agnes aidan alban
  all saints lady our christ holy trinity elizabeth joan`);

/** A saint or a point of the compass does not make a second word of a name: "St Paul's Church" is not "St Paul's Court". */
export const WEIGHTLESS = new Set([
  ...JOINING,
  ...setOf(
    'st north south east west northern southern eastern western upper lower new old great little greater',
  ),
]);

const COUNCIL = stemsOf(COUNCIL_WORDS);
const PROCESS = stemsOf(PROCESS_WORDS);
const KINDS = stemsOf(KIND_WORDS);

/** Words of an agenda that no topic is made of. */
export const isRoutine = (stem: string): boolean =>
  COUNCIL.has(stem) || PROCESS.has(stem) || ROLE_STEMS.has(stem);
const ROLE_STEMS = stemsOf([...ROLES].join(' '));
export const isKind = (stem: string): boolean => KINDS.has(stem);
export const isSaint = (stem: string): boolean => SAINTS.has(stem);
export const isCouncilWord = (stem: string): boolean => COUNCIL.has(stem);
