import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { type DescribedRoutes, withRouteTables } from './route-tables.ts'

const ROOT = new URL('../../../', import.meta.url)

/** A file of the repository that is made from what a running server says of itself. */
interface MadeFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/**
 * Everything in the repository that is made from the descriptions which the server at `url` gives: both documents, the tables of
 * `docs/api.md`, and the types of `@shopbell/client`.
 */
export async function apiDocuments(url: string): Promise<readonly MadeFile[]> {
  const [openapi, asyncapi] = await Promise.all([read(url, 'openapi'), read(url, 'asyncapi')])
  const described: DescribedRoutes = JSON.parse(openapi)
  const page = readFileSync(new URL('docs/api.md', ROOT), 'utf8')
  const types = astToString(await openapiTypes(openapi, { alphabetize: true }))
  return Promise.all([
    made('docs/openapi.json', openapi),
    made('docs/asyncapi.json', asyncapi),
    made('docs/api.md', withRouteTables(page, described)),
    made(
      'packages/client/src/api-paths.ts',
      `// Written by npm run api-docs, from docs/openapi.json.\n${types}`,
    ),
  ])
}

async function read(url: string, name: string): Promise<string> {
  const answer = await fetch(new URL(`api/v1/${name}.json`, url))
  if (!answer.ok) throw new Error(`${answer.url} answers ${String(answer.status)}`)
  return JSON.stringify(await answer.json(), null, 2)
}

async function made(place: string, text: string): Promise<MadeFile> {
  const path = fileURLToPath(new URL(place, ROOT))
  return { path, text: await format(text, { ...(await resolveConfig(path)), filepath: path }) }
}
