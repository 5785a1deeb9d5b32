import type { RouteNote } from './route-note.ts'
import type { ShapeBook, WrittenShape } from './shape-book.ts'

/** What a parameter means, by its name; where routes differ, by `<operationId> <name>`. */
const SAID: Readonly<Record<string, string>> = {
  action: 'Only entries of this action.',
  after: 'The revision after which to read.',
  as: 'What to write; left out: the document itself.',
  assignee: 'An account’s id, or `nobody`.',
  before: 'The `next` of the page above; left out: the first page.',
  'listMessages before': 'Messages before this `seq`; left out: the newest.',
  buyer: 'The public id of the buyer’s conversation.',
  category: 'The `ref` of a category.',
  delivery: 'The id of a delivery.',
  dryRun: '`true`: save nothing, only tell what would happen.',
  from: 'Not before this instant, in UTC milliseconds.',
  id: 'The public id of what is meant.',
  limit: 'How many rows the page has at the most; left out: as many as there may be.',
  language: 'The language of the first line.',
  origin: 'A site, as `https://shop.example`.',
  other: 'The version to compare with: its number, or `live`.',
  ref: 'The shop’s own name for what is meant.',
  state: 'Only those in this state.',
  store: 'The public id of the store.',
  text: 'Words to look for.',
  to: 'Before this instant, in UTC milliseconds.',
  version: 'A version’s number.',
  view: 'Which conversations: `open`, `follow`, `mine`, `closed` or `all`.',
}

/** How requests are sent again without being done again (docs/http-conventions.md). */
export const IDEMPOTENCY_KEY: WrittenShape = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of your own for the thing that is to be done, such as a UUID. The same request with the same key is done once, within 24 hours.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
}

/** The parameters of a route, in its address, behind the question mark, and the header. A query's values are texts. */
export function parametersOf({ repeatable, schema }: RouteNote, book: ShapeBook): readonly WrittenShape[] {
  const { operationId = '' } = schema
  const write = (place: 'path' | 'query', part: unknown) =>
    book.fieldsOf(part).map(({ name, required, shape }) => {
      const description = SAID[`${operationId} ${name}`] ?? SAID[name]
      return {
        name,
        in: place,
        required: place === 'path' || required,
        ...(description === undefined ? {} : { description }),
        schema: isCounted(shape) ? countOf(shape) : shape,
      }
    })
  const key = repeatable ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []
  return [...write('path', schema.params), ...write('query', schema.querystring), ...key]
}

/** A query's values are texts; one with a greatest number is a number for who writes a client. */
function isCounted({ type, maximum }: WrittenShape): boolean {
  return type === 'string' && typeof maximum === 'number'
}

function countOf({ minimum, maximum }: WrittenShape): WrittenShape {
  return { type: 'integer', minimum, maximum, default: maximum }
}
