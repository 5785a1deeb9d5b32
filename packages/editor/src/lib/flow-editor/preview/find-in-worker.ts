import type { FindRequest } from './find-way.ts'
import type { ShownAct } from './preview.svelte.ts'

/** Finds a conversation beside the page. `onfound` is not called after the search was given up. */
export function findInWorker(
  request: FindRequest,
  onfound: (acts: readonly ShownAct[] | null) => void,
): { readonly giveUp: () => void } {
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<readonly ShownAct[] | null>) => {
    worker.terminate()
    onfound(data)
  }
  worker.onerror = () => {
    worker.terminate()
    onfound(null)
  }
  worker.postMessage(request)
  return { giveUp: () => worker.terminate() }
}
