/** What a matcher is told and what it answers. Stored with briefings, so add to it and do not rename. */

/** A registered interest, or one line of it. */
export interface InterestToMatch {
  /** The words of the register. */
  text: string;
  /** The category's id, such as 'employment' or 'land'. */
  category: string;
  /** Names known to be names: an employer, a company, a former or trading name, a body, a person. */
  names?: readonly string[];
  /** Addresses known to be addresses. */
  addresses?: readonly string[];
}

/** An agenda item: its title and, where there is one, its report. */
export interface ItemToMatch {
  title: string;
  text?: string;
}

/** What is so common in this council that it must not match by itself. */
export interface MatchContext {
  /** The council's own name. */
  authority?: string;
  /** Towns and villages of its area. */
  places?: readonly string[];
}

export type MatchLevel = 'probable' | 'possible' | 'none';

export type EvidenceKind =
  | 'name'
  | 'part-of-name'
  | 'common-name'
  | 'brand'
  | 'acronym'
  | 'postcode'
  | 'address'
  | 'street'
  | 'surname'
  | 'topic'
  | 'neighbour'
  | 'words';

/** Words that stand in the interest and the words that answer them in the item, each as printed there. */
export interface Evidence {
  kind: EvidenceKind;
  interest: string;
  item: string;
}

/** Evidence before it is weighed. */
export interface Found extends Evidence {
  /** 0 to 1 within its kind: how much of a name, how near an address. */
  strength: number;
  inTitle: boolean;
}

/** 'none' means that nothing was found. It never means that the member has no interest in the item. */
export interface MatchAnswer {
  level: MatchLevel;
  /** 0 to 1: how strong the evidence is. Only for sorting; the level is what decides. */
  score: number;
  /** Strongest first; empty for 'none'. */
  evidence: Evidence[];
  /** One sentence for the member. */
  why: string;
}
