import { SCOPES } from '../../identity/index.js';
import {
  exampleOf,
  fieldsOf,
  propertyOf,
  schemaOf,
  shapesIn,
  type Schema,
  type Shape,
} from '../shapes/index.js';
import { INTRODUCTION, PARAMETERS, PROBLEMS } from './words.js';
import { Problem, type ProblemStatus } from './problem.js';
import type { DescribedRoute } from './routes.js';

/** The description of the API, as OpenAPI 3.1. */
export function openApiDocument(
  routes: readonly DescribedRoute[],
  { publicUrl, version }: { readonly publicUrl: string; readonly version: string },
): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Probity',
      version,
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: tagsOf(routes).map((name) => ({ name })),
    paths: pathsOf(routes),
    components: {
      schemas: componentsOf(routes),
      responses: Object.fromEntries(
        Object.keys(PROBLEMS).map((status) => [`Problem${status}`, problem(status)]),
      ),
      securitySchemes: {
        client: {
          type: 'oauth2',
          description: 'A program of the council, with an id and a secret (OAuth 2.0 client credentials).',
          flows: {
            clientCredentials: {
              tokenUrl: `${publicUrl}/api/oauth/token`,
              scopes: Object.fromEntries(Object.entries(SCOPES).map(([name, { words }]) => [name, words])),
            },
          },
        },
        personal: {
          type: 'http',
          scheme: 'bearer',
          description: `A token that somebody made for a program of their own at ${publicUrl}/account/tokens.`,
        },
      },
    },
  };
}

/** 'members' of '/api/v1/members/{member}'. */
const tagOf = ({ path }: DescribedRoute): string => path.split('/')[3] ?? '';
const tagsOf = (routes: readonly DescribedRoute[]): string[] => [...new Set(routes.map(tagOf))];

function pathsOf(routes: readonly DescribedRoute[]): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return paths;
}

function operation(route: DescribedRoute): Schema {
  const { says, scope, audits } = route;
  const { body, answer, status = 200 } = says;
  const recorded = audits === 'none' ? 'Nothing is recorded of it.' : `Recorded as: ${audits}.`;
  return {
    ...{ operationId: says.id, summary: says.summary, tags: [tagOf(route)] },
    description: [says.says, `Scope: \`${scope}\`. ${permitted(route)}${recorded}`]
      .filter(Boolean)
      .join('\n\n'),
    security: [{ client: [scope] }, { personal: [] }],
    parameters: parametersOf(route),
    ...(body === undefined ? {} : { requestBody: { required: true, content: jsonOf(body) } }),
    responses: {
      [status]: {
        description: status === 201 ? 'It is done.' : 'The answer.',
        headers: headersOf(route),
        content: jsonOf(answer),
      },
      ...(route.method === 'get' ? { 304: { description: 'The same as when you asked before.' } } : {}),
      ...Object.fromEntries(
        problemsOf(route).map((each) => [each, { $ref: `#/components/responses/Problem${each}` }]),
      ),
    },
  };
}

const permitted = ({ access }: DescribedRoute): string =>
  access === undefined || access === 'anybody' || access === 'signed-in'
    ? ''
    : `The person of a personal token must be permitted \`${access}\`. `;

function parametersOf({ path, method, says }: DescribedRoute): Schema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, description: PARAMETERS[name] ?? `The ${name}’s id.` },
    schema: { type: 'string', format: 'uuid' },
  }));
  const inQuery = says.query === undefined ? [] : fieldsOf(says.query);
  const once = {
    ...{ name: 'Idempotency-Key', in: 'header', required: false },
    description:
      'A word of your own for this change, such as a UUID. Sent again within a day with the same body, the change is not made again, and the same is answered.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7E]+$' },
  };
  const again = {
    ...{ name: 'If-None-Match', in: 'header', required: false },
    description: 'The ETag of an earlier answer: if nothing changed, it is answered 304 without a body.',
    schema: { type: 'string' },
  };
  return [
    ...inPath,
    ...inQuery.map((field) => {
      const { description, ...schema } = propertyOf(field, { closed: true });
      return { name: field.name, in: 'query', required: !field.optional, description, schema };
    }),
    method === 'get' ? again : once,
  ];
}

function headersOf({ method, says }: DescribedRoute): Schema {
  const text = { schema: { type: 'string' } };
  const isPaged = fieldsOf(says.answer).some(({ name }) => name === 'next');
  return {
    ...(method === 'get' ? { ETag: { description: 'Changes when the answer does.', ...text } } : {}),
    ...(isPaged ? { Link: { description: 'The address of the next page, `rel="next"`.', ...text } } : {}),
  };
}

/** A problem that this operation may be answered with. */
function problemsOf({ path, method, says }: DescribedRoute): ProblemStatus[] {
  const changes = method !== 'get';
  return [
    ...(says.query !== undefined || changes ? ([400] as const) : []),
    ...([401, 403] as const),
    ...(path.includes('{') ? ([404] as const) : []),
    ...(changes ? ([409, 413, 415, 422] as const) : []),
    ...([429, 500] as const),
  ];
}

const jsonOf = (shape: Shape): Schema => ({
  'application/json': { schema: { $ref: `#/components/schemas/${shape.name}` }, example: exampleOf(shape) },
});

function componentsOf(routes: readonly DescribedRoute[]): Schema {
  const sent = shapesOf(routes.map(({ says }) => says.body));
  const all = [...shapesOf([Problem]), ...sent, ...shapesOf(routes.map(({ says }) => says.answer))];
  const schemas: Record<string, Schema> = {};
  for (const shape of all) schemas[shape.name] = schemaOf(shape, { closed: sent.includes(shape) });
  return schemas;
}

const shapesOf = (shapes: readonly (Shape | undefined)[]): Shape[] => [
  ...new Set(shapes.flatMap((shape) => (shape === undefined ? [] : [...shapesIn(shape)]))),
];

function problem(status: string): Schema {
  const { title, says } = PROBLEMS[Number(status) as ProblemStatus];
  const text = { schema: { type: 'string' } };
  return {
    description: says,
    headers: {
      ...(status === '401' || status === '403'
        ? { 'WWW-Authenticate': { description: 'Why the token does not do (RFC 6750).', ...text } }
        : {}),
      ...(status === '429'
        ? { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
        : {}),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: { type: 'about:blank', title, status: Number(status), detail: says },
      },
    },
  };
}
