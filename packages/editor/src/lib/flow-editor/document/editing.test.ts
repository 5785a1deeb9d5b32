import { behaviourHash, canonicalFlow, readFlow, type FlowDocument } from '@shopbell/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCommand } from './testing/any-command.ts'
import { sampleFlow } from './testing/sample-flow.ts'
import type { RemoteBatch } from './conflict.ts'
import { execute, openEditor, redo, undo, type EditorState } from './editor-state.ts'
import { arrive, batchesOf, beginSave, isSaved, takeBack } from './saving.ts'
import { applyOperations } from '@shopbell/engine'

const sample = sampleFlow()

describe('undo and redo', () => {
  test('undoing all gives the document of the start, redoing all that of the end', () => {
    fc.assert(
      fc.property(fc.array(anyCommand(), { minLength: 1, maxLength: 60 }), (commands) => {
        const start = openEditor(sample, 0, 'lane0001')
        const end = commands.reduce((state, choose) => {
          const command = choose(state.document)
          return command ? execute(state, command) : state
        }, start)
        expect(readFlow(JSON.parse(canonicalFlow(end.document))).ok).toBe(true)
        let back = end
        while (back.undo.length > 0) back = undo(back)
        expect(canonicalFlow(back.document)).toBe(canonicalFlow(start.document))
        let forth = back
        while (forth.redo.length > 0) forth = redo(forth)
        expect(canonicalFlow(forth.document)).toBe(canonicalFlow(end.document))
      }),
    )
  })
})

describe('two editors of one draft', () => {
  test('whatever they do and however late answers come, both end with the server’s document', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(1), anyCommand()), { maxLength: 80 }), (moves) => {
        const server = openServer(sample)
        const editors = [openEditor(sample, 0, 'lane000a'), openEditor(sample, 0, 'lane000b')]
        const at = (who: number): EditorState => editors[who] ?? openEditor(sample, 0, 'none')
        for (const [what, who, choose] of moves) {
          if (what <= 1) {
            const command = choose(at(who).document)
            if (command) editors[who] = execute(at(who), command)
          } else if (what === 2) editors[who] = beginSave(at(who))
          else if (what === 3) editors[who] = deliver(server, at(who))
          else if (what === 4)
            store(server, at(who)) // the answer is lost
          else if (what === 5)
            editors[who] = arrive(at(who), server.batches.slice(-1)).state // a frame came early or alone
          else editors[who] = arrive(at(who), server.batches.toReversed()).state // catching up, ours among them
        }
        for (let round = 0; round < 6; round++) {
          for (const who of [0, 1]) editors[who] = deliver(server, beginSave(at(who)))
        }
        expect(editors.map(isSaved)).toEqual([true, true])
        const saved = behaviourHash(server.document)
        expect(editors.map(({ document }) => behaviourHash(document))).toEqual([saved, saved])
        expect(editors.map(({ document }) => canonicalFlow(document))).toEqual(
          Array(2).fill(canonicalFlow(server.document)),
        )
      }),
    )
  })

  test('one field written by both is shown with both values to both', () => {
    const server = openServer(sample)
    const write = (state: EditorState, text: string): EditorState =>
      execute(state, {
        name: { key: 'setText' },
        touches: [],
        operations: [{ op: 'put', at: ['name'], value: text }],
      })
    let first = deliver(server, beginSave(write(openEditor(sample, 0, 'lane000a'), 'Mine')))
    const second = deliver(server, beginSave(write(openEditor(sample, 0, 'lane000b'), 'Theirs')))
    first = deliver(server, first)
    expect(second.conflicts).toMatchObject([{ at: ['name'], mine: 'Theirs', theirs: 'Mine' }])
    expect(first.conflicts).toMatchObject([{ at: ['name'], mine: 'Mine', theirs: 'Theirs' }])
  })
})

test('a refused batch waits again under a new id, before what was done since, and undo can mend it', () => {
  const server = openServer(sample)
  const name = (state: EditorState, value: string): EditorState =>
    execute(state, {
      name: { key: 'renameFlow' },
      touches: [],
      operations: [{ op: 'put', at: ['name'], value }],
    })
  const sent = beginSave(name(openEditor(sample, 0, 'lane000a'), 'Refused'))
  const mended = beginSave(undo(takeBack(sent)))
  expect(mended.inFlight?.id).not.toBe(sent.inFlight?.id)
  expect(isSaved(deliver(server, mended))).toBe(true)
  expect(canonicalFlow(server.document)).toBe(canonicalFlow(sample))
})

test('a refused batch loses nothing: it is saved with what was done since', () => {
  const server = openServer(sample)
  const put = (state: EditorState, at: string[], value: string): EditorState =>
    execute(state, { name: { key: 'setText' }, touches: [], operations: [{ op: 'put', at, value }] })
  const sent = beginSave(put(openEditor(sample, 0, 'lane000a'), ['name'], 'First'))
  const again = beginSave(put(takeBack(sent), ['texts', 'en', 'welcome'], 'Second'))
  deliver(server, again)
  expect(server.document.name).toBe('First')
  expect(server.document.texts['en']?.['welcome']).toBe('Second')
})

test('a batch that comes before its turn waits for the one before it', () => {
  const batch = (revision: number, value: string): RemoteBatch => ({
    revision,
    base: 0,
    by: 'Sales 2',
    lane: 'lane000b',
    operations: [{ op: 'put', at: ['name'], value }],
  })
  const editor = openEditor(sample, 0, 'lane000a')
  const waiting = arrive(editor, [batch(2, 'Second')])
  expect(waiting.state.document.name).toBe(sample.name)
  expect(waiting.early).toHaveLength(1)
  const both = arrive(waiting.state, [...waiting.early, batch(1, 'First')])
  expect(both).toMatchObject({ state: { revision: 2, document: { name: 'Second' } }, early: [] })
})

interface Server {
  document: FlowDocument
  readonly batches: (RemoteBatch & { readonly id: string })[]
}

function openServer(document: FlowDocument): Server {
  return { document, batches: [] }
}

/** What the server does with a batch, and how the answer reaches the editor. */
function deliver(server: Server, editor: EditorState): EditorState {
  const missed = server.batches.filter(
    ({ revision, lane }) => revision > editor.revision && lane !== editor.lane,
  )
  const batch = editor.inFlight
  if (!batch) return arrive(editor, missed).state
  return arrive(editor, batchesOf({ revision: store(server, editor), missed }, batch, editor.lane)).state
}

/** A batch reaches the server; the answer may be lost. A repeated one is stored once. */
function store(server: Server, editor: EditorState): number {
  const batch = editor.inFlight
  const known = server.batches.find(({ id }) => id === batch?.id)
  if (!batch || known) return known?.revision ?? 0
  server.document = applyOperations(server.document, batch.operations).document
  const revision = server.batches.length + 1
  server.batches.push({
    id: batch.id,
    revision,
    base: batch.base,
    by: editor.lane,
    lane: editor.lane,
    operations: batch.operations,
  })
  return revision
}
