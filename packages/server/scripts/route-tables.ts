interface Operation {
  readonly summary: string
  readonly tags: readonly string[]
  readonly description?: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
}

/** The part of an OpenAPI document that the tables of routes are made of. */
export interface DescribedRoutes {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const BEGIN = '<!-- routes: written by npm run api-docs -->'
const END = '<!-- end of routes -->'

/** Puts a table of all routes per area between the two marks of a page. */
export function withRouteTables(page: string, described: DescribedRoutes): string {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`The page needs “${BEGIN}” and “${END}” in it.`)
  return `${before}${BEGIN}\n\n${described.tags.map((tag) => tableOf(tag, described)).join('\n\n')}\n\n${END}${after}`
}

function tableOf({ name, description }: DescribedRoutes['tags'][number], { paths }: DescribedRoutes): string {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method]
      return operation?.tags.includes(name) === true ? [rowOf(method, path, operation)] : []
    }),
  )
  const head = '| route | with | who | does |\n| --- | --- | --- | --- |'
  return `### ${name}\n\n${description}\n\n${head}\n${rows.join('\n')}`
}

function rowOf(method: string, path: string, { summary, security, description }: Operation): string {
  const route = `${method.toUpperCase()} ${path}`
  return `| \`${route}\` | ${credentialsOf(security)} | ${whoOf(description)} | ${summary} |`
}

function credentialsOf(security: Operation['security']): string {
  const names = security.flatMap((one) =>
    Object.entries(one).map(([name, scopes]) =>
      scopes.length === 0 ? name : `${name} \`${scopes.join(' ')}\``,
    ),
  )
  return names.length === 0 ? 'nothing' : names.join(' or ')
}

/** `Only owner and admin of the store may ask.` → `owner and admin` */
function whoOf(description = 'Anyone of the store may ask.'): string {
  const [, who = ''] = /^(?:Only )?(.+?) of the store may ask\./.exec(description) ?? []
  return who.toLowerCase()
}
