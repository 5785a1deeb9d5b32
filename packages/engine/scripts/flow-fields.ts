import { FLOW_SCHEMA } from '../src/document/flow-schema.ts'

/** The part of a JSON Schema that the flow's own schema uses. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly pattern?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
}

interface Field {
  readonly path: string
  readonly takes: string
  readonly isOwed: boolean
}

/** The table of docs/flow-format.md: every field of every kind of block, as the schema has it. */
export function flowFieldsTable(): string {
  // Through JSON, because TypeBox keeps notes of its own in its schemas.
  const { properties }: Shape = JSON.parse(JSON.stringify(FLOW_SCHEMA))
  const [block] = Object.values(properties?.['blocks']?.patternProperties ?? {})
  const rows = (block?.anyOf ?? []).flatMap((kind) =>
    fieldsOf(kind, '')
      .filter(({ path }) => path !== 'kind')
      .map(
        ({ path, takes, isOwed }) =>
          `| \`${nameOf(kind)}\` | \`${path}\` | ${takes} | ${isOwed ? 'yes' : 'no'} |`,
      ),
  )
  return ['| block | field | takes | owed |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Kinds of extensions have no name of their own in the schema, only the form of it. */
function nameOf({ properties }: Shape): string {
  const name = properties?.['kind']?.const
  return typeof name === 'string' ? name : 'vendor/kind'
}

function fieldsOf({ properties = {}, required = [] }: Shape, before: string): readonly Field[] {
  return Object.entries(properties).flatMap(([name, shape]) => {
    const path = `${before}${name}`
    const field = { path, takes: wordsFor(name, shape), isOwed: required.includes(name) }
    if (name === 'when') return [field]
    if (shape.items?.properties !== undefined) return [field, ...fieldsOf(shape.items, `${path}[].`)]
    return shape.properties === undefined ? [field] : [field, ...fieldsOf(shape, `${path}.`)]
  })
}

function wordsFor(name: string, { type, items, minimum, maximum, maxItems }: Shape): string {
  if (name === 'when') return 'a [condition](#conditions)'
  if (type === 'boolean') return '`true` or `false`'
  if (type === 'integer')
    return `a whole number, ${String(minimum)} to ${String(maximum?.toLocaleString('en'))}`
  if (items !== undefined) return `a list, ${String(maxItems)} at the most`
  if (type === 'object') return 'an object'
  return name === 'next' || name === 'else' ? 'the id of a block' : 'an id'
}
