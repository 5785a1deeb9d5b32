import { CLOSE_CODES, type ErrorCode } from '@shopbell/protocol'
import type { WebSocket } from 'ws'
import type { About } from '../web/outgoing.ts'
import type { Unread } from '../web/read-frame.ts'
import { createTokenBucket } from '../web/token-bucket.ts'
import type { BuyerLimits } from './buyer-limits.ts'
import { createFrameQueue } from './frame-queue.ts'

/** How one kind of buyers' clients speaks. */
export interface Talk<Frame, Unfit extends Unread> {
  readonly parse: (bytes: Buffer, isBinary: boolean) => { readonly ok: true; readonly frame: Frame } | Unfit
  readonly answer: (frame: Frame) => Promise<void>
  /** An answer failed; the next frame is answered all the same. */
  readonly onFailure: (error: unknown, frame: Frame) => void
  /** Says that a frame was not taken; one that came too soon was not looked into. */
  readonly refuse: (code: ErrorCode, about: About, which?: Frame | Unfit) => void
  readonly close: (code: number, reason: object) => void
}

/** Frames that may wait for their turn on one socket. */
const MAX_WAITING_FRAMES = 64
const BUSY_AFTER_MS = 1_000

/**
 * Answers a buyer's frames one after the other, for as long as the socket is open. Returns how to refuse what comes too soon: a client
 * that goes on in spite of being told to wait is sent away, as is one that nobody understands.
 *
 * ```
 * frame ─▶ tokens left?  TOO_MANY ─▶ parse  NOT_UNDERSTOOD, BAD_TEXT, TOO_BIG ─▶ turn  BUSY ─▶ answer
 * ```
 */
export function receiveFrames<Frame, Unfit extends Unread>(
  socket: WebSocket,
  limits: Pick<BuyerLimits, 'framesPerSocket' | 'refusalsPerSocket'>,
  { parse, answer, onFailure, refuse, close }: Talk<Frame, Unfit>,
): (retryAfterMs: number, which?: Frame) => void {
  const tokens = createTokenBucket(limits.framesPerSocket)
  const queue = createFrameQueue<Frame>({ maxWaiting: MAX_WAITING_FRAMES, answer, onFailure })
  let refusalsLeft = limits.refusalsPerSocket

  const refuseTooMany = (retryAfterMs: number, which?: Frame) => {
    refuse('TOO_MANY', { retryAfterMs, final: --refusalsLeft < 0 }, which)
  }
  const read = (bytes: Buffer, isBinary: boolean) => {
    const parsed = parse(bytes, isBinary)
    if (parsed.ok) {
      if (!queue.add(parsed.frame)) refuse('BUSY', { retryAfterMs: BUSY_AFTER_MS }, parsed.frame)
      return
    }
    const { code, misfit } = parsed
    refuse(code, { final: code === 'TOO_BIG', ...(misfit === undefined ? {} : { misfit }) }, parsed)
    if (--refusalsLeft < 0) close(CLOSE_CODES.BAD_FRAME, { code })
  }

  socket.on('message', (bytes: Buffer, isBinary: boolean) => {
    const retryAfterMs = tokens.take(performance.now())
    if (retryAfterMs > 0) refuseTooMany(retryAfterMs)
    else read(bytes, isBinary)
  })
  socket.on('close', queue.clear)
  return refuseTooMany
}
