import { BUYER_SUBPROTOCOL, type Down, type Up } from '@shopbell/protocol'
import { WebSocket } from 'ws'
import type { OpenSocket } from '../../../packages/widget/src/connection/open-web-socket.ts'
import { bodyOf } from '../history/body-of.ts'
import type { History } from '../history/history.ts'
import type { NewOperation } from '../history/operation.ts'

export interface RecordedSocketOptions {
  readonly client: string
  readonly history: History
  /** Decides, after a `send` has left, in how many milliseconds the network breaks; null: not now. */
  readonly cutAfterSend?: () => number | null
  readonly headers?: Readonly<Record<string, string>>
}

let connections = 0

/** What the widget's connection talks through: a real WebSocket whose every frame goes into the history. */
export function recordedSocket({
  client,
  history,
  cutAfterSend = () => null,
  headers = {},
}: RecordedSocketOptions): OpenSocket {
  return (address, ears) => {
    connections += 1
    const connection = connections
    const socket = new WebSocket(address, [BUYER_SUBPROTOCOL], {
      perMessageDeflate: false,
      headers: { ...headers },
    })
    let isOver = false
    const note = (operation: NewOperation) => {
      history.note(operation)
    }
    note({ f: 'open', client, connection })
    socket.on('open', () => {
      if (!isOver) ears.opened()
    })
    socket.on('message', (bytes: Buffer) => {
      if (isOver) return
      const text = bytes.toString('utf8')
      noteDown(JSON.parse(text) as Down)
      ears.heard(text)
    })
    socket.on('error', () => undefined)
    socket.on('close', (code, reason) => {
      if (isOver) return
      isOver = true
      note({ f: 'closed', client, connection, code })
      ears.closed(code, reason.toString('utf8'))
    })

    function noteDown(frame: Down): void {
      const { type: f } = frame
      if (f === 'welcome') {
        note({ f, client, connection, conversation: frame.conversation, head: frame.head })
      } else if (f === 'stored') note({ f, client, connection, id: frame.id, seq: frame.seq })
      else if (f === 'refused') note({ f, client, connection, id: frame.id ?? null, code: frame.code })
      else if (f === 'resync') note({ f, client, connection })
      else if (f === 'message') {
        note({ f, client, connection, seq: frame.seq, body: bodyOf(frame), id: frame.id ?? null })
      }
    }

    function noteUp(frame: Up): void {
      if (frame.type === 'hello') note({ f: 'hello', client, connection, after: frame.after })
      else if (frame.type === 'send') note({ f: 'send', client, connection, id: frame.id })
      else if (frame.type === 'range')
        note({ f: 'range', client, connection, from: frame.from, to: frame.to })
    }

    return {
      say: (text) => {
        if (socket.readyState !== WebSocket.OPEN) return
        // The widget's own frame, on its way out.
        const frame = JSON.parse(text) as Up
        noteUp(frame)
        socket.send(text)
        const cutInMs = frame.type === 'send' ? cutAfterSend() : null
        if (cutInMs !== null) {
          setTimeout(() => {
            socket.terminate()
          }, cutInMs)
        }
      },
      hangUp: () => {
        if (!isOver) note({ f: 'closed', client, connection, code: 0 })
        isOver = true
        socket.terminate()
      },
    }
  }
}
