import Type, { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { BLOCK_KINDS } from '../blocks/registry.ts'
import { VendorBlock } from '../blocks/vendor/vendor.ts'
import { FlowId, TextKey } from '../flow/id.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import { errorsOf, type Checker } from '../flow/schema-errors.ts'
import { isVendorName } from '../flow/vendor-name.ts'
import { VARIABLE_TYPES } from '../flow/variable.ts'
import { isWellFormedText } from '../text/is-well-formed-text.ts'
import { BlockLayout, FlowDocument, FlowText, Locale, MAX_BLOCKS } from './flow-document.ts'

const Anything = Type.Record(Type.String(), Type.Unknown())
/** The document without looking into its parts: each part is checked on its own, so that errors speak of that part only. */
const Frame = Compile(
  Type.Object(
    {
      ...FlowDocument.properties,
      variables: Anything,
      blocks: Type.Record(Type.String(), Type.Unknown(), { maxProperties: MAX_BLOCKS }),
      texts: Anything,
      layout: Anything,
    },
    { additionalProperties: false },
  ),
)
const Id = Compile(FlowId)
const Key = Compile(TextKey)
const LocaleTag = Compile(Locale)
const Layout = Compile(BlockLayout)
const Text = Compile(FlowText)
const BLOCKS = byName(Object.entries(BLOCK_KINDS).map(([kind, { schema }]) => [kind, schema]))
const VENDOR_BLOCK = Compile(VendorBlock)
const VARIABLES = byName(Object.entries(VARIABLE_TYPES))
/** More than this of one file help nobody. */
const MAX_SHOWN = 200
/** No part of a flow lies deeper; what does is reported by the key it lies under. */
const MAX_DEPTH = 16

/** Finds all that keeps a value from being a flow document by its shape: wrong types, unknown keys, malformed texts. */
export function shapeProblems(value: unknown): readonly Problem[] {
  const parts = isObject(value) ? value : {}
  return [
    ...errorsOf(Frame, value, ''),
    ...membersOf(parts, 'variables').flatMap(([id, variable]) => [
      ...keyErrors(Id, id, pointer('variables', id), ID_FORM),
      ...namedErrors(VARIABLES, 'type', variable, pointer('variables', id)),
    ]),
    ...membersOf(parts, 'blocks').flatMap(([id, block]) => [
      ...keyErrors(Id, id, pointer('blocks', id), ID_FORM),
      ...blockErrors(block, pointer('blocks', id)),
    ]),
    ...membersOf(parts, 'texts').flatMap(([locale, texts]) => textErrors(locale, texts)),
    ...membersOf(parts, 'layout').flatMap(([id, place]) => [
      ...keyErrors(Id, id, pointer('layout', id), ID_FORM),
      ...errorsOf(Layout, place, pointer('layout', id)),
    ]),
    ...malformedTexts(value, '', 0),
  ].slice(0, MAX_SHOWN)
}

function byName(schemas: readonly (readonly [string, TSchema])[]): ReadonlyMap<string, Checker> {
  return new Map(schemas.map(([name, schema]) => [name, Compile(schema)]))
}

function membersOf(parts: Record<string, unknown>, name: string): readonly (readonly [string, unknown])[] {
  const part = parts[name]
  return isObject(part) ? Object.entries(part) : []
}

const ID_FORM = '1 to 40 of a–z, 0–9 and dashes (and not “constructor”)'

function keyErrors(checker: Checker, key: string, at: string, form: string): readonly Problem[] {
  if (checker.Check(key)) return []
  return [problem('SHAPE', at, `“${key}” cannot stand here; use ${form}.`)]
}

/** What a vendor's block holds is its vendor's business; that it is one, and its links, are ours. */
function blockErrors(block: unknown, at: string): readonly Problem[] {
  const kind = isObject(block) ? block['kind'] : undefined
  const isVendors = typeof kind === 'string' && isVendorName(kind)
  return isVendors ? errorsOf(VENDOR_BLOCK, block, at) : namedErrors(BLOCKS, 'kind', block, at)
}

/** Checks a part by the schema that it names itself, as `kind` or `type`. */
function namedErrors(
  checkers: ReadonlyMap<string, Checker>,
  naming: string,
  part: unknown,
  at: string,
): readonly Problem[] {
  const name = isObject(part) ? part[naming] : undefined
  const checker = typeof name === 'string' ? checkers.get(name) : undefined
  if (checker) return errorsOf(checker, part, at)
  const known = [...checkers.keys()].join(', ')
  return [problem('SHAPE', at + pointer(naming), `This needs a known ${naming}: ${known}.`)]
}

function textErrors(locale: string, texts: unknown): readonly Problem[] {
  const at = pointer('texts', locale)
  const ofLocale = keyErrors(LocaleTag, locale, at, 'a language tag such as en or zh-CN')
  if (!isObject(texts)) return [...ofLocale, problem('SHAPE', at, 'Texts are an object of keys and texts.')]
  const ofTexts = Object.entries(texts).flatMap(([key, text]) => [
    ...keyErrors(Key, key, at + pointer(key), 'block, block.part or block.item.part'),
    ...errorsOf(Text, text, at + pointer(key)),
  ])
  return [...ofLocale, ...ofTexts]
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
