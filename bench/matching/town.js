/** A made-up county of any size: interests and items with fictional names, the same for the same numbers. */

const FIRST =
  'Hartle Tallow Quillan Brack Heron Orme Wyver Dunmore Pember Rusk Cotter Varn Eel Sedge Marl Kestrel Fallow Thorn'.split(
    ' ',
  );
const SECOND =
  'brook ford by wick ham ton field stead worth mere combe dale hurst ley mouth thorpe gate well'.split(' ');
const KINDS =
  'Family Support|Plant Hire|Joinery|Care Homes|Building Services|Nurseries|Motors|Bakery|Software|Dairy'.split(
    '|',
  );
const STREETS = ['Lane', 'Road', 'Street', 'Close', 'Avenue'];
const WORDS = (
  'the report asks members to consider a proposal for works on the site and the budget for the year with an assessment of ' +
  'risks for residents traffic drainage and the programme of the service that was agreed last spring by the committee'
).split(' ');

/** A small generator of numbers that gives the same row for the same seed. */
function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const place = (pick) => FIRST[pick(FIRST.length)] + SECOND[pick(SECOND.length)];
const company = (pick) => `${place(pick)} ${place(pick)} ${KINDS[pick(KINDS.length)]} Ltd`;
const address = (pick) =>
  `${pick(200) + 1} ${place(pick)} ${STREETS[pick(STREETS.length)]}, ${place(pick)} WV${pick(90) + 9} ${pick(10)}QX`;

/** So many interests: employers, companies and land. */
export function interests(count, seed = 1) {
  const pick = numbersFrom(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 3 === 0
      ? { text: address(pick), category: 'land' }
      : { text: `Director of ${company(pick)}`, category: 'employment' },
  );
}

/** So many items, each with a report of about 250 words that names a few companies and addresses. */
export function items(count, seed = 2) {
  const pick = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const report = Array.from({ length: 250 }, () => WORDS[pick(WORDS.length)]);
    for (let named = 0; named < 4; named += 1)
      report.splice(pick(report.length), 0, `${company(pick)}, ${address(pick)},`);
    return { title: `Contract with ${company(pick)}`, text: report.join(' ') };
  });
}
