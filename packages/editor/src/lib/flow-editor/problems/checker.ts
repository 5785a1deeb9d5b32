import type { FlowDocument, Profile } from '@shopbell/engine'
import type { CheckRequest, CheckResult } from './check.ts'

/** Checks documents in a worker: always the newest, one at a time. */
export interface Checker {
  readonly check: (document: FlowDocument, live: FlowDocument | null) => void
  readonly close: () => void
}

/** Typing is checked in strides of this length. */
const STRIDE_MS = 80

export function startChecker(profile: Profile, onresult: (result: CheckResult) => void): Checker {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  let wanted: Omit<CheckRequest, 'id'> | null = null
  let sent = 0
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (): void => {
    timer = undefined
    if (!wanted || busy) return
    busy = true
    sent += 1
    worker.postMessage({ id: sent, ...wanted } satisfies CheckRequest)
    wanted = null
  }
  worker.onmessage = ({ data }: MessageEvent<CheckResult>) => {
    busy = false
    if (data.id === sent) onresult(data)
    send()
  }

  return {
    check: (document, live) => {
      wanted = { document, profile, live }
      timer ??= setTimeout(send, STRIDE_MS)
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
