import { readFlow, type Problem, type Profile } from '@shopbell/engine'
import { createActor } from 'xstate'
import type { ApiError } from '#lib/api/answer.ts'
import { readOperations, saveOperations } from '#lib/api/flow-draft.ts'
import { readDraft } from '#lib/api/flow.ts'
import { backoff } from '#lib/live/backoff.ts'
import type { MakeCommand } from '../commands/command.ts'
import { put } from '../commands/operations.ts'
import { placeKey, type RemoteBatch } from '../document/conflict.ts'
import { endMerge, execute, redo, undo, type EditorState } from '../document/editor-state.ts'
import { arrive, batchesOf, beginSave, isSaved, rebase, settle, takeBack } from '../document/saving.ts'
import { extensions } from '../extensions.svelte.ts'
import { startChecker } from '../problems/checker.ts'
import { problemBlock } from '../problem-block.ts'
import { followParts } from './document-parts.svelte.ts'
import type { DraftLine, OtherEditor } from './draft-line.ts'
import type { Editor, FocusWish, LastDone, LiveVersion, SaveState } from './editor.ts'
import { keepJournal } from './keep-journal.ts'
import { readLiveVersion } from './read-live-version.ts'
import { saveMachine, type SaveOutcome } from './save-machine.ts'
import { setOf } from './set-of.ts'
import { rememberWriters } from './writers.svelte.ts'

interface EditorParts {
  readonly state: EditorState
  /** Whose journal on this device. */
  readonly owner: string
  readonly profile: Profile
  readonly mayEdit: boolean
  readonly live: LiveVersion | null
  readonly savedAt: number
  readonly line: DraftLine
}

/** Refused for what it says; trying the same again would not help. */
const REFUSED = new Set([400, 403, 404, 409, 413, 422])

let leaving: Promise<unknown> = Promise.resolve()

/** Resolves when the editor that this page has left is done saving. */
export const settled = (): Promise<unknown> => leaving

