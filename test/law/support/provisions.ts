/** The instruments that the worked cases and our reasons cite, with the other names that the cases use for them. */
const INSTRUMENTS: readonly (readonly [name: string, pattern: string])[] = [
  ['Localism Act 2011', 'Localism Act 2011'],
  ['LGFA 1992', 'Local Government Finance Act 1992|LGFA 1992'],
  ['LGA (NI) 1972', 'Local Government Act \\(NI\\) 1972|LGA \\(NI\\) 1972'],
  ['LGA 1972', 'LGA 1972'],
  ['LGA 2000', 'LGA 2000'],
  ['Interpretation Act 1978', 'Interpretation Act 1978'],
  ['LASPO 2012', 'LASPO 2012'],
  ['Measure 2011', 'Local Government \\(Wales\\) Measure 2011'],
  ['SI 2012/1464', 'SI 2012/1464'],
  ['SI 2012/2089', 'SI 2012/2089'],
  ['SI 2002/715', 'SI 2002/715'],
  ['SI 2015/504', 'SI 2015/504'],
  ['SI 2008/788', 'SI 2008/788(?: \\(W\\.82\\))?'],
  ['SSI 2003/135', 'SSI 2003/135'],
  ['SSI 2021/438', 'SSI 2021/438'],
  ['LGA guidance', 'LGA guidance on the Model Code'],
  ['LGA Model Code', 'LGA Model Code(?: 2020)?'],
  ['Scottish code', "Councillors['’] Code of Conduct \\(Scotland\\)"],
  [
    'Worcestershire 2012',
    'Worcestershire County Council (?:code of conduct 2012|agenda of 24 October 2017)|seed|WCC',
  ],
  ['Statute-faithful', 'Statute-faithful code of conduct|Norfolk CC'],
];
const ANY = new RegExp(INSTRUMENTS.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

/**
 * The provisions that a citation names, each as 'instrument|provision', ranges written out: 'Localism Act 2011 s.31(2),
 * (4)' is 'Localism Act 2011|31(2)' and 'Localism Act 2011|31(4)'. An instrument cited whole is 'instrument|'.
 */
export function provisionsIn(citation: string): readonly string[] {
  const found = [...citation.matchAll(ANY)];
  return found.flatMap((match, index) => {
    const name = INSTRUMENTS[match.slice(1).findIndex(Boolean)]?.[0] ?? '';
    const text = citation.slice(match.index + match[0].length, found[index + 1]?.index);
    // The paragraphs of a code whose text is not public are named in words, which differ.
    const numbers = /Worcestershire|Statute-faithful|guidance/.test(name) ? [] : numbersIn(text);
    return numbers.length === 0 ? [`${name}|`] : numbers.map((number) => `${name}|${number}`);
  });
}

/** Do the citations of an answer's reasons cover what a case cites? Gives the provisions that are not. */
export function uncited(expected: string, reasons: readonly string[]): readonly string[] {
  const given = reasons.flatMap(provisionsIn);
  return provisionsIn(expected).filter(
    (wanted) => !given.some((one) => one === wanted || one.startsWith(`${wanted}(`) || isWithin(wanted, one)),
  );
}

/** A case may cite a paragraph of the subsection that a reason cites. */
function isWithin(wanted: string, given: string): boolean {
  return wanted.startsWith(`${given}(`) && !given.endsWith('|');
}

/** Section numbers with their subsections: '31(2), (4)', '31(2)-(4)', 'Sch para 12(2)(b)(i)', 'Sch (land)', 'paras 8-9'. */
function numbersIn(text: string): readonly string[] {
  const schedules = [...text.matchAll(/Sch \(([a-z][^);,]*)/g)].flatMap(([, subjects = '']) =>
    subjects.split(/;\s*/).map((subject) => `Sch ${subject.trim()}`),
  );
  const withoutWords = text.replace(/\([^()]*[a-z]{3,}[^()]*\)/gi, '');
  let section = '';
  const numbers = [...withoutWords.matchAll(/(\d+[A-Z]*)?((?:\([0-9a-zA-Z]{1,4}\))*)(?:-(\d+|\(\w\)))?/g)]
    .filter(([whole]) => whole !== '')
    .flatMap(([, number, subs = '', to]) => {
      if (number !== undefined) section = number;
      else if (subs === '' || section === '') return [];
      return range(`${section}${subs}`, to);
    });
  return [...schedules, ...numbers];
}

/** '31(2)' to '(4)' is 31(2), 31(3) and 31(4); '8' to '9' is 8 and 9. */
function range(from: string, to: string | undefined): readonly string[] {
  if (to === undefined) return [from];
  const last = to.replace(/[()]/g, '');
  const bracketed = to.startsWith('(');
  const first = bracketed ? (/\((\w)\)$/.exec(from)?.[1] ?? '') : from;
  const stem = bracketed ? from.slice(0, -first.length - 2) : '';
  const all: string[] = [];
  for (let one = first; ; one = next(one)) {
    all.push(bracketed ? `${stem}(${one})` : one);
    if (one === last || all.length > 20) return all;
  }
}

function next(one: string): string {
  return /^\d+$/.test(one) ? String(Number(one) + 1) : String.fromCharCode(one.charCodeAt(0) + 1);
}
