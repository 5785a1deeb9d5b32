import type { FlowDocument, Profile } from '@shopbell/engine'
import type { ExtensionDescription } from '@shopbell/protocol'
import { askCheck, type CheckResult, type CheckSubject } from './check.ts'

/** Checks documents in a worker: always the newest, one at a time. */
export interface Checker {
  readonly check: (document: FlowDocument, live: FlowDocument | null) => void
  readonly close: () => void
}

/** A change is checked when nothing has followed it for so long, and while changes go on at least every `STRIDE_MS`. */
const REST_MS = 60
const STRIDE_MS = 240

export function startChecker(
  /** Asked anew with every check: another rule book may hold by then. */
  profile: () => Profile,
  extensions: readonly ExtensionDescription[],
  onresult: (result: CheckResult) => void,
): Checker {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  let wanted: CheckSubject | null = null
  let wantedSince = 0
  /** What the worker has. */
  let known: CheckSubject | null = null
  let sent = 0
  let busy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = (): void => {
    timer = undefined
    if (!wanted || busy) return
    busy = true
    sent += 1
    // They are told once, with the first question.
    worker.postMessage({ ...askCheck(sent, profile(), wanted, known), ...(sent === 1 && { extensions }) })
    known = wanted
    wanted = null
  }
  worker.onmessage = ({ data }: MessageEvent<CheckResult>) => {
    busy = false
    if (data.id === sent) onresult(data)
    if (timer === undefined) send()
  }

  return {
    check: (document, live) => {
      if (!wanted) wantedSince = performance.now()
      wanted = { document, live }
      clearTimeout(timer)
      timer = setTimeout(send, Math.min(REST_MS, wantedSince + STRIDE_MS - performance.now()))
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