export function createEditor({ owner, mayEdit, line, ...start }: EditorParts): Editor {
  let state = $state.raw(start.state)
  let document = $state.raw(start.state.document)
  let live = $state.raw(start.live)
  let profile = $state.raw(start.profile)
  let savedAt = $state(start.savedAt)
  let refusal = $state.raw<ApiError | null>(null)
  let save = $state<Exclude<SaveState, 'conflict'>>('saved')
  let locale = $state(start.state.document.defaultLocale)
  let selected = $state.raw<ReadonlySet<string>>(setOf())
  let focus = $state.raw<FocusWish | null>(null)
  let lastStep = $state.raw<LastDone | null>(null)
  let others = $state.raw<readonly OtherEditor[]>([])
  let problems = $state.raw<readonly Problem[]>([])
  let changes = $state(0)
  let changed = $state.raw<ReadonlySet<string>>(setOf())
  let checked = $state(false)
  let early: readonly RemoteBatch[] = []
  let steps = 0

  const { parts, follow } = followParts(start.state.document)
  const selection = $derived(
    [...selected].every((id) => Object.hasOwn(parts.blocks, id))
      ? selected
      : setOf([...selected].filter((id) => Object.hasOwn(parts.blocks, id))),
  )
  const writers = rememberWriters()
  const journal = keepJournal(owner, () => state)
  const checker = startChecker(
    () => profile,
    extensions().descriptions,
    (result) => {
      problems = result.problems
      changes = result.changes
      changed = setOf(result.changed)
      checked = true
    },
  )
  const saving = createActor(saveMachine, {
    input: { send, hasUnsaved: () => !isSaved(state), waitMs: (attempt) => backoff(attempt, Math.random()) },
  })

  function become(next: EditorState): void {
    if (next === state) return
    const isNews = next.document !== state.document
    state = next
    journal.soon()
    if (isNews) {
      document = next.document
      follow(document)
      checker.check(document, live?.document ?? null)
    }
    saving.send({ type: 'CHANGED' })
  }

  async function send(): Promise<SaveOutcome> {
    become(beginSave(state))
    const batch = state.inFlight
    if (!batch) return 'saved'
    await journal.now() // a batch that may have arrived is never sent again with other operations
    const answer = await saveOperations({ batch: batch.id, base: batch.base, operations: batch.operations })
    if (answer.ok) {
      refusal = null
      take(batchesOf(answer.value, batch, state.lane))
      if (state.inFlight?.id === batch.id) await catchUp()
      savedAt = Date.now()
      return state.inFlight?.id === batch.id ? 'offline' : 'saved'
    }
    if (!REFUSED.has(answer.error.status)) return 'offline'
    refusal = answer.error
    become(takeBack(state))
    return 'refused'
  }

  function take(batches: readonly RemoteBatch[]): void {
    batches.filter(({ lane }) => lane !== state.lane).forEach(writers.heard)
    if (batches.some(({ lane }) => lane === '')) void refreshLive() // somebody published
    const arrived = arrive(state, [...early, ...batches])
    early = arrived.early
    become(arrived.state)
  }

  /** Reads what others saved; where the way cannot be followed (an import replaced the draft) it goes on from the whole document. */
  async function catchUp(): Promise<void> {
    const missed = await readOperations(state.revision)
    if (missed.ok) take(missed.value.batches)
    if (!missed.ok && !REFUSED.has(missed.error.status)) return
    if (missed.ok && early.length === 0 && state.revision >= missed.value.revision) return
    const draft = await readDraft()
    const flow = draft.ok ? readFlow(draft.value.document) : null
    if (draft.ok && flow?.ok && draft.value.revision > state.revision)
      become(rebase(state, flow.document, draft.value.revision))
  }

  async function refreshLive(): Promise<void> {
    live = (await readLiveVersion()) ?? live
    checker.check(state.document, live?.document ?? null)
  }

  function show(next: EditorState, how: LastDone['how']): void {
    const entry = how === 'undone' ? next.redo.at(-1) : next.undo.at(-1)
    become(next)
    if (!entry) return
    steps += 1
    lastStep = { name: entry.name, how, touches: entry.touches, n: steps }
  }

  function run(make: MakeCommand): boolean {
    const command = mayEdit ? make(state.document) : null
    const next = command ? execute(state, command) : state
    if (next === state) return false
    show(next, 'done')
    return true
  }

  async function flush(): Promise<boolean> {
    saving.send({ type: 'FLUSH' })
    return new Promise((resolve) => {
      const look = (): void => {
        const { value } = saving.getSnapshot()
        if (value !== 'saved' && value !== 'offline' && value !== 'refused') return
        watching?.unsubscribe()
        resolve(value === 'saved')
      }
      const watching = saving.subscribe(look)
      queueMicrotask(look)
    })
  }

  saving.subscribe(({ value }) => {
    save = value === 'gathering' || value === 'sending' ? 'saving' : value
  })
  saving.start()
  checker.check(start.state.document, start.live?.document ?? null)
  line.watch(null)
  const deafen = line.listen({
    onBatch: (batch) => {
      take([batch])
      if (early.length > 0 && !state.inFlight) void catchUp()
    },
    onOthers: (heard) => (others = heard),
    onBack: () => {
      saving.send({ type: 'BACK' })
      void catchUp()
    },
  })

  return {
    get document() {
      return document
    },
    parts,
    get profile() {
      return profile
    },
    goBy(next) {
      if (JSON.stringify(next) === JSON.stringify(profile)) return
      profile = next
      checker.check(state.document, live?.document ?? null)
    },
    mayNot: mayEdit ? null : 'role',
    get locale() {
      return locale
    },
    setLocale: (next) => (locale = next),
    get selection() {
      return selection
    },
    select(ids, options) {
      selected = setOf(ids)
      const [block = null] = selected
      line.watch(block)
      if (options?.focus !== undefined) focus = { block, at: options.focus, n: (focus?.n ?? 0) + 1 }
    },
    get focus() {
      return focus
    },
    goTo(at) {
      const block = problemBlock(at)
      const [, section, language] = at.split('/')
      if (section === 'texts' && language !== undefined) locale = language
      this.select(block === null ? [] : [block], { focus: at })
    },
    get problems() {
      return problems
    },
    get checked() {
      return checked
    },
    get changes() {
      return changes
    },
    get changed() {
      return changed
    },
    get live() {
      return live
    },
    refreshLive,
    get saveState() {
      return state.conflicts.length > 0 ? 'conflict' : save
    },
    get savedAt() {
      return savedAt
    },
    get refusal() {
      return refusal
    },
    get revision() {
      return state.revision
    },
    flush,
    execute: run,
    undo: () => show(undo(state), 'undone'),
    redo: () => show(redo(state), 'redone'),
    get canUndo() {
      return mayEdit && state.undo.length > 0
    },
    get canRedo() {
      return mayEdit && state.redo.length > 0
    },
    get lastDone() {
      return lastStep?.name ?? null
    },
    get lastStep() {
      return lastStep
    },
    leaveField() {
      become(endMerge(state))
      saving.send({ type: 'FLUSH' })
    },
    get conflicts() {
      return state.conflicts
    },
    settle(at, choice) {
      const conflict = state.conflicts.find((one) => placeKey(one.at) === placeKey(at))
      if (!conflict) return
      become(settle(state, at))
      const value = conflict[choice]
      run(() => ({ name: { key: 'setText' }, touches: [...at], operations: [put(at, value)] }))
    },
    get others() {
      return others
    },
    writerOf: writers.of,
    close() {
      deafen()
      line.unwatch()
      leaving = flush().then(async () => {
        await journal.stop()
        saving.stop()
        checker.close()
        writers.forget()
      })
    },
  }
}
