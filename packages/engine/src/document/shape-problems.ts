import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { BLOCK_KINDS } from '../blocks/registry.ts'
import { FlowId } from '../flow/id.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import { isWellFormedText } from '../text/well-formed-text.ts'
import { FlowDocument, MAX_BLOCKS } from './flow-document.ts'

/** The document without looking into its blocks: each block is checked against its own kind, so that errors speak of that kind only. */
const Frame = Compile(
  Type.Object(
    {
      ...FlowDocument.properties,
      blocks: Type.Record(Type.String(), Type.Unknown(), { maxProperties: MAX_BLOCKS }),
    },
    { additionalProperties: false },
  ),
)
const BLOCK_ID = new RegExp(FlowId.pattern)
const BLOCKS = new Map(Object.entries(BLOCK_KINDS).map(([kind, { schema }]) => [kind, Compile(schema)]))
/** More than this of one file help nobody. */
const MAX_SHOWN = 200
/** No part of a flow lies deeper; what does is reported by the key it lies under. */
const MAX_DEPTH = 16

/** Finds all that keeps a value from being a flow document by its shape: wrong types, unknown keys, malformed texts. */
export function shapeProblems(value: unknown): readonly Problem[] {
  return [...errorsOf(Frame, value, ''), ...blockErrors(value), ...malformedTexts(value, '', 0)].slice(
    0,
    MAX_SHOWN,
  )
}

function blockErrors(value: unknown): readonly Problem[] {
  if (!isObject(value) || !isObject(value['blocks'])) return []
  return Object.entries(value['blocks']).flatMap(([id, block]) => {
    const at = pointer('blocks', id)
    if (!BLOCK_ID.test(id)) {
      return [
        problem(
          'SHAPE',
          at,
          `“${id}” cannot be an id; use 1 to 40 of a–z, 0–9 and dashes (and not “constructor”).`,
        ),
      ]
    }
    const kind = isObject(block) && typeof block['kind'] === 'string' ? block['kind'] : undefined
    const schema = kind === undefined ? undefined : BLOCKS.get(kind)
    if (!schema) {
      const known = Object.keys(BLOCK_KINDS).join(', ')
      return [problem('SHAPE', `${at}/kind`, `A block needs a known kind: ${known}.`)]
    }
    return errorsOf(schema, block, at)
  })
}

interface Checker {
  Check(value: unknown): boolean
  Errors(value: unknown): readonly ShapeError[]
}

interface ShapeError {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: object
}

function errorsOf(checker: Checker, value: unknown, at: string): readonly Problem[] {
  if (checker.Check(value)) return []
  const errors = checker.Errors(value)
  const unions = new Set(
    errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath),
  )
  const insideUnion = ({ keyword, instancePath }: ShapeError): boolean =>
    [...unions].some(
      (path) => (instancePath === path && keyword !== 'anyOf') || instancePath.startsWith(`${path}/`),
    )
  const seen = new Set<string>()
  return errors
    .filter((error) => !insideUnion(error))
    .map((error) => problem('SHAPE', `${at}${error.instancePath}`, sentence(error)))
    .filter(({ at: place, message }) => {
      const key = `${place} ${message}`
      return seen.has(key) ? false : Boolean(seen.add(key))
    })
}

function sentence({ keyword, message, params }: ShapeError): string {
  const named = Object.values(params)
    .flat()
    .filter((name) => typeof name === 'string' || typeof name === 'number')
  const names = named.map((name) => `“${name}”`).join(', ')
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return `${names || 'A key here'} is not known here; remove it.`
    case 'required':
      return `${names} is missing.`
    case 'type':
      return `This has the wrong type; it must be ${named.join(' or ')}.`
    case 'anyOf':
      return 'This fits none of the allowed forms; compare with the schema.'
    case 'enum':
    case 'const':
      return `This value is not allowed here; ${message}.`
    default:
      return `This does not fit: ${message}.`
  }
}

function malformedTexts(value: unknown, at: string, depth: number): readonly Problem[] {
  if (depth > MAX_DEPTH) return []
  if (typeof value === 'string') {
    if (isWellFormedText(value)) return []
    return [problem('TEXT_MALFORMED', at, 'The text holds a NUL or half a surrogate pair; retype it.')]
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => malformedTexts(item, at + pointer(index), depth + 1))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => malformedTexts(item, at + pointer(key), depth + 1))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
