import { connect, type Socket } from 'node:net'
import type { LinkFault } from './link-fault.ts'

/** One connection through the proxy. */
export interface Link {
  readonly set: (fault: LinkFault) => void
  readonly reset: () => void
  /** Bytes of it were thrown away. */
  readonly isTorn: () => boolean
  readonly whenOver: (listener: () => void) => void
}

const LATENCY_MS = 150
const TRICKLE_EVERY_MS = 5
const BYTES_PER_TRICKLE = 16
/** Pieces held back; what comes after them waits in the network, as it should. */
const MOST_WAITING = 4

type Direction = 'up' | 'down'

export function createLink(client: Socket, toPort: number, begun: LinkFault): Link {
  const server = connect({ port: toPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  client.setNoDelay(true)
  let fault = begun
  /** Bytes were thrown away: whatever comes after them makes no sense any more. */
  let isTorn = false
  let isOver = false
  const overs: (() => void)[] = []
  const lanes = { up: carrier('up', client, server), down: carrier('down', server, client) }

  const reset = () => {
    if (isOver) return
    isOver = true
    client.resetAndDestroy()
    server.resetAndDestroy()
    for (const over of overs) over()
  }
  for (const socket of [client, server]) socket.on('error', reset).on('close', reset)

  /** Moves one direction's bytes, in order, as the fault of the moment allows. */
  function carrier(direction: Direction, from: Socket, to: Socket): { readonly look: () => void } {
    const waiting: (Buffer | null)[] = []
    let busy = false
    from.on('data', (piece) => {
      waiting.push(piece)
      if (waiting.length >= MOST_WAITING) from.pause()
      look()
    })
    from.on('end', () => {
      waiting.push(null)
      look()
    })

    function look(): void {
      if (!busy) void work()
    }
    async function work(): Promise<void> {
      busy = true
      while (!isOver && waiting.length > 0 && !stands(direction)) {
        const piece = waiting.shift()
        if (piece === null) to.end()
        else if (piece !== undefined) await pass(direction, piece, to)
        if (waiting.length === 0) from.resume()
      }
      busy = false
    }
    return { look }
  }

  function stands(direction: Direction): boolean {
    return fault === 'freeze' || (fault === 'stall-down' && direction === 'down')
  }

  async function pass(direction: Direction, piece: Buffer, to: Socket): Promise<void> {
    if (fault === `drop-${direction}`) isTorn = true
    else if (fault === 'reset' && direction === 'down') {
      to.write(piece.subarray(0, Math.ceil(piece.length / 2)), reset)
      isTorn = true
    } else if (fault === 'half-close' && direction === 'down') {
      to.end()
      isTorn = true
    } else if (fault === 'trickle') await trickle(piece, to)
    else {
      if (fault === 'latency') await after(LATENCY_MS)
      await write(piece, to)
    }
  }

  async function trickle(piece: Buffer, to: Socket): Promise<void> {
    for (let from = 0; from < piece.length && !isOver; from += BYTES_PER_TRICKLE) {
      if (fault !== 'trickle') return write(piece.subarray(from), to)
      await write(piece.subarray(from, from + BYTES_PER_TRICKLE), to)
      await after(TRICKLE_EVERY_MS)
    }
  }

  function write(piece: Buffer, to: Socket): Promise<void> {
    return new Promise((resolve) => {
      if (isOver || !to.writable || to.write(piece)) resolve()
      else {
        to.once('drain', resolve)
        overs.push(resolve)
      }
    })
  }

  return {
    set: (next) => {
      fault = next
      if (next === 'pass' && isTorn) reset()
      else {
        lanes.up.look()
        lanes.down.look()
      }
    },
    reset,
    isTorn: () => isTorn,
    whenOver: (listener) => void overs.push(listener),
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
