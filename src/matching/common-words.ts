/** Words that say nothing by themselves about whom or what a text is about. Written by hand, for any council. */

const setOf = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Join the words of a name and never begin or end one. */
export const JOINING = setOf('of and the for in on at de la le y upon by with to');

/** Legal forms: dropped from the end of a name before it is compared. */
export const LEGAL_FORMS = setOf('limited plc llp lp cic cio company inc incorporated');

/** What a person is or holds: dropped from both ends of a name. */
export const ROLES = setOf(`
  chair chairman chairwoman chairperson vice deputy director directors member members trustee trustees governor governors
  board owner joint co-owner partner spouse husband wife son daughter brother sister parent employee employed employer
  manager officer engineer nurse teacher assistant secretary treasurer president councillor cllr volunteer patron adviser
  consultant shareholder shares share tenant landlord lease licence land house flat property self-employed self retired
  former associated connected with mr mrs ms miss dr lead senior head main job work works`);

/** Words that many bodies, places and items have in their names. A name made of them alone matches nothing. */
export const GENERIC = setOf(`
  council councils county borough district parish town city community metropolitan unitary authority authorities government
  local national regional international royal public private united kingdom uk england english wales welsh british great britain
  committee panel cabinet forum partnership commission agency department service services office team unit scheme programme
  project plan strategy policy report update review annual budget finance financial fund funding grant grants award awards
  planning application applications licence licensing permission appeal order notice motion minutes meeting agenda item items
  education educational school schools primary secondary infant junior academy college university nursery pupils children
  young people youth family families adult adults social care health healthcare wellbeing hospital hospitals nhs medical surgery
  clinic foundation trust trusts charity charitable association society club group groups federation union institute institution
  centre hall house building buildings church chapel memorial village green park garden gardens farm field fields playing
  sports sport leisure recreation arts museum library theatre market shop shops store stores hotel inn
  housing homes home estate estates property properties land site development developments construction contractors
  contract contracts tender procurement management consulting consultancy administration solutions systems holdings enterprise enterprises
  business businesses trading transport highways highway traffic bus rail railway taxi road st lane avenue drive close way court
  crescent place terrace grove row walk square hill street police fire rescue waste water energy environmental conservation
  north south east west northern southern eastern western upper lower new old great little greater central
  first second third one two three labour conservative liberal democrat democrats green reform independent party
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`);

/** Kinds of street, in the spelling of `wordsOf`. */
export const STREET_KINDS = setOf(
  'road st lane avenue drive close way crescent place terrace gardens grove row walk square hill court rise mews',
);

/** A saint or a point of the compass does not make a second word of a name: "St Paul's Church" is not "St Paul's Court". */
export const WEIGHTLESS = new Set([
  ...JOINING,
  ...setOf(
    'st north south east west northern southern eastern western upper lower new old great little greater',
  ),
]);
