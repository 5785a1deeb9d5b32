import * as engine from '@shopbell/engine'
import { isPublishable, parseFlow, PROFILES, validateFlow } from '@shopbell/engine'
import * as protocol from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { IsSchema, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { blocksFor } from './runner-of.ts'

// Every `json` block fits the schema that its hidden remark names (`<!-- try: as Up -->`): an export of the protocol or the engine.

const SCHEMAS: Readonly<Record<string, unknown>> = { ...protocol, ...engine }

test.for(blocksFor('data'))('%s', ([, { code, how }]) => {
  const value: unknown = JSON.parse(code)
  const name = how['as'] ?? ''
  if (name === 'FlowDocument') return publishes(code)
  expect(problemsAs(schemaOf(name), value)).toEqual([])
})

/** A flow has to be more than well-formed: a reader will copy it. */
function publishes(code: string): void {
  const parsed = parseFlow(code)
  expect(parsed.ok ? [] : parsed.problems).toEqual([])
  if (!parsed.ok) return
  const problems = validateFlow(parsed.document, PROFILES.marketplace)
  expect(isPublishable(problems), JSON.stringify(problems)).toBe(true)
}

function schemaOf(name: string): TSchema {
  const schema = SCHEMAS[name]
  if (IsSchema(schema)) return schema
  throw new Error(
    `“${name}” is no schema. Write <!-- try: as <name> --> before the block, with an export of @shopbell/protocol or @shopbell/engine.`,
  )
}

function problemsAs(schema: TSchema, value: unknown): readonly string[] {
  return Value.Errors(schema, value).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}
