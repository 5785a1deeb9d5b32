import { tick } from 'svelte'
import { TRIGGERS, type DndEvent } from 'svelte-dnd-action'
import { t } from '#lib/i18n/locale.svelte.ts'
import { announce } from '#lib/ui/announcer.svelte.ts'
import {
  placeIn,
  stepFrom,
  withItemAt,
  type LaneItem,
  type LaneName,
  type LanePair,
  type LanePlace,
} from './lanes.ts'

interface Lanes {
  readonly lanes: () => LanePair
  readonly maxOn: () => number
  readonly root: () => HTMLElement | undefined
  readonly nameOf: (id: string) => string
  readonly onplace: (id: string, place: LanePlace) => void
  readonly onswap: (on: string, off: string) => void
}

/** What is lifted, by pointer or by keys, and how the lanes would be if it were dropped now. */
export function liftInLanes({ lanes, maxOn, root, nameOf, onplace, onswap }: Lanes) {
  /** The lanes as they would be if what is lifted were dropped here; null at rest. */
  let trial = $state.raw<LanePair | null>(null)
  let lifted = $state.raw<{
    readonly id: string
    readonly from: LaneName
    readonly by: 'pointer' | 'keys'
  } | null>(null)
  let under = $state<string | null>(null)

  const shown = $derived(trial ?? lanes())
  const isFull = $derived(lanes().on.length >= maxOn())
  /** A drag towards a full lane swaps with the row it is dropped on. */
  const swaps = $derived(isFull && lifted?.by === 'pointer' && lifted.from === 'off')

  const laneWords = (lane: LaneName): string => t(lane === 'on' ? 'q.on' : 'q.off')

  function say(place: LanePlace, pair: LanePair): void {
    announce(t('q.place', { lane: laneWords(place.lane), i: place.index + 1, n: pair[place.lane].length }))
  }

  function place(id: string, to: LanePlace): void {
    onplace(id, to)
    announce(t('q.dropped', { n: lanes().on.length, max: maxOn() }))
  }

  function onconsider(lane: LaneName, { detail }: CustomEvent<DndEvent<LaneItem>>): void {
    const { id, trigger } = detail.info
    if (trigger === TRIGGERS.DRAG_STARTED) {
      lifted = { id, from: lane, by: 'pointer' }
      announce(t('q.lifted', { q: nameOf(id), lane: laneWords(lane), ...positionOf(id) }))
    }
    trial = { ...shown, [lane]: detail.items }
  }

  let over = false
  function onfinalize(lane: LaneName, { detail }: CustomEvent<DndEvent<LaneItem>>): void {
    trial = { ...shown, [lane]: detail.items }
    if (over) return
    over = true
    queueMicrotask(() => {
      over = false
      const moved = lifted
      const end = trial
      const swapWith = swaps && under !== null && placeIn(lanes(), under)?.lane === 'on' ? under : null
      lifted = null
      trial = null
      under = null
      if (!moved || !end) return
      const to = placeIn(end, moved.id)
      const was = placeIn(lanes(), moved.id)
      if (swapWith !== null) onswap(moved.id, swapWith)
      else if (to && (to.lane !== was?.lane || to.index !== was.index)) place(moved.id, to)
    })
  }

  function onpointermove({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): void {
    if (!swaps) return
    const rows = [...(root()?.querySelectorAll<HTMLElement>('[data-lane="on"] > [data-item]') ?? [])]
    const hit = rows.find((one) => {
      const { top, bottom, left, right } = one.getBoundingClientRect()
      return clientY >= top && clientY < bottom && clientX >= left && clientX < right
    })
    under = hit?.dataset['item'] ?? null
  }

  function positionOf(id: string): { readonly i: number; readonly n: number } {
    const here = placeIn(shown, id)
    return { i: (here?.index ?? 0) + 1, n: shown[here?.lane ?? 'on'].length }
  }

  /** Space lifts and drops, arrows move over the border, Escape gives back. */
  async function onHandleKey(event: KeyboardEvent, id: string): Promise<void> {
    const here = placeIn(shown, id)
    if (!here) return
    const isLifted = lifted?.id === id
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (isLifted) {
        lifted = null
        trial = null
        place(id, here)
        await focusHandle(id)
      } else {
        lifted = { id, from: here.lane, by: 'keys' }
        trial = lanes()
        announce(t('q.lifted', { q: nameOf(id), lane: laneWords(here.lane), ...positionOf(id) }))
      }
    } else if (isLifted && event.key === 'Escape') {
      event.stopPropagation()
      giveBack()
      announce(t('q.back'))
      await focusHandle(id)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const by = event.key === 'ArrowUp' ? -1 : 1
      if (!isLifted) return walk(id, by)
      const to = stepFrom(shown, id, by, maxOn())
      if (to === 'full') announce(t('q.full', { max: maxOn() }))
      if (to === null || to === 'full') return
      trial = withItemAt(shown, id, to)
      say(to, trial)
      await focusHandle(id)
    }
  }

  function giveBack(): void {
    lifted = null
    trial = null
  }

  function walk(id: string, by: number): void {
    const all = [...lanes().on, ...lanes().off]
    const next = all[all.findIndex((item) => item.id === id) + by]
    if (next) void focusHandle(next.id)
  }

  async function focusHandle(id: string): Promise<void> {
    await tick()
    root()
      ?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`)
      ?.focus()
  }

  return {
    get trial() {
      return trial
    },
    get lifted() {
      return lifted
    },
    get shown() {
      return shown
    },
    get under() {
      return under
    },
    get swaps() {
      return swaps
    },
    place,
    onconsider,
    onfinalize,
    onpointermove,
    onHandleKey,
    giveBack,
    focusHandle,
  }
}
