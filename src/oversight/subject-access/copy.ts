/** A JSON value as a file holds it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonRow = Readonly<Record<string, Json>>;

/** One table's part of a copy. */
export interface CopyPart {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly JsonRow[];
  /** So many rows are there that only the member may read. */
  readonly keptForOwner: number;
}

export interface CopySection {
  readonly title: string;
  readonly parts: readonly CopyPart[];
}

/** Everything that an authority holds about one member. */
export interface SubjectCopy {
  readonly name: string;
  readonly authorityName: string;
  readonly madeAt: Date;
  /** Made by the member, or by an officer for them. */
  readonly madeBy: 'member' | 'officer';
  readonly sections: readonly CopySection[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** What stands in the place of an id that is another person's. */
export const ANOTHER_PERSON = '[another person]';
/** Beside what a member told of their partner. */
export const ABOUT_PARTNER = 'This is about your partner, as you notified it.';

/** Whose copy it is, to tell their ids from those of others. */
export interface Whose {
  readonly own: ReadonlySet<string>;
  /** Ids of every other member and account of the authority. */
  readonly others: ReadonlySet<string>;
}

/** Columns that say nothing to a person, or are keys to something. */
const NOT_SAID =
  /^(authority_id|member_id|account_id|position|fingerprint|transaction|message_id|provider_id|\w*_hash)$/;

/** A row as the member may have it: without keys, and with other people's ids taken out wherever they stand. */
export function asCopied(row: JsonRow, whose: Whose): JsonRow {
  const shown = Object.entries(row).filter(([column]) => !NOT_SAID.test(column));
  const copied = shown.map(([column, value]): [string, Json] => [
    column,
    column.endsWith('_by') ? byWhom(value, whose) : withoutOthers(value, whose),
  ]);
  const about = row.held_by === 'partner' ? { about_another: ABOUT_PARTNER } : {};
  return { ...Object.fromEntries(copied), ...about };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function byWhom(value: Json, { own }: Whose): Json {
  if (typeof value !== 'string' || !UUID.test(value)) return value;
  return own.has(value) ? 'you' : ANOTHER_PERSON;
}

function withoutOthers(value: Json, whose: Whose): Json {
  if (typeof value === 'string') return whose.others.has(value) ? ANOTHER_PERSON : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => withoutOthers(one, whose));
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>).map(([key, one]) => [
      key,
      withoutOthers(one, whose),
    ]),
  );
}
