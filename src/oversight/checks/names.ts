const TITLES =
  /^(?:the |right |honourable |rt |hon |councillor |cllr |county |district |alderman |mr |mrs |ms |miss |mx |dr |prof |professor |sir |dame |lord |lady |rev |revd |reverend )+/;
const LETTERS_AFTER = new Set(['obe', 'mbe', 'cbe', 'jp', 'dl', 'kc', 'qc', 'bem', 'frsa', 'esq', 'phd']);

/** A name as words for comparing: without titles, letters after it, accents and marks. */
export function wordsOfName(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain
    .replace(TITLES, '')
    .split(' ')
    .filter((word) => word !== '' && !LETTERS_AFTER.has(word));
}

/** A postcode as both sides may write it: without blanks, in capitals; '' for none. */
export const plainPostcode = (typed: string | undefined): string =>
  (typed ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The first half of a postcode, which is a district: 'WR11' of 'WR11 4AB'. */
export const outwardOf = (postcode: string): string =>
  postcode.length >= 5 ? postcode.slice(0, -3) : postcode;
