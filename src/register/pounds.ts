/** Whole pence as people read money: 5000 is '£50', 4999 is '£49.99', 250000000 is '£2,500,000'. */
export function poundsInWords(pence: number): string {
  const pounds = Math.floor(pence / 100).toLocaleString('en-GB');
  const rest = pence % 100;
  return rest === 0 ? `£${pounds}` : `£${pounds}.${String(rest).padStart(2, '0')}`;
}

/**
 * One hundredth of an amount, as people read money. It may fall between two pence: a hundredth of £123.45 is
 * '£1.2345'.
 */
export function hundredthInWords(pence: number): string {
  const pounds = Math.floor(pence / 10_000).toLocaleString('en-GB');
  const rest = String(pence % 10_000).padStart(4, '0');
  if (rest === '0000') return `£${pounds}`;
  return `£${pounds}.${rest.endsWith('00') ? rest.slice(0, 2) : rest.replace(/0$/, '')}`;
}
