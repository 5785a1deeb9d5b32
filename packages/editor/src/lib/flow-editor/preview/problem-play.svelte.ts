import type { Problem } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'
import { problemBlock } from '../problem-block.ts'
import type { Editor } from '../store/editor.ts'
import { findInWorker } from './find-in-worker.ts'
import type { Preview } from './preview.svelte.ts'

/** The conversation that shows a problem, played step by step in the preview (ux.md 5.4). Reactive. */
export interface ProblemPlay {
  /** The problem that is shown; null: none, or it is solved. */
  readonly problem: Problem | null
  /** It goes on by itself; any step by hand ends that. */
  readonly plays: boolean
  /** The conversation has come to the problem. */
  readonly isThere: boolean
  show(problem: Problem): void
  /** Lets the seller go on as the buyer. */
  goOn(): void
}

const STEP_MS = 900

export function createProblemPlay(editor: Editor, preview: Preview): ProblemPlay {
  let wanted = $state.raw<Problem | null>(null)
  /** The step that was come to by itself; null while steps are made by hand. */
  let playedTo = $state<number | null>(null)
  let search: { readonly giveUp: () => void } | null = null

  const problem = $derived(
    wanted === null
      ? null
      : (editor.problems.find(({ code, at }) => code === wanted?.code && at === wanted.at) ?? null),
  )
  const plays = $derived(problem !== null && playedTo === preview.step && preview.step < preview.steps)

  $effect(() => {
    if (!plays || preview.played === null) return
    const timer = setTimeout(() => {
      playedTo = preview.step + 1
      preview.forward()
    }, STEP_MS)
    return () => clearTimeout(timer)
  })
  $effect(() => () => search?.giveUp())

  return {
    get problem() {
      return problem
    },
    get plays() {
      return plays
    },
    get isThere() {
      return problem !== null && preview.step === preview.steps
    },
    show(next) {
      const block = problemBlock(next.at)
      if (block === null) return
      search?.giveUp()
      wanted = null
      const port = next.at.startsWith('/blocks/') ? next.at.split('/').slice(3).join('/') : ''
      const goal = { block, port: port === '' ? null : `/${port}`, hello: t('preview.hello') }
      const setting = preview.beginDraft()
      search = findInWorker({ document: editor.document, setting, goal }, (acts) => {
        if (!acts) return showToast({ text: t('play.none') })
        wanted = next
        // Who wants less motion sees where it ends, and goes back by hand.
        const atOnce = matchMedia('(prefers-reduced-motion: reduce)').matches
        playedTo = atOnce ? null : 1
        preview.load(acts, atOnce ? acts.length : 0)
      })
    },
    goOn: () => (wanted = null),
  }
}
