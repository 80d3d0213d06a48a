import ipaddr from 'ipaddr.js';

/**
 * Where a request comes from, for counting: an IPv4 address, or the network (/64) of an IPv6 one, since whoever has one
 * address of it has them all.
 */
export function placeOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'nowhere';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
