/** '£25,000' or '£25,000.50' for whole pence. */
export function moneyInWords(pence: number): string {
  const pounds = pence / 100;
  const digits = Number.isInteger(pounds) ? 0 : 2;
  return `£${pounds.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
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
