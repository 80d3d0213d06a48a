import type { Citation } from '../../citation.js';

/** A section of the Local Government Act 1972: `lga1972('100B(3)')` is 'LGA 1972 s.100B(3)'. */
export function lga1972(section: string): Citation {
  const number = /^\d+[A-Z]?/.exec(section)?.[0] ?? section;
  return {
    text: `LGA 1972 s.${section}`,
    url: `https://www.legislation.gov.uk/ukpga/1972/70/section/${number}`,
  };
}

/** A paragraph of a schedule to it: `lga1972Schedule(12, '10(2)')` is 'LGA 1972 Sch 12 para 10(2)'. */
export function lga1972Schedule(schedule: number, paragraph: string): Citation {
  return {
    text: `LGA 1972 Sch ${schedule} para ${paragraph}`,
    url: `https://www.legislation.gov.uk/ukpga/1972/70/schedule/${schedule}`,
  };
}
