import type { Citation } from '../../law/index.js';

/** A provision of the Localism Act 2011, such as '30(1)', with the address of its section. */
export function localismAct(provision: string): Citation {
  const section = provision.split('(')[0] ?? provision;
  return {
    text: `Localism Act 2011 s.${provision}`,
    url: `https://www.legislation.gov.uk/ukpga/2011/20/section/${section}`,
  };
}
