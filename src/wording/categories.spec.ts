import { describe, expect, it } from '@jest/globals';
import { KNOWN_CODES } from '../law/index.js';
import type { RegisterCategory } from '../law/index.js';
import { categoryInWords, categorySource, withheldInWords } from './index.js';

const LGA = 'LGA Model Councillor Code of Conduct 2020';
const WORCESTERSHIRE = 'Worcestershire County Council code of conduct 2012';
const LGA_ADDRESS =
  'https://www.local.gov.uk/publications/local-government-association-model-councillor-code-conduct-2020';

describe('A category', () => {
  it.each<[RegisterCategory, string, string]>([
    ['employment', 'Employment, office, trade, profession or vocation', 'Employment'],
    ['corporate-tenancies', 'Corporate tenancies', 'Corporate tenancies'],
    ['other-bodies', 'Other registrable interests', 'Other bodies'],
    ['gifts', 'Gifts and hospitality', 'Gifts'],
  ])('%s has a name and a short one', (category, name, shortName) => {
    expect(categoryInWords(category)).toMatchObject({ name, shortName });
  });

  it.each<[string, RegisterCategory, string | undefined, string, string | null]>([
    [
      'of the seven comes from the regulations',
      'land',
      undefined,
      'The Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012 (SI 2012/1464), schedule',
      'https://www.legislation.gov.uk/uksi/2012/1464/schedule/made',
    ],
    [
      'of the seven comes from the regulations whatever the code',
      'securities',
      LGA,
      'The Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012 (SI 2012/1464), schedule',
      'https://www.legislation.gov.uk/uksi/2012/1464/schedule/made',
    ],
    ['of other bodies comes from the table', 'other-bodies', LGA, `${LGA}, App B Table 2`, LGA_ADDRESS],
    ['of gifts comes from the paragraph', 'gifts', LGA, `${LGA}, para 10.2`, LGA_ADDRESS],
    [
      'of gifts by a code without numbers comes from its part on gifts',
      'gifts',
      WORCESTERSHIRE,
      `${WORCESTERSHIRE}, gifts and hospitality`,
      null,
    ],
    [
      'that the code is not known to have comes from the code as it is called',
      'other-bodies',
      WORCESTERSHIRE,
      WORCESTERSHIRE,
      null,
    ],
    [
      'of a code without a name comes from the council’s own',
      'gifts',
      undefined,
      'The council’s code of conduct',
      null,
    ],
  ])('%s', (_, category, codeTitle, name, url) => {
    expect(categorySource(category, codeTitle)).toEqual({ name, url });
  });

  it('is asked by the titles that codes are known by', () => {
    expect(KNOWN_CODES.map(({ title }) => title)).toEqual(expect.arrayContaining([LGA, WORCESTERSHIRE]));
  });
});

describe('What is withheld', () => {
  it('is said in the words of the section', () => {
    expect(withheldInWords('s32')).toBe(
      'The member has an interest the details of which are withheld under section 32(2) of the Localism Act 2011.',
    );
    expect(withheldInWords('s32a')).toBe(
      'The member has an interest the address of which is withheld under section 32A of the Localism Act 2011.',
    );
  });

  it('by the council’s own practice is never said in the name of the Act', () => {
    expect(withheldInWords('practice')).toContain('this council’s own practice');
    expect(withheldInWords('practice')).not.toMatch(/section|32A|Act/);
  });
});
