import {
  BUYER_SUBPROTOCOL,
  CLOSE_CODES,
  CONSOLE_SUBPROTOCOL,
  ConsoleDown,
  ConsoleUp,
  Down,
  ERROR_CATALOGUE,
  FINAL_CLOSE_CODES,
  PROTOCOL_VERSION,
  Up,
} from '@shopbell/protocol'
import type { TSchema } from 'typebox'
import { openShapeBook, type ShapeBook, type WrittenShape } from './shape-book.ts'

/** https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
const ASYNCAPI = '3.0.0'

interface Socket {
  readonly name: string
  readonly title: string
  readonly address: string
  readonly subprotocol: string
  readonly description: string
  readonly query?: WrittenShape
  readonly up: TSchema
  readonly down: TSchema
}

const SOCKETS: readonly Socket[] = [
  {
    name: 'chat',
    title: 'The buyers’ socket',
    address: '/v1/chat',
    subprotocol: BUYER_SUBPROTOCOL,
    description: 'A buyer’s chat with a store. The first frame is `hello`, within five seconds.',
    query: {
      type: 'object',
      required: ['store'],
      properties: { store: { type: 'string', description: 'The public id of the store.' } },
    },
    up: Up,
    down: Down,
  },
  {
    name: 'console',
    title: 'The console’s socket',
    address: '/v1/console',
    subprotocol: CONSOLE_SUBPROTOCOL,
    description:
      'What an open console hears, live. The first frame is `hello` with a ticket of `POST /api/v1/socket-tickets`; what changes anything goes over HTTP.',
    up: ConsoleUp,
    down: ConsoleDown,
  },
]

/** The AsyncAPI document of both sockets: their frames in both directions, and the codes they close with. */
export function describeSockets(): WrittenShape {
  const shapes = openShapeBook()
  const described = SOCKETS.map((socket) => ({ socket, frames: framesOf(socket, shapes) }))
  return {
    asyncapi: ASYNCAPI,
    info: {
      title: 'Shopbell',
      version: `${String(PROTOCOL_VERSION)}.0.0`,
      description: 'JSON in text frames over WebSockets. An operation that receives is what a client says.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      shop: {
        host: '{host}',
        protocol: 'wss',
        description: 'Plain `ws` on the machine itself.',
        variables: { host: { description: 'Where the server is.', default: 'localhost:8080' } },
      },
    },
    channels: Object.fromEntries(
      described.map(({ socket, frames }) => [socket.name, channelOf(socket, frames)]),
    ),
    operations: Object.fromEntries(described.flatMap(({ socket, frames }) => operationsOf(socket, frames))),
    components: {
      messages: Object.fromEntries(
        described.flatMap(({ frames }) => frames.map(({ id, message }) => [id, message])),
      ),
      schemas: shapes.shapes(),
    },
  }
}

interface Frame {
  readonly id: string
  readonly way: 'up' | 'down'
  readonly message: WrittenShape
}

function framesOf({ name, up, down }: Socket, shapes: ShapeBook): readonly Frame[] {
  return (['up', 'down'] as const).flatMap((way) =>
    shapes.choicesOf(way === 'up' ? up : down).map(({ type, shape, said }) => ({
      id: `${name}.${way}.${type}`,
      way,
      message: { name: type, ...(said === undefined ? {} : { summary: said }), payload: shape },
    })),
  )
}

function channelOf({ address, title, description, subprotocol, query }: Socket, frames: readonly Frame[]) {
  const headers = {
    type: 'object',
    required: ['Sec-WebSocket-Protocol'],
    properties: { 'Sec-WebSocket-Protocol': { const: subprotocol } },
  }
  return {
    address,
    title,
    description,
    messages: Object.fromEntries(frames.map(({ id }) => [id, { $ref: `#/components/messages/${id}` }])),
    bindings: { ws: { method: 'GET', headers, ...(query === undefined ? {} : { query }) } },
    'x-close-codes': closeCodes(),
  }
}

function operationsOf({ name, title }: Socket, frames: readonly Frame[]) {
  return (['up', 'down'] as const).map((way) => [
    `${name}.${way}`,
    {
      action: way === 'up' ? 'receive' : 'send',
      title: `${title}: ${way === 'up' ? 'what a client says' : 'what the server says'}`,
      channel: { $ref: `#/channels/${name}` },
      messages: frames
        .filter((frame) => frame.way === way)
        .map(({ id }) => ({ $ref: `#/channels/${name}/messages/${id}` })),
    },
  ])
}

/** The WebSocket close codes, with the errors that end in them and whether a client may come again by itself. */
function closeCodes(): WrittenShape {
  return Object.fromEntries(
    Object.entries(CLOSE_CODES).map(([name, code]) => [
      String(code),
      {
        name,
        reconnect: !FINAL_CLOSE_CODES.has(code),
        errors: Object.entries(ERROR_CATALOGUE)
          .filter(([, error]) => 'close' in error && error.close === code)
          .map(([error]) => error),
      },
    ]),
  )
}
