import specs from '@asyncapi/specs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv } from 'ajv'

/** What the validator inside Redocly's tools finds in an OpenAPI or AsyncAPI document: `rule at place: what`. */
export async function lint(source: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended'], telemetry: 'off' })
  const problems = await lintFromString({ source, config, absoluteRef: 'document.json' })
  return problems.map(
    ({ ruleId, location, message }) => `${ruleId} at ${location[0]?.pointer ?? ''}: ${message}`,
  )
}

/** What AsyncAPI's own JSON Schema finds in a document of its version 3.0.0. */
export function checkBySpecification(source: string): readonly string[] {
  // The schema brings draft-07 with it, and formats and keywords that only documentation reads.
  const ajv = new Ajv({ meta: false, validateSchema: false, strict: false, validateFormats: false })
  const validate = ajv.compile(Object.fromEntries(Object.entries(specs.schemas['3.0.0'])))
  validate(JSON.parse(source))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`)
}

/** References that lead nowhere in a document, which names its own parts only. */
export function danglingRefs(source: string): readonly string[] {
  const document: unknown = JSON.parse(source)
  const refs = [...source.matchAll(/"\$ref": ?"([^"]+)"/g)].map(([, ref = '']) => ref)
  return [...new Set(refs)].filter((ref) => !ref.startsWith('#/') || !leadsSomewhere(document, ref))
}

function leadsSomewhere(document: unknown, ref: string): boolean {
  const steps = ref.slice(2).split('/')
  let at: unknown = document
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    at = new Map(Object.entries(at)).get(step)
  }
  return true
}
