import type { BuyerAct, PlayedConversation, PlayedStep, PlaySetting, Problem } from '@shopbell/engine'
import { session } from '#lib/api/session.svelte.ts'
import { t } from '#lib/i18n/locale.svelte.ts'
import { linkKey } from '../commands/port-path.ts'
import type { Editor } from '../store/editor.ts'
import { setOf } from '../store/set-of.ts'
import { buyerRecord, type Persona } from './buyer-persona.ts'
import { startPlayer, type Wanted } from './player.ts'
import type { Walk } from './walk.svelte.ts'

/** Something the buyer did, and what their bubble said. */
export interface ShownAct {
  readonly act: BuyerAct
  readonly shown: string
}

export type PreviewSource = 'draft' | 'live'

/** A conversation that a seller tries as a buyer: on the unsaved draft, or on what is live. All of it is reactive. */
export interface Preview {
  readonly source: PreviewSource
  chooseSource(source: PreviewSource): void
  readonly persona: Persona
  choosePersona(persona: Persona): void
  /** The buyer's language, one of the flow's. */
  readonly locale: string
  readonly locales: readonly string[]
  chooseLocale(locale: string): void

  /** null until the first is played. */
  readonly played: PlayedConversation | null
  /** The problem in whose way no conversation can be played. */
  readonly blocking: Problem | null
  readonly here: PlayedStep | null
  /** What the buyer did that the flow no longer has a place for: the conversation stops before it. */
  readonly unfit: { readonly shown: string; readonly code: string } | null
  /** Steps that can be gone through, the opening of the chat included, and the one that is shown. */
  readonly step: number
  readonly steps: number

  act(act: BuyerAct, shown: string): void
  back(): void
  forward(): void
  restart(): void
  /** Begins again with a new buyer on the draft; the answer is who and where that is. */
  beginDraft(): PlaySetting
  /** Takes acts as if the buyer had done them, and stands after so many of them. */
  load(acts: readonly ShownAct[], after: number): void
}

/** Pictures of nobody's products: the shop's own are not the flow's. */
const PRODUCTS = 3

/** The flow that is tried: an editor's, or one that is only looked at. */
export type TriedFlow = Pick<Editor, 'document' | 'live' | 'locale' | 'profile'>

export function createPreview(editor: TriedFlow, walk: Walk, isShown: () => boolean): Preview {
  let source = $state<PreviewSource>('draft')
  let persona = $state<Persona>('new')
  let chosenLocale = $state<string | null>(null)
  let acts = $state.raw<readonly ShownAct[]>([])
  /** How many of them are played. */
  let at = $state(0)
  let startsAt = $state(Date.now())
  let played = $state.raw<PlayedConversation | null>(null)
  let blocking = $state.raw<Problem | null>(null)

  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const liveDocument = $derived(editor.live?.document ?? null)
  const shownSource = $derived<PreviewSource>(liveDocument ? source : 'draft')
  const document = $derived(shownSource === 'live' && liveDocument ? liveDocument : editor.document)
  const locales = $derived(Object.keys(document.texts))
  const locale = $derived(
    chosenLocale !== null && locales.includes(chosenLocale) ? chosenLocale : editor.locale,
  )
  /** As far as they fit. */
  const done = $derived(played?.unfit ? Math.min(at, played.unfit.act) : at)
  const here = $derived(played?.steps.at(-1) ?? null)

  $effect(() => {
    if (!isShown()) return
    const player = startPlayer(take)
    $effect(() => player.play(wanted()))
    return () => {
      player.close()
      mark(null)
    }
  })

  function wanted(): Wanted {
    return {
      document,
      acts: acts.slice(0, at).map(({ act }) => act),
      setting: settingNow(),
    }
  }

  const settingNow = (): PlaySetting => ({
    profile: editor.profile,
    storeName: session()?.store.name ?? '',
    timeZone,
    locales: [locale],
    buyer: buyerRecord(persona, startsAt),
    products: Array.from({ length: PRODUCTS }, (_, index) => ({
      ref: `preview-${index}`,
      title: t('preview.product', { n: index + 1 }),
    })),
    startsAt,
  })

  function take(tried: Parameters<Parameters<typeof startPlayer>[0]>[0]): void {
    blocking = tried.state === 'blocked' ? tried.problem : null
    played = tried.state === 'played' ? tried.played : null
    mark(played)
  }

  /** Only the draft is what the other views show. */
  function mark(conversation: PlayedConversation | null): void {
    const steps = shownSource === 'draft' ? (conversation?.steps ?? []) : []
    walk.now = steps.at(-1)?.now ?? null
    walk.walked = setOf(steps.flatMap(({ links }) => links.map(linkKey)))
  }

  const stepTo = (next: number): void => {
    at = Math.min(Math.max(next, 0), acts.length)
  }

  function restart(): void {
    acts = []
    at = 0
    startsAt = Date.now()
  }

  return {
    get source() {
      return shownSource
    },
    chooseSource: (next) => (source = next),
    get persona() {
      return persona
    },
    choosePersona: (next) => (persona = next),
    get locale() {
      return locale
    },
    get locales() {
      return locales
    },
    chooseLocale: (next) => (chosenLocale = next),
    get played() {
      return played
    },
    get blocking() {
      return blocking
    },
    get here() {
      return here
    },
    get unfit() {
      const found = played?.unfit
      return found ? { shown: acts[found.act]?.shown ?? '', code: found.refusal.code } : null
    },
    get step() {
      return done + 1
    },
    get steps() {
      return acts.length + 1
    },
    act(act, shown) {
      acts = [...acts.slice(0, done), { act, shown }]
      at = acts.length
    },
    back: () => stepTo(done - 1),
    forward: () => stepTo(done + 1),
    restart,
    beginDraft() {
      source = 'draft'
      persona = 'new'
      restart()
      return settingNow()
    },
    load(next, after) {
      acts = next
      stepTo(after)
    },
  }
}
