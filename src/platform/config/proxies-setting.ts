import ipaddr from 'ipaddr.js';

const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/** Addresses and networks with commas between them, and Express's names for the private ones. */
export function readProxies(text: string | undefined, refuse: (sentence: string) => void): readonly string[] {
  const written = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (written.some((each) => !NAMED.includes(each) && !ipaddr.isValid(each) && !ipaddr.isValidCIDR(each))) {
    refuse(
      `TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, or ${NAMED.join(', ')}, with commas between them.`,
    );
  }
  return written;
}
