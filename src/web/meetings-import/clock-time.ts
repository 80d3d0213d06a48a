/**
 * A time of day as people write it: '10:00', '10.00 am', '10am', '7.30pm', '19:30', 'midday'. Gives 'HH:MM', or
 * undefined for anything else. '7.30' alone is the morning: a clerk who means the evening writes it.
 */
export function readClockTime(text: string): string | undefined {
  const words = text.trim().toLowerCase();
  if (words === 'midday' || words === 'noon') return '12:00';
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\.?|p\.?m\.?)?$/.exec(words) ?? [];
  // '10' alone could be a slip: a number needs its minutes or its half of the day.
  if (hour === '' || (half === undefined && !/[:.]/.test(words))) return undefined;
  const hours = half === undefined ? Number(hour) : inHalf(Number(hour), half.startsWith('p'));
  if (hours === undefined || hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function inHalf(hour: number, afternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (afternoon ? 12 : 0);
}
