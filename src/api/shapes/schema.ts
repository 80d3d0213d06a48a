import { fieldsOf, type Field, type Schema, type Shape } from './field.js';

/** How a shape is described: closed for what is sent, open for answers, which may come to say more. */
export function schemaOf(shape: Shape, { closed }: { readonly closed: boolean }): Schema {
  const fields = fieldsOf(shape);
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map((one) => [one.name, propertyOf(one, { closed })])),
    ...(closed ? { additionalProperties: false } : {}),
  };
}

/** What one property holds. A shape within stands in the components, under its class's name. */
export function propertyOf(
  { says, schema, whenSent, of, list, nullable, example }: Field,
  { closed }: { readonly closed: boolean },
): Schema {
  const about = { description: says, ...(example === undefined ? {} : { examples: [example] }) };
  const own = { ...schema, ...(closed ? whenSent : {}) };
  if (of === undefined) return { ...(nullable ? orNull(own) : own), ...about };
  const one = { $ref: `#/components/schemas/${of().name}` };
  if (list !== undefined) {
    return { type: 'array', items: one, minItems: list.least, maxItems: list.most, ...about };
  }
  return { ...(nullable ? { anyOf: [one, { type: 'null' }] } : one), ...about };
}

function orNull(schema: Schema): Schema {
  const { type, enum: values } = schema;
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {}),
  };
}

/** A whole example, put together from those of the properties. */
export function exampleOf(shape: Shape): Readonly<Record<string, unknown>> {
  const told = fieldsOf(shape).flatMap((one): [string, unknown][] => {
    const example = one.example ?? nestedExample(one);
    return example === undefined ? [] : [[one.name, example]];
  });
  return Object.fromEntries(told);
}

function nestedExample({ of, list, nullable }: Field): unknown {
  if (of !== undefined) return list === undefined ? exampleOf(of()) : [exampleOf(of())];
  return nullable ? null : undefined;
}

/** The shapes that a shape is made of, itself first. */
export function shapesIn(shape: Shape, found = new Set<Shape>()): Set<Shape> {
  if (found.has(shape)) return found;
  found.add(shape);
  for (const { of } of fieldsOf(shape)) if (of !== undefined) shapesIn(of(), found);
  return found;
}
