/**
 * The path of this site that `returnTo` names, or undefined. Anything that a browser would read as an address
 * elsewhere ('//evil.example', '/\evil.example', 'https:…') is refused, so that nobody can be led away by a link.
 */
export function localPath(returnTo: unknown): string | undefined {
  if (typeof returnTo !== 'string' || returnTo.length > 500) return undefined;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(returnTo) || !URL.canParse(returnTo, HERE)) return undefined;
  const url = new URL(returnTo, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('//')) return undefined;
  // Signing in to be signed out, or to sign in, would be no return.
  return /^\/sign-(in|out)\b/.test(url.pathname) ? undefined : `${url.pathname}${url.search}`;
}

const HERE = 'http://here.invalid';
