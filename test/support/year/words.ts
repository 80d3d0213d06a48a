const FIRST = ['Br', 'Cl', 'Dr', 'Fl', 'Gr', 'Kl', 'Pl', 'Qu', 'Sk', 'Tr', 'Vl', 'Wr', 'Z', 'Sp', 'Gn', 'Ph'];
const MIDDLE = ['a', 'e', 'i', 'o', 'u', 'ae', 'io', 'ou', 'ea', 'oo'];
const LAST = [
  'bren',
  'cott',
  'dax',
  'fenn',
  'gurth',
  'hask',
  'jorn',
  'kesh',
  'lund',
  'mott',
  'nax',
  'pell',
  'rusk',
  'sarn',
  'tolk',
  'vint',
];

/**
 * Words that mean nothing and are like no other: 'Brabrendax', 'Clecottfenn'. No interest that is made of one can be
 * taken for an item of business that is made of another.
 */
export class MadeUpWords {
  #made = 0;

  next(): string {
    let rest = this.#made;
    this.#made += 1;
    const pick = (from: readonly string[]): string => {
      const word = from[rest % from.length] ?? '';
      rest = Math.floor(rest / from.length);
      return word;
    };
    const word = pick(FIRST) + pick(MIDDLE) + pick(LAST) + pick(LAST);
    return rest === 0 ? word : `${word}${String.fromCharCode(97 + (rest % 26)).repeat(2)}ix`;
  }
}
