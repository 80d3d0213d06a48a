/** Why nothing was fetched. The words are the page's own. */
export type FetchRefusal =
  | 'no-address'
  | 'not-https'
  | 'has-credentials'
  | 'other-port'
  | 'inside-the-network'
  | 'unknown-host'
  | 'unreachable'
  | 'certificate'
  | 'took-too-long'
  | 'forbidden'
  | 'not-found'
  | 'answered-with-an-error'
  | 'leads-elsewhere'
  | 'not-xml'
  | 'too-large'
  | 'broken-off';

export type Fetched = { readonly bytes: Uint8Array } | { readonly refused: FetchRefusal };
