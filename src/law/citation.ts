/** Where a rule is written. */
export interface Citation {
  /** The one normalised form, such as 'Localism Act 2011 s.31(4)' or 'SI 2012/1464 Sch (land)'. */
  readonly text: string;
  /** The provision on legislation.gov.uk or at its publisher, where there is one. */
  readonly url?: string;
}

/** A provision of the Localism Act 2011: `localismAct('31(4)')` is 'Localism Act 2011 s.31(4)'. */
export function localismAct(section: string): Citation {
  const number = /^\d+/.exec(section)?.[0] ?? section;
  return {
    text: `Localism Act 2011 s.${section}`,
    url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${number}`,
  };
}

/** A description in the schedule to the 2012 regulations: `dpiSchedule('land')` is 'SI 2012/1464 Sch (land)'. */
export function dpiSchedule(subject: string): Citation {
  return {
    text: `SI 2012/1464 Sch (${subject})`,
    url: 'https://www.legislation.gov.uk/uksi/2012/1464/schedule/made',
  };
}
