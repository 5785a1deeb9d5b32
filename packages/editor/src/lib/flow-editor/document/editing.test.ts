import { behaviourHash, canonicalFlow, parseFlow, readFlow, type FlowDocument } from '@shopbell/engine'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { anyCommand } from './any-command.ts'
import type { RemoteBatch } from './conflict.ts'
import { execute, openEditor, redo, undo, type EditorState } from './editor-state.ts'
import { acknowledge, beginSave, isSaved, receive } from './saving.ts'
import { applyOperations } from '@shopbell/engine'

const sample = loadSample()

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
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(1), anyCommand()), { maxLength: 80 }), (moves) => {
        const server = openServer(sample)
        const editors = [openEditor(sample, 0, 'lane000a'), openEditor(sample, 0, 'lane000b')]
        const at = (who: number): EditorState => editors[who] ?? openEditor(sample, 0, 'none')
        for (const [what, who, choose] of moves) {
          if (what <= 1) {
            const command = choose(at(who).document)
            if (command) editors[who] = execute(at(who), command)
          } else if (what === 2) editors[who] = beginSave(at(who))
          else editors[who] = deliver(server, at(who))
        }
        for (let round = 0; round < 6; round++) {
          for (const who of [0, 1]) editors[who] = deliver(server, beginSave(at(who)))
        }
        expect(editors.map(isSaved)).toEqual([true, true])
        const saved = behaviourHash(server.document)
        expect(editors.map(({ document }) => behaviourHash(document))).toEqual([saved, saved])
        expect(editors.map(({ document }) => canonicalFlow(document))).toEqual(Array(2).fill(canonicalFlow(server.document)))
      }),
    )
  })

  test('one field written by both is shown with both values to both', () => {
    const server = openServer(sample)
    const write = (state: EditorState, text: string): EditorState =>
      execute(state, { name: { key: 'setText' }, touches: [], operations: [{ op: 'put', at: ['name'], value: text }] })
    let first = deliver(server, beginSave(write(openEditor(sample, 0, 'lane000a'), 'Mine')))
    let second = deliver(server, beginSave(write(openEditor(sample, 0, 'lane000b'), 'Theirs')))
    first = deliver(server, first)
    expect(second.conflicts).toMatchObject([{ at: ['name'], mine: 'Theirs', theirs: 'Mine' }])
    expect(first.conflicts).toMatchObject([{ at: ['name'], mine: 'Mine', theirs: 'Theirs' }])
  })
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
  const missed = server.batches.filter(({ revision, by }) => revision > editor.revision && by !== editor.lane)
  const batch = editor.inFlight
  if (!batch) return missed.reduce(receive, editor)
  server.document = applyOperations(server.document, batch.operations).document
  const revision = server.batches.length + 1
  server.batches.push({ id: batch.id, revision, base: editor.revision, by: editor.lane, operations: batch.operations })
  return acknowledge(editor, batch, { revision, missed })
}

function loadSample(): FlowDocument {
  const source = readFileSync(new URL('../../../../../../flows/export-factory/flow.json', import.meta.url), 'utf8')
  const parsed = parseFlow(source)
  if (!parsed.ok) throw new Error('The sample flow does not parse')
  return parsed.document
}
