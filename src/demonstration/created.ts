/** The id of something made; the story has no refusals. */
export function created(result: { id: string } | { refused: unknown }): string {
  if ('id' in result) return result.id;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.refused)}`);
}
