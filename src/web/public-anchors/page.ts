import type { KnownAnchor } from '../../audit/index.js';
import type { ListedAuthority } from '../../authorities/index.js';
import { civilDate } from '../../law/index.js';
import { INSTALLATION } from '../../platform/database/index.js';
import { dateInWords } from '../../wording/index.js';

/** What belongs to no council: accounts, sign-ins, councils that were set up. */
export const INSTALLATION_CHAIN = { slug: 'installation', name: 'This installation' } as const;

interface AnchorRow {
  readonly day: string;
  readonly position: string;
  readonly hash: string;
}

export interface ChainsView {
  readonly title: string;
  readonly chains: readonly { readonly name: string; readonly href: string; readonly newest: AnchorRow }[];
}

/** Each chain that has an anchor, by its council's name; the installation's own last. */
export function chainsView(
  newest: readonly KnownAnchor[],
  authorities: readonly Pick<ListedAuthority, 'id' | 'slug' | 'name'>[],
): ChainsView {
  const known = [...authorities, { id: INSTALLATION, ...INSTALLATION_CHAIN }];
  return {
    title: 'Anchors of the audit record',
    chains: known.flatMap(({ id, slug, name }) => {
      const anchor = newest.find(({ authorityId }) => authorityId === id);
      return anchor === undefined ? [] : [{ name, href: `/anchors/${slug}`, newest: rowOf(anchor) }];
    }),
  };
}

export interface AnchorsView {
  readonly title: string;
  readonly councilName: string;
  readonly backHref: string;
  readonly chain: string | undefined;
  readonly rows: readonly AnchorRow[];
  readonly fileHref: string;
  readonly olderHref: string | undefined;
}

/** The anchors of one chain, the newest first. @param some one more than a page holds where there are more */
export function anchorsView(
  some: readonly KnownAnchor[],
  { slug, name }: { readonly slug: string; readonly name: string },
  aPage: number,
): AnchorsView {
  const shown = some.slice(0, aPage);
  const last = shown.at(-1);
  return {
    title: 'Anchors of the audit record',
    ...{ councilName: name, backHref: '/anchors', chain: shown[0]?.authorityId },
    rows: shown.map(rowOf),
    fileHref: `/anchors/${slug}.jsonl`,
    olderHref: some.length > aPage && last ? `/anchors/${slug}?before=${last.day}` : undefined,
  };
}

const rowOf = ({ day, position, hash }: KnownAnchor): AnchorRow => ({
  day: dateInWords(civilDate(day)),
  ...{ position, hash },
});
