/**
 * What a reader understood of an agenda. Everything here is a proposal for the clerk, who corrects and saves it;
 * what could not be read is null (or absent) and has a warning. Dates are civil dates, 'YYYY-MM-DD', as printed.
 */
export interface AgendaReading {
  /** The committee, panel or council that meets, as printed. */
  body: string | null;
  /** What the document calls itself ('Agenda', 'Notice of meeting'). */
  title: string | null;
  date: string | null;
  /** 24-hour 'HH:MM', the wall clock in the room. */
  time: string | null;
  venue: string | null;
  issuedOn?: string;
  /** Last moment at which the public may ask to take part: local 'YYYY-MM-DDTHH:MM'. */
  participationBy?: string;
  /** The printed list of members. It is compared with the council's own list and never made into members. */
  membership?: ReadMember[];
  /** The meeting's id in the system that the agenda came from. */
  externalId?: string;
  /** What that system says of the meeting, as it says it ('Confirmed', 'Cancelled'). */
  status?: string;
  items: ReadItem[];
  /** Sentences for the clerk: what could not be read, and what to do about it. */
  warnings: string[];
}

/** A line of the business. */
export interface ReadItem {
  /** As printed ('5', '183/18', '6A'), or null for an item that has none. */
  number: string | null;
  title: string;
  /** Instructions under the item and the report that belongs to it. */
  text?: string;
  /** True when the item says that it is exempt or not for publication. Absent is unknown. */
  restricted?: boolean;
  /** The item's id in the system that the agenda came from. */
  externalId?: string;
  /** Absent facts are unknown. */
  facts?: ItemFacts;
}

export type ItemFactName =
  'planningOrRegulatory' | 'educationFunction' | 'scrutiny' | 'councilTaxCalculation' | 'publicMaySpeak';

export type ItemFacts = Partial<Record<ItemFactName, SuggestedFact>>;

/** A fact that the reader suggests and the clerk confirms or changes. */
export interface SuggestedFact {
  value: 'yes' | 'no';
  source: 'reader';
  /** The words of the agenda that support it, as they stand there. */
  words: string;
}

export type ReadRole =
  | 'chairman'
  | 'vice-chairman'
  | 'member'
  | 'church-representative'
  | 'parent-governor-representative'
  | 'co-opted-member'
  | 'substitute';

/** One place on the printed list of members. */
export interface ReadMember {
  /** As printed, with its courtesy title; null is a vacancy. */
  name: string | null;
  role: ReadRole;
  /** What the list adds, such as a denomination. */
  note?: string;
}
