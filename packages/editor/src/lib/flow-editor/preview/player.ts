import type { BuyerAct, FlowDocument, PlaySetting } from '@shopbell/engine'
import type { Tried, TryRequest, TryResult } from './try-flow.ts'

/** Plays conversations in a worker: always the newest asked for, one at a time. */
export interface Player {
  readonly play: (wanted: Wanted) => void
  readonly close: () => void
}

export interface Wanted {
  readonly document: FlowDocument
  readonly setting: PlaySetting
  readonly acts: readonly BuyerAct[]
}

/** Somebody who types sees their words in the preview after this; a tap is played at once. */
const TYPING_MS = 150

export function startPlayer(onresult: (tried: Tried, of: Wanted) => void): Player {
  const worker = new Worker(new URL('./try-worker.ts', import.meta.url), { type: 'module' })
  let next: Wanted | null = null
  let asked: Wanted | null = null
  let known: FlowDocument | null = null
  let count = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (): void => {
    clearTimeout(timer)
    if (!next || asked) return
    asked = next
    next = null
    count += 1
    const { document, setting, acts } = asked
    worker.postMessage({
      id: count,
      document: document === known ? null : document,
      setting,
      acts,
    } satisfies TryRequest)
    known = document
  }
  worker.onmessage = ({ data }: MessageEvent<TryResult | null>) => {
    const answered = asked
    asked = null
    if (data && answered && !next) onresult(data.tried, answered)
    send()
  }

  return {
    play: (wanted) => {
      next = wanted
      clearTimeout(timer)
      if (known === null || wanted.document === known) send()
      else timer = setTimeout(send, TYPING_MS)
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
