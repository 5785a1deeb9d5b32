/** An operation of an OpenAPI document, as far as these tests look. */
interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  /** A header that many routes take is a reference, and described once. */
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly description?: string
  }[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly responses: Readonly<Record<string, { readonly description: string }>>
    readonly schemas: Readonly<Record<string, unknown>>
  }
}

/** Every operation, by the name that the server's router gives it: `POST /api/v1/conversations/:id/read`. */
export function operationsOf({ paths }: OpenApi): ReadonlyMap<string, Operation> {
  const entries = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const route = `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
      return [route, operation] as const
    }),
  )
  return new Map(entries)
}

/** What a reader of the document would miss of each route, in words. `page` is the one with the tables of routes. */
export function gapsOf(document: OpenApi, page: string): readonly string[] {
  return [...operationsOf(document)].flatMap(([route, operation]) => {
    const told = page.includes(`| \`${route.replace('/api/v1', '').replaceAll(/:(\w+)/g, '{$1}')}\``)
    return [...gapsOfOperation(route, operation), ...(told ? [] : ['has no row in docs/api.md'])].map(
      (gap) => `${route} ${gap}`,
    )
  })
}

function gapsOfOperation(route: string, operation: Operation): readonly string[] {
  const { operationId = '', summary = '', description = '', responses } = operation
  const parameters = (operation.parameters ?? []).filter((parameter) => !('$ref' in parameter))
  const { security } = operation
  const anyToken = security?.some(({ token }) => token?.length === 0) === true
  const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
  const inAddress = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const silent = answers.filter(([status, { content }]) => status !== '204' && content === undefined)
  return [
    ...(/^[a-z][a-zA-Z]+$/.test(operationId) ? [] : ['has no operation id']),
    ...(/^[A-Z].{10,140}\.$/.test(summary) ? [] : ['says not in one sentence what it does']),
    ...(security === undefined ? ['says not who may use it'] : []),
    ...(anyToken && !description.includes('Any token') ? ['takes tokens and says not which'] : []),
    ...inAddress.filter((name) => !named.includes(name)).map((name) => `has no schema for :${name}`),
    ...parameters
      .filter(({ description = '' }) => description === '')
      .map(({ name }) => `says not what ${name} is`),
    ...(answers.length === 0 || silent.length > 0 ? ['has no schema of its answer'] : []),
  ]
}
