import ipaddr from 'ipaddr.js';

/**
 * Whether an address belongs to the public internet: no loopback, private, link-local, shared, multicast, documentation or
 * reserved one, and none that stands for another inside it (IPv4 in IPv6, 6to4, Teredo, NAT64). What is no address is not.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}
