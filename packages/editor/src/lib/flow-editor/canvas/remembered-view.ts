import type { Viewport } from '@xyflow/svelte'

/** Where each flow was looked at last, as long as the page lives: switching views never loses the place. */
const views = new Map<string, Viewport>()

export function recallView(flow: string): Viewport | undefined {
  return views.get(flow)
}

export function rememberView(flow: string, view: Viewport): void {
  views.set(flow, view)
}
