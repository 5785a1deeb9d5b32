import { FlowOperation } from '@shopbell/engine'
import { untrack } from 'svelte'
import Type from 'typebox'
import { Check } from 'typebox/value'
import type { Live } from './live.svelte.ts'

const Operations = Type.Array(FlowOperation)

interface HeardBatch {
  readonly revision: number
  readonly base: number
  readonly by: string
  readonly lane: string
  readonly operations: readonly FlowOperation[]
}

/** The draft's part of the page's socket. */
export interface LiveDraft {
  readonly watch: (block: string | null) => void
  readonly unwatch: () => void
  readonly listen: (heard: {
    readonly onBatch: (batch: HeardBatch) => void
    readonly onOthers: (others: readonly { readonly name: string; readonly block: string | null }[]) => void
    readonly onBack: () => void
  }) => () => void
}

export function draftLine(live: Live): LiveDraft {
  return {
    watch: (block) => live.watchDraft({ block }),
    unwatch: () => live.watchDraft(null),
    listen: ({ onBatch, onOthers, onBack }) => {
      const deafen = live.listen((frame) => {
        if (frame.type === 'editors') onOthers(frame.editors)
        // Operations of a newer server are not understood here; catching up over HTTP says so.
        if (frame.type === 'draft' && Check(Operations, frame.operations))
          onBatch({ ...frame, operations: frame.operations })
      })
      let known = live.welcomes
      const stop = $effect.root(() => {
        $effect(() => {
          const welcomes = live.welcomes
          if (welcomes === known) return
          known = welcomes
          untrack(onBack)
        })
      })
      return () => {
        deafen()
        stop()
      }
    },
  }
}
