/** The form of a declaration: the points that reasons make. */
export type DeclarationsPoint =
  | 'declaration-names-its-item'
  | 'declaration-names-no-item'
  | 'declaration-states-existence'
  | 'declaration-states-no-existence'
  | 'declaration-states-nature'
  | 'declaration-states-no-nature'
  | 'nature-may-be-withheld';

/** The facts that these answers can be waiting for. */
export type DeclarationsFact =
  'declaration.itemNamed' | 'declaration.existenceStated' | 'declaration.natureStated';
